package org.wsisforum.agenda.achievement;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about outcomes. */
enum OutcomeProblem implements ProblemType {
    STATEMENT_NOT_DELIVERED(409, "The statement has not been delivered."),
    SESSION_HAS_OUTCOMES(409, "Outcomes are recorded of the session.");

    private final int status;
    private final String title;

    OutcomeProblem(int status, String title) {
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
            return List.of(OutcomeProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("outcome_is_of_a_session", SESSION_HAS_OUTCOMES);
        }
    }
}
