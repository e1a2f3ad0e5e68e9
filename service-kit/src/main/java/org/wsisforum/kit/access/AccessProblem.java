package org.wsisforum.kit.access;

import org.wsisforum.kit.problem.ProblemType;

/** Refusals about who calls. */
public enum AccessProblem implements ProblemType {
    INSUFFICIENT_SCOPE(403, "The token was not given the scope that this needs."),
    LINK_NOT_VALID(401, "The link does not open this, or no longer does.");

    private final int status;
    private final String title;

    AccessProblem(int status, String title) {
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
