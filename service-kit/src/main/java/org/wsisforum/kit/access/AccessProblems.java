package org.wsisforum.kit.access;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class AccessProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(AccessProblem.values());
    }
}
