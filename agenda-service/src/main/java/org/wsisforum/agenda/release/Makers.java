package org.wsisforum.agenda.release;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.kit.access.AccessProblem;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.RequestProblem;

/** Who sees the draft of the programme. */
@ApplicationScoped
public class Makers {

    @Inject
    Caller caller;

    /** Refuses whoever may not see the rooms and all people of the draft. */
    public void require() {
        requireOneOf(Role.PROGRAMME_MANAGER, Role.SECRETARIAT);
    }

    /** Refuses whoever has none of these roles, or a token without the scope to read the draft. */
    public void requireOneOf(String... roles) {
        require(Stream.of(roles).anyMatch(caller::has));
    }

    /** Refuses whoever makes nothing of the draft, or has a token without the scope to read it. */
    public void require(boolean makesSome) {
        if (!makesSome) {
            throw RequestProblem.FORBIDDEN.because("The draft is for those who make the programme.");
        }
        if (!caller.isGranted("agenda:read")) {
            throw AccessProblem.INSUFFICIENT_SCOPE.because("Ask for a token with the scope agenda:read.");
        }
    }
}
