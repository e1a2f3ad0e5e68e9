package org.wsisforum.kit.paging;

import org.wsisforum.kit.problem.ProblemType;

/** Refusals of paging. */
public enum PagingProblem implements ProblemType {
    CURSOR_NOT_VALID(400, "The cursor was not made for this list.");

    private final int status;
    private final String title;

    PagingProblem(int status, String title) {
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
