package org.wsisforum.awards.pastwinner;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Past winners need no refusals of their own. */
@Singleton
class PastWinnerProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of();
    }

    /** Of two requests that enter the same at the same moment, the second finds it there. */
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of("past_winner_pkey", ConditionalProblem.ALREADY_EXISTS);
    }
}
