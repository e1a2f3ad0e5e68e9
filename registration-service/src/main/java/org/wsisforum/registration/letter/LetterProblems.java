package org.wsisforum.registration.letter;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

@Singleton
class LetterProblems implements ProblemCatalogue {
    @Override
    public List<? extends ProblemType> types() {
        return List.of(LetterProblem.values());
    }

    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of(
                "circular_letter_reference_is_free", LetterProblem.REFERENCE_TAKEN,
                "letter_is_not_out", LetterProblem.LETTER_IS_OUT);
    }
}
