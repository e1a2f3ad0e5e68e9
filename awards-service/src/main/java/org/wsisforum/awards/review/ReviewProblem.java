package org.wsisforum.awards.review;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.conditional.ConditionalProblem;
import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about the Expert Group's part. */
enum ReviewProblem implements ProblemType {
    REVIEW_CLOSED(409, "This is not possible in this phase of the contest."),
    EXPERT_IN_CONFLICT(409, "Something stands between the expert and the project."),
    EXPERT_OF_OTHER_CATEGORIES(409, "The expert does not judge the category of the project."),
    EXPERT_IS_ASSIGNED(409, "The expert has projects to judge."),
    REVIEW_INCOMPLETE(409, "Projects of the category are not screened or not scored."),
    ALREADY_NOMINATED(409, "The nominees of the category are chosen."),
    NOT_NOMINATED(409, "The project is neither a nominee nor on the waiting list.");

    private final int status;
    private final String title;

    ReviewProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Singleton
    static class Catalogue implements ProblemCatalogue {
        @Override
        public List<? extends ProblemType> types() {
            return List.of(ReviewProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "expert_pkey",
                    ConditionalProblem.ALREADY_EXISTS,
                    "screening_pkey",
                    ConditionalProblem.ALREADY_EXISTS,
                    "review_pkey",
                    ConditionalProblem.ALREADY_EXISTS,
                    "assignment_is_of_an_expert",
                    EXPERT_IS_ASSIGNED,
                    "nomination_pkey",
                    ALREADY_NOMINATED,
                    "nominee_stands_once",
                    ALREADY_NOMINATED);
        }
    }
}
