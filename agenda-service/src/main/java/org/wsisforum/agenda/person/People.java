package org.wsisforum.agenda.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The people of all editions. */
@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {

    Optional<Person> find(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition).withLock(lock).singleResultOptional();
    }

    Person require(String edition, UUID id, LockModeType lock) {
        return find(edition, id, lock).orElseThrow(() -> none(edition, id));
    }

    /** Always in one order, so that no two who hold several wait for each other. */
    List<Person> hold(String edition, Collection<UUID> ids) {
        return find("id in ?1 and edition = ?2 order by id", ids, edition)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Who stands in a session that is no draft. */
    List<Person> listed(String edition) {
        return list("edition = ?1 and listed", edition);
    }

    /** Nobody changes a person until the running transaction ends. */
    void hold() {
        getEntityManager().createNativeQuery("lock table person in share mode").executeUpdate();
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no person " + id + " in " + edition + ".");
    }
}
