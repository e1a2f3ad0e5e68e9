package org.wsisforum.registration.delegation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** Who acts for the delegations, and who did. */
@ApplicationScoped
class FocalPoints implements PanacheRepositoryBase<FocalPoint, UUID> {

    /** Whether somebody acts for a delegation at this moment. */
    boolean acts(UUID delegation, String subject) {
        return count("delegation = ?1 and subject = ?2 and endedAt is null", delegation, subject) > 0;
    }

    /** Who acts for a delegation at this moment. */
    List<String> subjects(UUID delegation) {
        return getEntityManager()
                .createQuery(
                        "select subject from FocalPoint where delegation = :delegation and endedAt is null",
                        String.class)
                .setParameter("delegation", delegation)
                .getResultList();
    }

    /** The one who is no deputy. */
    Optional<FocalPoint> main(UUID delegation) {
        return find("delegation = ?1 and endedAt is null and not deputy", delegation)
                .singleResultOptional();
    }

    /** The appointment of a person as deputy, if it is one. */
    Optional<FocalPoint> deputy(UUID delegation, String subject) {
        return find("delegation = ?1 and subject = ?2 and endedAt is null and deputy", delegation, subject)
                .singleResultOptional();
    }

    FocalPoint requireToEnd(UUID delegation, UUID id) {
        return find("id = ?1 and delegation = ?2", id, delegation)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<FocalPoint>singleResultOptional()
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("The delegation has no focal point " + id + "."));
    }
}
