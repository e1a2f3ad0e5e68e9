package org.wsisforum.agenda.consultation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.wsisforum.agenda.edition.Consultation.Deliverable;
import org.wsisforum.agenda.edition.Consultation.DeliverableKind;
import org.wsisforum.agenda.session.Drafts.Standing;

/**
 * Something that the organizer of an accepted workshop hands in, and how that stands.
 *
 * @param request the workshop
 * @param deliverable what
 * @param session how the session stands
 * @param deliveredAt when it was handed in for the first time; null if it was not
 * @param waiver why it need not be handed in; null if it must
 * @param reminders those that were taken on
 */
record Due(
        WorkshopRequest request,
        Deliverable deliverable,
        Standing session,
        Instant deliveredAt,
        WorkshopWaiver waiver,
        List<WorkshopReminder> reminders) {

    /** A reminder that could not be sent for longer than this would only confuse. */
    private static final Duration REMINDS_FOR = Duration.ofDays(2);

    /**
     * Until when: before the session or after it, but not before its organizer has had the time that an acceptance leaves. Empty
     * while the session is postponed.
     */
    Optional<Instant> at() {
        if (session.postponed()) {
            return Optional.empty();
        }
        var days = Duration.ofDays(deliverable.days());
        var bySession = deliverable.kind() == DeliverableKind.OUTCOME
                ? session.endsAt().plus(days)
                : session.startsAt().minus(days);
        var byAcceptance =
                request.decidedAt().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(deliverable.leastDays()));
        return Optional.of(bySession.isBefore(byAcceptance) ? byAcceptance : bySession);
    }

    DeliverableView.State state(Instant now) {
        if (deliveredAt != null) {
            return DeliverableView.State.DELIVERED;
        }
        if (waiver != null) {
            return DeliverableView.State.WAIVED;
        }
        return at().filter(at -> !now.isBefore(at)).isPresent()
                ? DeliverableView.State.OVERDUE
                : DeliverableView.State.OPEN;
    }

    /** The reminder whose time has come; of several the last one, since one is enough. */
    Optional<WorkshopReminder.Key> reminderAt(Instant now) {
        return deliveredAt != null || waiver != null
                ? Optional.empty()
                : at().flatMap(at -> deliverable.remindDays().stream()
                        .filter(days -> !now.isBefore(at.minus(Duration.ofDays(days))))
                        .min(Comparator.naturalOrder())
                        .filter(days ->
                                now.isBefore(at.minus(Duration.ofDays(days)).plus(REMINDS_FOR)))
                        .map(days -> new WorkshopReminder.Key(request.id(), deliverable.kind(), days, at)));
    }

    /** Its place among what is due: times of one length, as texts; what has no time comes last. */
    String place() {
        return "%020d %s %s"
                .formatted(at().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE), request.id(), deliverable.kind());
    }
}
