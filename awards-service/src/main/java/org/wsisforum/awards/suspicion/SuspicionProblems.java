package org.wsisforum.awards.suspicion;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Suspicions need no refusals of their own. */
@Singleton
class SuspicionProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of();
    }

    /** Of two people who decide first at the same moment, the second has not seen what the first decided. */
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of("likeness_decision_pkey", ConditionalProblem.STALE_VERSION);
    }
}
