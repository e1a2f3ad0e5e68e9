package org.wsisforum.agenda.consultation;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.security.UnauthorizedException;

import org.wsisforum.kit.access.AccessProblem;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;

/** Who sees what in the consultation: reviewers and staff all that was handed in, everybody else the own. */
@ApplicationScoped
class ConsultationAccess {

    @Inject
    Caller caller;

    /** Whether the caller sees what others have handed in. */
    boolean readsAll() {
        return isStaff() && caller.isGranted("agenda:read");
    }

    /** Whether the caller has a role that handles what others have handed in. */
    boolean isStaff() {
        return Stream.of(Role.CONSULTATION_REVIEWER, Role.SECRETARIAT, Role.PROGRAMME_MANAGER)
                .anyMatch(caller::has);
    }

    /** Whether the caller sees the own, which takes a token that reads. */
    boolean readsOwn() {
        return !caller.isAnonymous() && caller.isGranted("agenda:read");
    }

    /** Refuses whoever asks for the own without saying who that is. */
    void requireToReadOwn() {
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!readsOwn()) {
            throw AccessProblem.INSUFFICIENT_SCOPE.because("Ask for a token with the scope agenda:read.");
        }
    }

    /** Whether the caller makes all of the programme. */
    boolean isManager() {
        return caller.has(Role.PROGRAMME_MANAGER);
    }

    String subject() {
        return caller.subject();
    }

    boolean isOwner(String owner) {
        return owner.equals(caller.subject());
    }
}
