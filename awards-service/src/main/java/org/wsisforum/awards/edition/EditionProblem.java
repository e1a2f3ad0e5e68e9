package org.wsisforum.awards.edition;

import org.wsisforum.kit.problem.ProblemType;

/** Refusals about editions. */
enum EditionProblem implements ProblemType {
    EDITION_NOT_FOUND(404, "There is no such edition.");

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
