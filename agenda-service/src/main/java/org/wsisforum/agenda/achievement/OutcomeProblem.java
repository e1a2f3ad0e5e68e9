package org.wsisforum.agenda.achievement;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about outcomes. */
enum OutcomeProblem implements ProblemType {
    STATEMENT_NOT_DELIVERED(409, "The statement has not been delivered.");

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
    }
}
