package org.wsisforum.registration.partner;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.RequestProblem;

/** The partners of all editions, and those who offered to be. */
@ApplicationScoped
class Partners implements PanacheRepositoryBase<Partner, UUID> {

    @Inject
    Caller caller;

    /** An offer of the caller, or any for the secretariat; 404 for others, so that nobody learns who offered. */
    Partner requireOwn(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition)
                .withLock(lock)
                .<Partner>singleResultOptional()
                .filter(partner ->
                        caller.has(Role.SECRETARIAT) || partner.owner().equals(caller.subject()))
                .orElseThrow(() -> none(edition, id));
    }

    /** A partner that everybody sees. */
    Partner requireShown(String edition, UUID id) {
        return find("id = ?1 and edition = ?2", id, edition)
                .<Partner>singleResultOptional()
                .filter(Partner::isShown)
                .orElseThrow(() -> none(edition, id));
    }

    Set<Integer> seatsTaken(UUID packageId) {
        return new TreeSet<>(getEntityManager()
                .createQuery("select seat from Partner where packageId = :package and seat is not null", Integer.class)
                .setParameter("package", packageId)
                .getResultList());
    }

    /** Refuses where anybody has the package, or offered to take it. */
    void requireNoneWith(PartnerPackage held) {
        if (count("packageId", held.id()) > 0) {
            throw PartnerProblem.PACKAGE_IN_USE.because("Offers name the package " + held.code() + ".");
        }
    }

    /** Moves all who have a package to the tier that it now has. */
    void moveTo(PartnerPackage moved) {
        update("tier = ?1, version = version + 1 where packageId = ?2", moved.tier(), moved.id());
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no partner " + id + " in " + edition + ".");
    }
}
