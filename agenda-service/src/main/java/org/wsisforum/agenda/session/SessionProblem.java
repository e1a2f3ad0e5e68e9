package org.wsisforum.agenda.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about sessions. */
enum SessionProblem implements ProblemType {
    SESSION_CODE_TAKEN(409, "Another session of the edition has this code."),
    ROOM_TAKEN(409, "Another session takes place in the room at that time."),
    SESSION_NOT_SCHEDULED(409, "The session does not stand as it must for this.");

    private final int status;
    private final String title;

    SessionProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Singleton
    static class Catalogue implements ProblemCatalogue {
        @Override
        public List<? extends ProblemType> types() {
            return List.of(SessionProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "session_code_is_free",
                    SESSION_CODE_TAKEN,
                    "session_has_its_room_alone",
                    ROOM_TAKEN,
                    // Two who create at one address at the same moment.
                    "session_pkey",
                    ConditionalProblem.ALREADY_EXISTS);
        }
    }
}
