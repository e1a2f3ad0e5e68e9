package org.wsisforum.awards.project;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about projects. */
enum ProjectProblem implements ProblemType {
    SUBMISSION_CLOSED(409, "Projects are not taken at this time."),
    PROJECT_INCOMPLETE(422, "The project lacks something that the contest asks for."),
    PROJECT_WITHDRAWN(409, "The project was withdrawn."),
    PROJECT_NOT_SUBMITTED(409, "The project has not been submitted."),
    PROJECT_SUBMITTED(409, "The project has been submitted already."),
    SAME_PROJECT_SUBMITTED(409, "This project of the entity takes part already."),
    ENTITY_HAS_A_PROJECT(409, "The entity takes part in the category with another project."),
    TOO_MANY_PICTURES(409, "The project has as many pictures as one may have."),
    NO_PICTURE(422, "What was sent is no picture that can be shown.");

    private final int status;
    private final String title;

    ProjectProblem(int status, String title) {
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
            return List.of(ProjectProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "project_is_submitted_once", SAME_PROJECT_SUBMITTED,
                    "project_of_the_entity_in_the_category", ENTITY_HAS_A_PROJECT);
        }
    }
}
