package org.wsisforum.kit.conditional;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class ConditionalProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(ConditionalProblem.values());
    }
}
