package org.wsisforum.agenda.session;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The sessions of all editions. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, UUID> {

    Optional<Session> find(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition).withLock(lock).singleResultOptional();
    }

    Session require(String edition, UUID id) {
        return require(edition, id, LockModeType.NONE);
    }

    Session require(String edition, UUID id, LockModeType lock) {
        return find(edition, id, lock)
                .orElseThrow(
                        () -> RequestProblem.NOT_FOUND.because("There is no session " + id + " in " + edition + "."));
    }

    /** Whether the programme has, or had under another code, what a data file calls by this code. */
    boolean hasFromFile(String edition, String code, UUID id) {
        return count("id = ?1 or edition = ?2 and code = ?3", id, edition, code) > 0;
    }
}
