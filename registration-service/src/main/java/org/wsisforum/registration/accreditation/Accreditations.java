package org.wsisforum.registration.accreditation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.RequestProblem;

/** The accreditations for all editions. */
@ApplicationScoped
public class Accreditations implements PanacheRepositoryBase<Accreditation, UUID> {

    @Inject
    Caller caller;

    /** Whether somebody is accredited for an edition. */
    public boolean isAccredited(String edition, String person) {
        return person != null
                && ofPerson(edition, person).filter(Accreditation::holds).isPresent();
    }

    Optional<Accreditation> ofPerson(String edition, String person) {
        return find("edition = ?1 and person = ?2", edition, person).singleResultOptional();
    }

    /** One's own, or for the offices any that was handed in; 404 for others, so that nobody learns who asked. */
    Accreditation require(String edition, UUID id, LockModeType lock) {
        return find(edition, id, lock)
                .filter(found -> found.isOf(caller.subject())
                        || found.state() != AccreditationState.DRAFT
                                && (caller.has(Role.ACCREDITATION_OFFICER) || caller.has(Role.SECRETARIAT)))
                .orElseThrow(() -> none(edition, id));
    }

    /** One's own. */
    Accreditation requireOwn(String edition, UUID id, LockModeType lock) {
        return find(edition, id, lock)
                .filter(found -> found.isOf(caller.subject()))
                .orElseThrow(() -> none(edition, id));
    }

    /** One whose documents the caller may read: its own, or for officers any that was handed in. */
    Accreditation requireProof(String edition, UUID id) {
        return find(edition, id, LockModeType.NONE)
                .filter(found -> found.isOf(caller.subject())
                        || found.state() != AccreditationState.DRAFT && caller.has(Role.ACCREDITATION_OFFICER))
                .orElseThrow(() -> none(edition, id));
    }

    private Optional<Accreditation> find(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition).withLock(lock).singleResultOptional();
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no accreditation " + id + " in " + edition + ".");
    }
}
