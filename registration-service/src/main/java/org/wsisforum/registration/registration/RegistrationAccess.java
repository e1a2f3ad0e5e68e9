package org.wsisforum.registration.registration;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.registration.delegation.DelegationAccess;
import org.wsisforum.registration.registration.RegistrationView.Sight;

/**
 * Which registrations a caller may see: its own, those handed in with a delegation that it acts for, and as the secretariat or an
 * accreditation officer all that were handed in. Another's registration looks like none.
 */
@RequestScoped
class RegistrationAccess {

    @Inject
    Caller caller;

    @Inject
    DelegationAccess delegations;

    @Inject
    Registrations registrations;

    Registration require(String edition, UUID id, LockModeType lock) {
        return registrations
                .of(edition, id, lock)
                .filter(this::isSeen)
                .orElseThrow(() -> Registrations.none(edition, id));
    }

    /** A registration that the caller may write: its own, or one that was entered for somebody of its delegation. */
    Registration requireToWrite(String edition, UUID id) {
        return registrations
                .of(edition, id, LockModeType.PESSIMISTIC_WRITE)
                .filter(registration -> registration.isOf(caller.subject())
                        || registration.person() == null && (isOffice() || actsFor(registration.delegation())))
                .orElseThrow(() -> Registrations.none(edition, id));
    }

    /** A registration that the caller may decide on as the focal point of its delegation. */
    Registration requireOfDelegation(String edition, UUID id) {
        var registration = registrations
                .of(edition, id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> found.delegation() != null && found.state() != RegistrationState.DRAFT)
                .filter(this::isSeen)
                .orElseThrow(() -> Registrations.none(edition, id));
        delegations.requireToDecide(edition, registration.delegation());
        return registration;
    }

    Sight sight(Registration registration) {
        var pii = caller.isGranted("registration:read.pii");
        if (registration.isOf(caller.subject())) {
            return Sight.OWN;
        }
        if (caller.has(Role.ACCREDITATION_OFFICER)) {
            return pii ? Sight.OFFICER : Sight.OFFICE;
        }
        if (caller.has(Role.SECRETARIAT)) {
            return pii ? Sight.SECRETARIAT : Sight.OFFICE;
        }
        return pii ? Sight.FOCAL_POINT : Sight.DELEGATION;
    }

    boolean isOffice() {
        return caller.has(Role.SECRETARIAT) || caller.has(Role.ACCREDITATION_OFFICER);
    }

    private boolean isSeen(Registration registration) {
        return registration.isOf(caller.subject())
                || registration.state() != RegistrationState.DRAFT
                        && (isOffice() || actsFor(registration.delegation()));
    }

    private boolean actsFor(UUID delegation) {
        return delegation != null && delegations.isFocalPoint(delegation, caller.subject());
    }
}
