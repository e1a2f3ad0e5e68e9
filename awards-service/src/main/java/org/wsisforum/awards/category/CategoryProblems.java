package org.wsisforum.awards.category;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Categories need no refusals of their own. */
@Singleton
class CategoryProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of();
    }

    /** Of two requests that create the same category at the same moment, the second finds it there. */
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of("category_pkey", ConditionalProblem.ALREADY_EXISTS);
    }
}
