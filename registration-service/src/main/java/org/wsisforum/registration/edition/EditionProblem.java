package org.wsisforum.registration.edition;

import org.wsisforum.kit.problem.ProblemType;

enum EditionProblem implements ProblemType {
    EDITION_NOT_FOUND(404, "The Forum has no such edition."),
    LANGUAGE_NOT_OF_EDITION(422, "The edition is not held in this language.");

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
}
