package org.wsisforum.registration.member;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

import org.wsisforum.registration.delegation.DelegationSummary;
import org.wsisforum.registration.edition.EditionRules;
import org.wsisforum.registration.edition.RegistrationRules.Category;
import org.wsisforum.registration.protocol.Dignitary;
import org.wsisforum.registration.protocol.VipStatus;
import org.wsisforum.registration.registration.Delegates;
import org.wsisforum.registration.registration.Delegates.Delegate;
import org.wsisforum.registration.registration.DelegationRole;
import org.wsisforum.registration.registration.RegistrationInput;
import org.wsisforum.registration.registration.RegistrationState;

/** Who stands in a delegation, in the order in which they are named. */
@ApplicationScoped
class Members {

    private static final Collator NAMES = Collator.getInstance(ULocale.ROOT).freeze();

    @Inject
    Delegates delegates;

    @Inject
    Precedences precedences;

    /**
     * All members: the head, the deputy head, then by the edition's ladder of offices, within one by the order that the focal point
     * gave, then by name. Three queries, however many there are.
     */
    List<MemberView> inOrder(EditionRules year, DelegationSummary delegation) {
        return inOrder(year, delegation, registered(year.code(), delegation.id()));
    }

    private List<MemberView> inOrder(EditionRules year, DelegationSummary delegation, List<Delegate> registered) {
        var precedence = precedences.of(delegation.id());
        var present = delegation.kind().isOfAState()
                ? delegates.ranksPresent(year.code(), delegation.id(), delegation.country(), classesFixedAt(year))
                : Set.<String>of();
        return registered.stream()
                .sorted(order(year, precedence))
                .map(member -> view(year, delegation, precedence, present, member))
                .toList();
    }

    /**
     * Those of them who come: approved by whoever has to approve for the delegation, and not on a waiting list. Who is of a category
     * that needs no focal point is named as soon as the registration was handed in.
     */
    List<MemberView> coming(EditionRules year, DelegationSummary delegation) {
        var registered = registered(year.code(), delegation.id());
        var waiting = registered.stream()
                .filter(delegate -> delegate.state() == RegistrationState.WAITLISTED
                        || delegate.state() == RegistrationState.SUBMITTED
                                && year.registration()
                                        .category(delegate.said().category())
                                        .filter(Category::needsFocalPoint)
                                        .isPresent())
                .map(Delegate::id)
                .collect(Collectors.toSet());
        return inOrder(year, delegation, registered).stream()
                .filter(member -> !waiting.contains(member.registration()))
                .toList();
    }

    /** Whoever has handed in a registration with a delegation that was not turned down. */
    List<Delegate> registered(String edition, UUID delegation) {
        return delegates.of(edition, delegation).stream()
                .filter(delegate -> delegate.state() != RegistrationState.REJECTED)
                .toList();
    }

    private static Instant classesFixedAt(EditionRules year) {
        var day = year.protocol().classesFixedOn();
        return day == null ? null : day.atStartOfDay(year.zone()).toInstant();
    }

    private static Comparator<Delegate> order(EditionRules year, Precedence precedence) {
        return Comparator.<Delegate>comparingInt(member -> leading(precedence, member))
                .thenComparingInt(
                        member -> year.registration().standing(member.said().rank()))
                .thenComparingInt(member -> place(precedence.listed(), member.id()))
                .thenComparing(member -> sortedBy(member.said()), NAMES::compare)
                .thenComparing(Delegate::id);
    }

    private static int leading(Precedence precedence, Delegate member) {
        return switch (role(precedence, member)) {
            case HEAD -> 0;
            case DEPUTY_HEAD -> 1;
            default -> 2;
        };
    }

    private static int place(List<UUID> listed, UUID member) {
        var at = listed.indexOf(member);
        return at < 0 ? listed.size() : at;
    }

    /** Who leads a delegation is for its focal point to say: whoever calls themselves so on their own registration is a delegate. */
    private static DelegationRole role(Precedence precedence, Delegate member) {
        if (member.id().equals(precedence.head())) {
            return DelegationRole.HEAD;
        }
        if (member.id().equals(precedence.deputyHead())) {
            return DelegationRole.DEPUTY_HEAD;
        }
        return member.said().role() == null
                        || member.said().role() == DelegationRole.HEAD
                        || member.said().role() == DelegationRole.DEPUTY_HEAD
                ? DelegationRole.DELEGATE
                : member.said().role();
    }

    private static MemberView view(
            EditionRules year,
            DelegationSummary delegation,
            Precedence precedence,
            Set<String> present,
            Delegate member) {
        var role = role(precedence, member);
        return new MemberView(
                member.id(),
                member.state(),
                member.said().attendance(),
                role,
                member.said().rank(),
                member.said().honorific(),
                name(member.said()),
                member.said().jobTitle(),
                member.said().entity(),
                VipStatus.of(
                                year.protocol(),
                                new Dignitary(
                                        member.said().rank(),
                                        role.json(),
                                        delegation.kind().json(),
                                        delegation.country()),
                                present)
                        .orElse(null));
    }

    private static String name(RegistrationInput said) {
        return said.badgeName() != null ? said.badgeName() : joined(said.givenName(), said.familyName());
    }

    private static String sortedBy(RegistrationInput said) {
        return joined(said.familyName(), said.givenName());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
