package org.wsisforum.agenda.room;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The rooms of all editions. */
@ApplicationScoped
class Rooms implements PanacheRepositoryBase<Room, UUID> {

    Optional<Room> find(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition).withLock(lock).singleResultOptional();
    }

    Room require(String edition, UUID id, LockModeType lock) {
        return find(edition, id, lock).orElseThrow(() -> none(edition, id));
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no room " + id + " in " + edition + ".");
    }

    List<Room> inOrder(String edition) {
        return list("edition = ?1 order by code", edition);
    }

    /** Nobody changes a room until the running transaction ends. */
    void hold() {
        getEntityManager().createNativeQuery("lock table room in share mode").executeUpdate();
    }
}
