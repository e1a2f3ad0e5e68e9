package org.wsisforum.kit.conditional;

import org.wsisforum.kit.problem.ProblemType;

/** Refusals of conditional requests. */
public enum ConditionalProblem implements ProblemType {
    PRECONDITION_REQUIRED(428, "The change must say which version it changes."),
    STALE_VERSION(412, "Somebody changed this since it was read."),
    ALREADY_EXISTS(412, "There is already something at this address."),
    INVALID_PATCH(400, "The patch is not a JSON object.");

    private final int status;
    private final String title;

    ConditionalProblem(int status, String title) {
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
