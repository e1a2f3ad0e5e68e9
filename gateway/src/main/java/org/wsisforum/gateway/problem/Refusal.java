package org.wsisforum.gateway.problem;

/** A refusal on its way to the client. Carries no stack: it is an answer, not a fault. */
public final class Refusal extends RuntimeException {

    private final GatewayProblem problem;

    Refusal(GatewayProblem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
    }

    /** The kind of problem. */
    public GatewayProblem problem() {
        return problem;
    }
}
