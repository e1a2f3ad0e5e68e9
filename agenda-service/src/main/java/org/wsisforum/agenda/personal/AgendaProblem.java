package org.wsisforum.agenda.personal;

import java.util.List;

import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemCatalogue;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about what people put on their agenda. */
enum AgendaProblem implements ProblemType {
    AGENDA_FULL(409, "No more sessions can be put on one agenda.");

    private final int status;
    private final String title;

    AgendaProblem(int status, String title) {
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
            return List.of(AgendaProblem.values());
        }
    }
}
