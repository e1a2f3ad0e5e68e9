package org.wsisforum.registration.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.registration.edition.Editions;

/** The people of a delegation, for what looks at delegations from outside. */
@ApplicationScoped
public class Delegates {

    @Inject
    Registrations registrations;

    @Inject
    Registrar registrar;

    @Inject
    Editions editions;

    /**
     * Somebody of a delegation.
     *
     * @param id the registration
     * @param version grows with each change
     * @param state how far it has come
     * @param said what the registration says, without what few may see
     */
    public record Delegate(UUID id, long version, RegistrationState state, RegistrationInput said) {

        static Delegate of(Registration registration) {
            return new Delegate(
                    registration.id(),
                    registration.version(),
                    registration.state(),
                    registration.input().withoutRestricted());
        }
    }

    /** All who were handed in with a delegation and have not withdrawn, the first who were first. One query. */
    public List<Delegate> of(String edition, UUID delegation) {
        return registrations
                .list(
                        "edition = ?1 and delegation = ?2 and state not in (DRAFT, WITHDRAWN) order by submittedAt, id",
                        edition,
                        delegation)
                .stream()
                .map(Delegate::of)
                .toList();
    }

    /**
     * The offices of those who were approved or accredited for a State, be it with its delegation or without one.
     *
     * @param stillFrom those who withdrew at this moment or later count as if they were there; null for none of them
     */
    public Set<String> ranksPresent(String edition, UUID delegation, String country, Instant stillFrom) {
        return Set.copyOf(registrations.ranksPresent(edition, delegation, country, stillFrom));
    }

    /** What is wrong with a complete input for a delegation, and what is missing in it; nothing for one that can be entered. */
    public List<FieldError> faults(String edition, UUID delegation, RegistrationInput input) {
        var rules = editions.require(edition).registration();
        var named = named(delegation, input);
        // What the edition asks besides is for the person alone to answer.
        var faults = new ArrayList<>(registrar.faults(edition, rules, named, false));
        if (!delegation.equals(named.delegation())) {
            faults.add(FieldError.at("/delegation", "another", "It is to be the delegation of the address."));
        }
        if (faults.isEmpty()) {
            faults.addAll(named.gaps(rules));
        }
        faults.sort(Comparator.comparing(FieldError::pointer));
        return faults;
    }

    /**
     * Registers somebody of a delegation, on behalf of its focal point, who approves by it. The caller has made sure that it may, and
     * that the input has no {@link #faults}.
     *
     * @return the registration
     */
    @Transactional(TxType.MANDATORY)
    public UUID register(String edition, UUID delegation, RegistrationInput input) {
        var entered = registrar.enter(
                edition, named(delegation, input), editions.require(edition).registration());
        // Stored by now. With hundreds of them each further one would be compared with all before it.
        registrations.getEntityManager().detach(entered);
        return entered.id();
    }

    Registration enter(String edition, UUID delegation, RegistrationInput input) {
        var rules = editions.require(edition).registration();
        var faults = faults(edition, delegation, input);
        if (!faults.isEmpty()) {
            throw RegistrationProblem.REGISTRATION_NOT_COMPLETE.because("Something is wrong or missing.", faults);
        }
        return registrar.enter(edition, named(delegation, input), rules);
    }

    private static RegistrationInput named(UUID delegation, RegistrationInput input) {
        return (input.delegation() == null ? input.in(delegation) : input).unlisted();
    }
}
