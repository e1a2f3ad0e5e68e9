package org.wsisforum.registration.delegation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The delegations to all editions. */
@ApplicationScoped
class Delegations implements PanacheRepositoryBase<Delegation, UUID> {

    Optional<Delegation> of(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition).withLock(lock).singleResultOptional();
    }

    /** The codes of the States that have a delegation. */
    Set<String> states(String edition) {
        return find(
                        "edition = ?1 and kind in ?2",
                        edition,
                        List.of(DelegationKind.MEMBER_STATE, DelegationKind.RESOLUTION_99))
                .stream()
                .map(Delegation::country)
                .collect(Collectors.toSet());
    }

    /** The delegations that somebody acts for now. */
    List<Delegation> ofFocalPoint(String edition, String subject) {
        return list(
                "edition = ?1 and id in (select delegation from FocalPoint where subject = ?2 and endedAt is null)"
                        + " order by nameKey, id",
                edition,
                subject);
    }

    /** Makes another version of a delegation of which nothing has changed but who acts for it. */
    void touch(Delegation delegation) {
        getEntityManager().lock(delegation, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no delegation " + id + " in " + edition + ".");
    }
}
