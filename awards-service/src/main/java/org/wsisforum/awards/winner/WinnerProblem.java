package org.wsisforum.awards.winner;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about winners. */
enum WinnerProblem implements ProblemType {
    SELECTION_CLOSED(409, "Winners are not being selected at this time."),
    WINNERS_ANNOUNCED(409, "The winners are announced.");

    private final int status;
    private final String title;

    WinnerProblem(int status, String title) {
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
            return List.of(WinnerProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("winner_decision_pkey", ConditionalProblem.ALREADY_EXISTS);
        }
    }
}
