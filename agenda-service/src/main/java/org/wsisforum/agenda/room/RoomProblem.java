package org.wsisforum.agenda.room;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about rooms. */
enum RoomProblem implements ProblemType {
    ROOM_CODE_TAKEN(409, "Another room of the edition has this code."),
    ROOM_IN_USE(409, "Sessions are to take place in this room.");

    private final int status;
    private final String title;

    RoomProblem(int status, String title) {
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
            return List.of(RoomProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "room_code_is_free", ROOM_CODE_TAKEN,
                    "session_is_in_a_room", ROOM_IN_USE,
                    // Two who create at one address at the same moment.
                    "room_pkey", ConditionalProblem.ALREADY_EXISTS);
        }
    }
}
