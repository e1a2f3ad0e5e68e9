package org.wsisforum.registration.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.accreditation.Accreditations;
import org.wsisforum.registration.delegation.DelegationAccess;
import org.wsisforum.registration.delegation.DelegationKind;
import org.wsisforum.registration.delegation.Places;
import org.wsisforum.registration.edition.RegistrationRules;

/** Takes registrations in and tells of what becomes of them, whoever sends them. */
@ApplicationScoped
class Registrar {

    /** What a focal point sees nothing of, and hears nothing of either. */
    private static final Set<String> RESTRICTED = Set.of("accessibilityNeeds", "visa", "visaLetter");

    @Inject
    Registrations registrations;

    @Inject
    Questions questions;

    @Inject
    DelegationAccess delegations;

    @Inject
    Places places;

    @Inject
    Accreditations accreditations;

    @Inject
    Changes changes;

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    /** What is wrong with it; nothing for one that can be stored, or handed in. */
    List<FieldError> faults(String edition, RegistrationRules rules, RegistrationInput input, boolean complete) {
        var faults = new ArrayList<>(input.faults(rules));
        if (input.delegation() != null) {
            var found = delegations.find(edition, input.delegation());
            var wanted = rules.category(input.category());
            if (found.isEmpty()) {
                faults.add(FieldError.at("/delegation", "unknown", "The edition has no such delegation."));
            } else if (wanted.isPresent()
                    && !wanted.get().delegations().contains(code(found.get().kind()))) {
                faults.add(FieldError.at(
                        "/delegation", "not-of-category", "People of the category belong to no such delegation."));
            }
        }
        faults.addAll(questions.faults(rules, input.answers(), complete));
        return faults;
    }

    private static String code(DelegationKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Refuses what cannot be stored as a draft. */
    void requireFit(String edition, RegistrationRules rules, RegistrationInput input) {
        RequestProblem.requireNone(faults(edition, rules, input, false));
    }

    /**
     * Refuses what cannot be handed in.
     *
     * @param answered whether what the edition asks besides is to be answered, which is for the person alone
     */
    void requireComplete(String edition, RegistrationRules rules, RegistrationInput input, boolean answered) {
        RequestProblem.requireNone(faults(edition, rules, input, answered));
        var gaps = input.gaps(rules);
        if (!gaps.isEmpty()) {
            throw RegistrationProblem.REGISTRATION_NOT_COMPLETE.because("Fill in what is missing.", gaps);
        }
    }

    /** Stores a draft; only of an input that is fit. */
    Registration draft(String edition, String person, RegistrationInput input, RegistrationRules rules) {
        var draft = new Registration(edition, person, caller.subject(), input.normalised(), rules, clock.instant());
        registrations.persist(draft);
        registrations.index(draft);
        return draft;
    }

    /** Hands somebody in on behalf of the focal point of their delegation; only of an input that is complete. */
    Registration enter(String edition, RegistrationInput input, RegistrationRules rules) {
        var entered = draft(edition, null, input, rules);
        var approving = rules.category(input.category())
                .filter(RegistrationRules.Category::needsFocalPoint)
                .isPresent();
        entered.submit(rules, approving, places, caller.subject(), clock.instant());
        record(RegistrationChange.ENTERED, entered, List.of("state"));
        return entered;
    }

    void rewrite(Registration registration, RegistrationInput input, RegistrationRules rules) {
        var before = registration.state();
        var wasShown = registration.isShown();
        var left = registration.delegation();
        var fields = new ArrayList<>(registration.rewrite(input.normalised(), rules, places, clock.instant()));
        if (fields.isEmpty()) {
            return;
        }
        if (registration.state() != before) {
            fields.add("state");
        }
        registrations.index(registration);
        record(
                RegistrationChange.CHANGED,
                registration,
                fields,
                Stream.concat(Stream.ofNullable(left), Stream.ofNullable(registration.delegation())));
        tellEverybody(registration, wasShown, fields);
    }

    void submit(Registration registration, RegistrationRules rules) {
        var own = registration.delegation() != null
                && rules.category(registration.category())
                        .filter(RegistrationRules.Category::needsFocalPoint)
                        .isPresent()
                && delegations.isFocalPoint(registration.delegation(), caller.subject());
        step(
                registration,
                RegistrationChange.SUBMITTED,
                () -> registration.submit(rules, own, places, caller.subject(), clock.instant()));
    }

    /** Refuses to accredit somebody of a category whose people are looked at by what they said of their entity. */
    void requireInterestAccredited(Registration registration, RegistrationRules rules) {
        var needed = rules.category(registration.category())
                .filter(RegistrationRules.Category::needsAccreditation)
                .isPresent();
        // Of whom a focal point enters the delegation was looked at when it was added.
        var isVouchedFor = registration.person() == null && registration.delegation() != null;
        if (needed && !isVouchedFor && !accreditations.isAccredited(registration.edition(), registration.person())) {
            throw RegistrationProblem.INTEREST_NOT_ACCREDITED.because(
                    "Decide on the expression of interest first, at accreditations.");
        }
    }

    /** Does a step of a registration, and tells whom it concerns. */
    void step(Registration registration, RegistrationChange change, Runnable step) {
        var wasShown = registration.isShown();
        step.run();
        record(change, registration, List.of("state"));
        tellEverybody(registration, wasShown, List.of());
    }

    void record(RegistrationChange type, Registration registration, List<String> fields) {
        record(type, registration, fields, Stream.ofNullable(registration.delegation()));
    }

    /**
     * @param concerned delegations whose focal points are told, but of nothing that only the person and the offices know
     */
    private void record(
            RegistrationChange type, Registration registration, List<String> fields, Stream<UUID> concerned) {
        var told = registration.state() == RegistrationState.DRAFT
                ? List.<UUID>of()
                : concerned.distinct().toList();
        var open = fields.stream().filter(field -> !RESTRICTED.contains(field)).toList();
        if (!told.isEmpty() && open.size() == fields.size()) {
            changes.record(toldToFocalPoints(told, change(type, registration, fields)));
            return;
        }
        changes.record(change(type, registration, fields));
        if (!told.isEmpty() && !open.isEmpty()) {
            changes.record(toldToFocalPoints(told, change(type, registration, open)));
        }
    }

    private Change toldToFocalPoints(List<UUID> concerned, Change change) {
        var told = change;
        for (var delegation : concerned) {
            told = delegations.toldToFocalPoints(delegation, told);
        }
        return told;
    }

    private static Change change(RegistrationChange type, Registration registration, List<String> fields) {
        var change = Change.of(
                type, registration.edition(), "registrations/" + registration.id(), fields.toArray(String[]::new));
        return registration.person() == null ? change : change.alsoFor(Audience.person(registration.person()));
    }

    private void tellEverybody(Registration registration, boolean wasShown, List<String> fields) {
        var subject = "participants/" + registration.id();
        if (registration.isShown() != wasShown) {
            changes.record(Change.of(
                    wasShown ? RegistrationChange.UNLISTED : RegistrationChange.LISTED,
                    registration.edition(),
                    subject));
        } else if (wasShown) {
            var shown = fields.stream()
                    .map(ParticipantView::shown)
                    .filter(field -> field != null)
                    .distinct()
                    .toArray(String[]::new);
            if (shown.length > 0) {
                changes.record(Change.of(RegistrationChange.SHOWN_ANEW, registration.edition(), subject, shown));
            }
        }
    }

    static String path(Registration registration) {
        return "/registration/v1/editions/" + registration.edition() + "/registrations/" + registration.id();
    }
}
