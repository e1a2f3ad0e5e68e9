package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.wsisforum.agenda.edition.Consultation.DeliverableKind;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Drafts;

/** What organizers of accepted workshops hand in, and until when. */
@ApplicationScoped
class Deliverables {

    @Inject
    EntityManager database;

    @Inject
    Drafts drafts;

    /**
     * What is due of these workshops, in the order in which it is due. Three queries, however many there are. Nothing is due of one
     * whose session was cancelled or taken out.
     */
    List<Due> of(Edition year, List<WorkshopRequest> accepted) {
        var ids = accepted.stream().map(WorkshopRequest::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var times = drafts.times(ids);
        var delivered = list("from WorkshopDelivery where request in :ids", WorkshopDelivery.class, ids).stream()
                .collect(Collectors.toMap(
                        delivery -> new WorkshopDelivery.Key(delivery.request(), delivery.kind()),
                        WorkshopDelivery::deliveredAt));
        var reminded =
                list("from WorkshopReminder where request in :ids order by days desc", WorkshopReminder.class, ids)
                        .stream()
                        .collect(Collectors.groupingBy(
                                reminder -> new WorkshopDelivery.Key(reminder.request(), reminder.kind())));
        return accepted.stream()
                .filter(request -> times.containsKey(request.id()))
                .flatMap(request -> year.consultation().workshops().deliverables().stream()
                        .map(deliverable -> {
                            var key = new WorkshopDelivery.Key(request.id(), deliverable.kind());
                            return new Due(
                                    request,
                                    deliverable,
                                    Due.dueAt(deliverable, times.get(request.id())),
                                    delivered.get(key),
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

    private <E> List<E> list(String hql, Class<E> entity, List<UUID> ids) {
        return database.createQuery(hql, entity).setParameter("ids", ids).getResultList();
    }
}
