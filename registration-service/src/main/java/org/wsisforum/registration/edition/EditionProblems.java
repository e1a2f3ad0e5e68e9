package org.wsisforum.registration.edition;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class EditionProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(EditionProblem.values());
    }
}
