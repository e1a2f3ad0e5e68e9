package org.wsisforum.awards.ledger;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about the ledger. */
enum LedgerProblem implements ProblemType {
    VOTING_NOT_OVER(409, "The votes of the edition are not all cast.");

    private final int status;
    private final String title;

    LedgerProblem(int status, String title) {
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
            return List.of(LedgerProblem.values());
        }
    }
}
