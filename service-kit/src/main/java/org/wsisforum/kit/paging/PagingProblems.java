package org.wsisforum.kit.paging;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class PagingProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(PagingProblem.values());
    }
}
