package org.wsisforum.agenda.person;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about people. */
enum PersonProblem implements ProblemType {
    PERSON_IN_PROGRAMME(409, "The person stands in sessions.");

    private final int status;
    private final String title;

    PersonProblem(int status, String title) {
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
            return List.of(PersonProblem.values());
        }

        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("appearance_is_of_a_person", PERSON_IN_PROGRAMME);
        }
    }
}
