package org.wsisforum.registration.invitation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static org.wsisforum.registration.invitation.InvitationProblem.INVITATION_NOT_FOUND;

@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    Optional<Invitation> of(String edition, UUID id) {
        return findByIdOptional(id).filter(i -> i.edition().equals(edition));
    }

    /** The same, held until the transaction ends: two answers at one moment are taken one after the other. */
    Optional<Invitation> toChange(String edition, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(i -> i.edition().equals(edition));
    }

    static RuntimeException notFound(String edition, UUID id) {
        return INVITATION_NOT_FOUND.because("The edition " + edition + " has no invitation " + id + ".");
    }
}
