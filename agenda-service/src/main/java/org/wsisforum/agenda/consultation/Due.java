package org.wsisforum.agenda.consultation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.wsisforum.agenda.edition.Consultation.Deliverable;
import org.wsisforum.agenda.edition.Consultation.DeliverableKind;
import org.wsisforum.agenda.session.Drafts.Times;

/**
 * Something that the organizer of an accepted workshop hands in, and how that stands.
 *
 * @param request the workshop
 * @param deliverable what
 * @param at until when
 * @param deliveredAt when it was handed in for the first time; null if it was not
 * @param reminders those that were taken on
 */
record Due(
        WorkshopRequest request,
        Deliverable deliverable,
        Instant at,
        Instant deliveredAt,
        List<WorkshopReminder> reminders) {

    /** A reminder that could not be sent for longer than this would only confuse. */
    private static final Duration REMINDS_FOR = Duration.ofDays(2);

    static Instant dueAt(Deliverable deliverable, Times session) {
        var days = Duration.ofDays(deliverable.days());
        return deliverable.kind() == DeliverableKind.OUTCOME
                ? session.endsAt().plus(days)
                : session.startsAt().minus(days);
    }

    DeliverableView.State state(Instant now) {
        if (deliveredAt != null) {
            return DeliverableView.State.DELIVERED;
        }
        return now.isBefore(at) ? DeliverableView.State.OPEN : DeliverableView.State.OVERDUE;
    }

    /** The reminder whose time has come, by the days before it is due; of several the last one, since one is enough. */
    Optional<Integer> reminderAt(Instant now) {
        return deliveredAt != null
                ? Optional.empty()
                : deliverable.remindDays().stream()
                        .filter(days -> !now.isBefore(at.minus(Duration.ofDays(days))))
                        .min(Comparator.naturalOrder())
                        .filter(days ->
                                now.isBefore(at.minus(Duration.ofDays(days)).plus(REMINDS_FOR)));
    }

    /** Its place among what is due: times of one length, as texts. */
    String place() {
        return "%020d %s %s".formatted(at.getEpochSecond(), request.id(), deliverable.kind());
    }
}
