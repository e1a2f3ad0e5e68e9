package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.wsisforum.agenda.edition.Consultation.DeliverableKind;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Drafts;

/** What organizers of accepted workshops hand in, and until when. */
@ApplicationScoped
class Deliverables {

    /** What can be due, as the API calls it. */
    static final Set<String> KINDS =
            Stream.of(DeliverableKind.values()).map(DeliverableKind::json).collect(Collectors.toUnmodifiableSet());

    @Inject
    EntityManager database;

    @Inject
    Drafts drafts;

    /**
     * What is due of these workshops, in the order in which it is due. Four queries, however many there are. Nothing is due of one
     * whose session was cancelled or taken out.
     */
    List<Due> of(Edition year, List<WorkshopRequest> accepted) {
        var ids = accepted.stream().map(WorkshopRequest::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var sessions = drafts.standing(ids);
        var delivered = list("from WorkshopDelivery where request in :ids", WorkshopDelivery.class, ids).stream()
                .collect(Collectors.toMap(
                        delivery -> new WorkshopDelivery.Key(delivery.request(), delivery.kind()),
                        WorkshopDelivery::deliveredAt));
        var reminded = list(
                        "from WorkshopReminder where request in :ids order by dueAt, days desc",
                        WorkshopReminder.class,
                        ids)
                .stream()
                .collect(Collectors.groupingBy(
                        reminder -> new WorkshopDelivery.Key(reminder.request(), reminder.kind())));
        var waived = list("from WorkshopWaiver where request in :ids", WorkshopWaiver.class, ids).stream()
                .collect(Collectors.toMap(WorkshopWaiver::key, Function.identity()));
        return accepted.stream()
                .filter(request -> sessions.containsKey(request.id()))
                .flatMap(request -> year.consultation().workshops().deliverables().stream()
                        .map(deliverable -> {
                            var key = new WorkshopDelivery.Key(request.id(), deliverable.kind());
                            return new Due(
                                    request,
                                    deliverable,
                                    sessions.get(request.id()),
                                    delivered.get(key),
                                    waived.get(key),
                                    reminded.getOrDefault(key, List.of()));
                        }))
                .sorted(Comparator.comparing(Due::place))
                .toList();
    }

    /** Takes down that this was handed in. */
    void delivered(WorkshopRequest request, DeliverableKind kind, Instant now) {
        if (database.find(WorkshopDelivery.class, new WorkshopDelivery.Key(request.id(), kind)) == null) {
            database.persist(new WorkshopDelivery(request.id(), kind, now));
        }
    }

    /** Takes down that this need not be handed in. */
    void waive(WorkshopRequest request, DeliverableKind kind, String reason, Instant now) {
        var waiver = database.find(WorkshopWaiver.class, new WorkshopDelivery.Key(request.id(), kind));
        if (waiver == null) {
            waiver = new WorkshopWaiver(request.id(), kind);
            waiver.say(reason, now);
            database.persist(waiver);
        } else {
            waiver.say(reason, now);
        }
    }

    /** This must be handed in after all. Answers whether that is new. */
    boolean demand(WorkshopRequest request, DeliverableKind kind) {
        var waiver = database.find(WorkshopWaiver.class, new WorkshopDelivery.Key(request.id(), kind));
        if (waiver != null) {
            database.remove(waiver);
        }
        return waiver != null;
    }

    /** What was handed in of a session that was taken out went with it. */
    void forget(WorkshopRequest request) {
        for (var what : List.of("WorkshopDelivery", "WorkshopWaiver")) {
            database.createQuery("delete from " + what + " where request = :request")
                    .setParameter("request", request.id())
                    .executeUpdate();
        }
    }

    private <E> List<E> list(String hql, Class<E> entity, List<UUID> ids) {
        return database.createQuery(hql, entity).setParameter("ids", ids).getResultList();
    }
}
