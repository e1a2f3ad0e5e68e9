package org.wsisforum.agenda.release;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about releases. */
enum ReleaseProblem implements ProblemType {
    NOTHING_TO_RELEASE(409, "The draft shows nothing that the newest release does not show."),
    RELEASE_NOT_FOUND(404, "The edition has no such release.");

    private final int status;
    private final String title;

    ReleaseProblem(int status, String title) {
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
            return List.of(ReleaseProblem.values());
        }
    }
}
