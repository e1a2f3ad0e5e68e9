package org.wsisforum.kit.idempotency;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class IdempotencyProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(IdempotencyProblem.values());
    }

    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of("idempotent_answer_pkey", IdempotencyProblem.REQUEST_IN_PROGRESS);
    }
}
