package org.wsisforum.registration.delegation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;

/**
 * Which delegations a caller may see: the secretariat and the accreditation officers all, a focal point its own from the moment of
 * its appointment to that of its end. What counts is the appointment that is stored here and not what a token says, since a token
 * outlives it. Another's delegation looks like none.
 */
@RequestScoped
public class DelegationAccess {

    @Inject
    Caller caller;

    @Inject
    Delegations delegations;

    @Inject
    FocalPoints focalPoints;

    /** A delegation that the caller may see; 404 for others. */
    public DelegationSummary require(String edition, UUID id) {
        return requireVisible(edition, id, LockModeType.NONE).summary();
    }

    /**
     * A delegation that the caller may decide on: as its focal point or deputy, or as the secretariat or an accreditation officer
     * for a focal point who wrote to them; 404 for others. The row is locked until the transaction ends, so a focal point who is
     * ended meanwhile either decided before or not at all.
     */
    public DelegationSummary requireToDecide(String edition, UUID id) {
        return requireVisible(edition, id, LockModeType.PESSIMISTIC_WRITE).summary();
    }

    /** The delegations that the caller is focal point or deputy of. */
    public List<DelegationSummary> mine(String edition) {
        return delegations.ofFocalPoint(edition, caller.subject()).stream()
                .map(Delegation::summary)
                .toList();
    }

    /** A delegation that somebody names who need not be able to see it, such as to register with it. */
    public Optional<DelegationSummary> find(String edition, UUID id) {
        return delegations.of(edition, id, LockModeType.NONE).map(Delegation::summary);
    }

    /** Whether a person is focal point or deputy of a delegation at this moment. */
    public boolean isFocalPoint(UUID delegation, String subject) {
        return focalPoints.acts(delegation, subject);
    }

    /** Whether the caller may see all delegations. */
    public boolean isOffice() {
        return caller.has(Role.SECRETARIAT) || caller.has(Role.ACCREDITATION_OFFICER);
    }

    /** The change, told to whoever acts for the delegation too. */
    public Change toldToFocalPoints(UUID delegation, Change change) {
        var told = change;
        for (var subject : focalPoints.subjects(delegation)) {
            told = told.alsoFor(Audience.person(subject));
        }
        return told;
    }

    Delegation requireVisible(String edition, UUID id, LockModeType lock) {
        return delegations
                .of(edition, id, lock)
                .filter(delegation -> isOffice() || focalPoints.acts(id, caller.subject()))
                .orElseThrow(() -> Delegations.none(edition, id));
    }
}
