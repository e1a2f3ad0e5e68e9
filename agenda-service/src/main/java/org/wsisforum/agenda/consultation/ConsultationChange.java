package org.wsisforum.agenda.consultation;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/**
 * What happens in the open consultation: everybody is told of what stands on the public list, reviewers and whoever it is from of
 * the rest.
 */
enum ConsultationChange implements ChangeType {
    PUBLISHED("contribution.published", true, Set.of(), "A contribution came on the public list."),
    SHOWN_ANEW(
            "contribution.changed",
            true,
            ContributionInput.FIELDS,
            "What a contribution on the public list says was changed."),
    UNLISTED("contribution.unlisted", true, Set.of(), "A contribution is no longer on the public list."),
    CONTRIBUTED("contribution.made", false, Set.of(), "Somebody contributed to the consultation."),
    REWRITTEN(
            "contribution.rewritten", false, ContributionInput.FIELDS, "The author changed what a contribution says."),
    WITHDRAWN("contribution.withdrawn", false, Set.of(), "The author took a contribution back; it is deleted."),
    LISTING_CHANGED(
            "contribution.listing-changed",
            false,
            Set.of("listed"),
            "A reviewer took a contribution off the public list, or put it back."),
    REQUEST_DRAFTED(
            "workshop-request.drafted",
            false,
            Set.of(),
            "Somebody began to ask for a workshop; nobody else is told before it is handed in."),
    DRAFT_CHANGED(
            "workshop-request.draft-changed",
            false,
            WorkshopRequestInput.FIELDS,
            "What a request that was never handed in says was changed."),
    DRAFT_DELETED(
            "workshop-request.draft-deleted",
            false,
            Set.of(),
            "A request that was never handed in was taken back; it is deleted."),
    REQUEST_CHANGED(
            "workshop-request.changed",
            false,
            WorkshopRequestInput.FIELDS,
            "What a request for a workshop says was changed."),
    REQUEST_SUBMITTED(
            "workshop-request.submitted",
            false,
            Set.of(),
            "A request for a workshop was handed in, for the first time or again."),
    REQUEST_REVIEWED("workshop-request.reviewed", false, Set.of(), "A reviewer said what to do with a request."),
    REQUEST_SENT_BACK(
            "workshop-request.change-requested",
            false,
            Set.of("reason"),
            "A request is to be changed and handed in again."),
    REQUEST_ACCEPTED(
            "workshop-request.accepted",
            false,
            Set.of(),
            "A request was accepted; it is a session of the draft, under the same id."),
    REQUEST_REJECTED("workshop-request.rejected", false, Set.of("reason"), "A request was rejected."),
    REQUEST_WAITLISTED(
            "workshop-request.waitlisted", false, Set.of("reason"), "A request was put on the waiting list."),
    REQUEST_WITHDRAWN("workshop-request.withdrawn", false, Set.of(), "A request was taken back."),
    DELIVERED(
            "workshop-request.delivered",
            false,
            Deliverables.KINDS,
            "Something that is due of an accepted workshop was handed in."),
    WAIVED(
            "workshop-request.waived",
            false,
            Deliverables.KINDS,
            "Something need not be handed in of an accepted workshop."),
    WAIVER_WITHDRAWN(
            "workshop-request.waiver-withdrawn",
            false,
            Deliverables.KINDS,
            "Something that need not be handed in of an accepted workshop is to be handed in after all.");

    private static final Set<Audience> STAFF = Set.of(
            Audience.role(Role.CONSULTATION_REVIEWER),
            Audience.role(Role.SECRETARIAT),
            Audience.role(Role.PROGRAMME_MANAGER));

    private final String what;
    private final boolean everybody;
    private final Set<String> fields;
    private final String meaning;

    ConsultationChange(String what, boolean everybody, Set<String> fields, String meaning) {
        this.what = what;
        this.everybody = everybody;
        this.fields = fields;
        this.meaning = meaning;
    }

    /** This happened to the contribution. */
    Change to(Contribution contribution, List<String> fields) {
        return to(contribution.edition(), contribution.id(), contribution.owner(), fields);
    }

    /** This happened to the request. */
    Change to(WorkshopRequest request, List<String> fields) {
        return to(request.edition(), request.id(), request.owner(), fields);
    }

    private Change to(String edition, UUID id, String owner, List<String> fields) {
        var change = Change.of(this, edition, subject().replace("{id}", id.toString()), fields.toArray(String[]::new));
        // What reviewers say among themselves is not for the one they say it of.
        return everybody || this == REQUEST_REVIEWED ? change : change.alsoFor(Audience.person(owner));
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return what.startsWith("contribution.")
                ? "consultation/contributions/{id}"
                : "consultation/workshop-requests/{id}";
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        if (everybody) {
            return Set.of(Audience.PUBLIC);
        }
        return isOfADraft() ? Set.of() : STAFF;
    }

    /** Whether it happens to a request that was never handed in, of which only whoever makes it is told. */
    private boolean isOfADraft() {
        return this == REQUEST_DRAFTED || this == DRAFT_CHANGED || this == DRAFT_DELETED;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
