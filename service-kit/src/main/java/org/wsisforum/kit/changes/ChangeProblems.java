package org.wsisforum.kit.changes;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class ChangeProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(ChangeProblem.values());
    }
}
