package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.agenda.session.Drafts;
import org.wsisforum.kit.problem.RequestProblem;

/** The requests for workshops of all editions, with what reviewers say of them. */
@ApplicationScoped
class WorkshopRequests implements PanacheRepositoryBase<WorkshopRequest, UUID> {

    @Inject
    ConsultationAccess access;

    @Inject
    Drafts drafts;

    /** One of the caller's own, or one that was handed in for those who handle them; whether there is another is nobody's business. */
    WorkshopRequest require(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition)
                .withLock(lock)
                .<WorkshopRequest>singleResultOptional()
                .filter(this::isSeen)
                .orElseThrow(() -> none(edition, id));
    }

    /** The same, or one whose session the caller's account may say something of. */
    WorkshopRequest requireHeld(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition)
                .withLock(lock)
                .<WorkshopRequest>singleResultOptional()
                .filter(request ->
                        isSeen(request) || request.isAccepted() && drafts.isOrganizedBy(edition, id, access.subject()))
                .orElseThrow(() -> none(edition, id));
    }

    private boolean isSeen(WorkshopRequest request) {
        return access.isOwner(request.owner()) || access.isStaff() && request.wasSubmitted();
    }

    /** One of the caller's own, which nobody else changes until the running transaction ends. */
    WorkshopRequest requireOwn(String edition, UUID id) {
        var request = require(edition, id, LockModeType.PESSIMISTIC_WRITE);
        if (!access.isOwner(request.owner())) {
            throw RequestProblem.FORBIDDEN.because("Whoever made the request does this.");
        }
        return request;
    }

    /** The requests of an edition that have become sessions. */
    List<WorkshopRequest> accepted(String edition) {
        return list("edition = ?1 and state = ?2 order by id", edition, RequestState.ACCEPTED);
    }

    /** What reviewers say of these requests, in the order in which they said it. Asks the database once. */
    Map<UUID, List<WorkshopReview>> reviews(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "from WorkshopReview where request in :ids order by reviewedAt, reviewer",
                                WorkshopReview.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.groupingBy(WorkshopReview::request));
    }

    /** What this reviewer says of the request, which is held. */
    void review(
            WorkshopRequest request,
            String reviewer,
            WorkshopReview.Recommendation recommendation,
            String comment,
            Instant now) {
        var database = getEntityManager();
        var review = database.find(WorkshopReview.class, new WorkshopReview.Key(request.id(), reviewer));
        if (review == null) {
            review = new WorkshopReview(request.id(), reviewer);
            review.say(recommendation, comment, now);
            database.persist(review);
        } else {
            review.say(recommendation, comment, now);
        }
    }

    /** How many requests had been handed in by then and were not taken back, of each kind of stakeholder and region. */
    List<Object[]> counts(String edition, Instant until) {
        return getEntityManager()
                .createQuery(
                        "select stakeholderType, region, count(*) from WorkshopRequest where edition = :edition"
                                + " and submittedAt <= :until and state <> WITHDRAWN group by stakeholderType, region",
                        Object[].class)
                .setParameter("edition", edition)
                .setParameter("until", until)
                .getResultList();
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no request " + id + " for a workshop of " + edition + ".");
    }
}
