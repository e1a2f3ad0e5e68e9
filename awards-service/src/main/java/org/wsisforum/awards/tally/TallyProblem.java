package org.wsisforum.awards.tally;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about the counting of votes. */
enum TallyProblem implements ProblemType {
    TALLY_NOT_DONE(409, "The votes are not counted to the end."),
    TIES_OPEN(409, "The Expert Group has not decided between projects with as many votes."),
    CHAMPIONS_PUBLIC(409, "The champions are public and stay as they are.");

    private final int status;
    private final String title;

    TallyProblem(int status, String title) {
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
            return List.of(TallyProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("tie_decision_pkey", ConditionalProblem.ALREADY_EXISTS);
        }
    }
}
