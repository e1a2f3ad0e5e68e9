package org.wsisforum.kit.text;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class TextProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(TextProblem.values());
    }
}
