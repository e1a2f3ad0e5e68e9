package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The contributions to all consultations. */
@ApplicationScoped
class Contributions implements PanacheRepositoryBase<Contribution, UUID> {

    @Inject
    ConsultationAccess access;

    /** One that the caller may read. */
    Contribution requireReadable(String edition, UUID id) {
        return find("id = ?1 and edition = ?2", id, edition)
                .<Contribution>singleResultOptional()
                .filter(contribution -> contribution.isShown() || seesAllOf(contribution))
                .orElseThrow(() -> none(edition, id));
    }

    /** One of the caller's own, or any for whoever handles them; whether there is another is nobody's business. */
    Contribution requireToChange(String edition, UUID id, boolean own) {
        return find("id = ?1 and edition = ?2", id, edition)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<Contribution>singleResultOptional()
                .filter(contribution -> !own || access.isOwner(contribution.owner()))
                .orElseThrow(() -> none(edition, id));
    }

    boolean seesAllOf(Contribution contribution) {
        return access.readsAll() || access.readsOwn() && access.isOwner(contribution.owner());
    }

    /** How many contributions had come by then, of each kind of stakeholder and region. */
    List<Object[]> counts(String edition, Instant until) {
        return getEntityManager()
                .createQuery(
                        "select stakeholderType, region, count(*) from Contribution where edition = :edition"
                                + " and contributedAt <= :until group by stakeholderType, region",
                        Object[].class)
                .setParameter("edition", edition)
                .setParameter("until", until)
                .getResultList();
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no contribution " + id + " to " + edition + ".");
    }
}
