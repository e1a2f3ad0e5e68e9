package org.wsisforum.kit.idempotency;

import org.wsisforum.kit.problem.ProblemType;

/** Refusals about repeated requests. */
public enum IdempotencyProblem implements ProblemType {
    IDEMPOTENCY_KEY_REQUIRED(400, "The request needs an Idempotency-Key, so that sending it again does no harm."),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request."),
    REQUEST_IN_PROGRESS(409, "The same request is being worked on.");

    private final int status;
    private final String title;

    IdempotencyProblem(int status, String title) {
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
