package org.wsisforum.agenda.edition;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about the edition that an address or a text belongs to. */
enum EditionProblem implements ProblemType {
    EDITION_NOT_FOUND(404, "The Forum has no such edition."),
    LANGUAGE_NOT_OF_EDITION(422, "The text is in a language that this edition does not speak.");

    private final int status;
    private final String title;

    EditionProblem(int status, String title) {
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
            return List.of(EditionProblem.values());
        }
    }
}
