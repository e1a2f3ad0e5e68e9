package org.wsisforum.gateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A refusal on its way to the client. Carries no stack: it is an answer, not a fault. */
public final class Refusal extends RuntimeException {

    private final GatewayProblem problem;
    private final List<String> violatedPolicies;
    private final Duration retryAfter;

    private Refusal(GatewayProblem problem, String detail, List<String> violatedPolicies, Duration retryAfter) {
        super(detail, null, false, false);
        this.problem = problem;
        this.violatedPolicies = violatedPolicies;
        this.retryAfter = retryAfter;
    }

    Refusal(GatewayProblem problem, String detail) {
        this(problem, detail, List.of(), null);
    }

    /** The refusal of a request that is more than this policy allows, until the caller has waited for so long. */
    public static Refusal beyondQuota(String policy, Duration retryAfter, String detail) {
        return new Refusal(GatewayProblem.QUOTA_EXCEEDED, detail, List.of(policy), retryAfter);
    }

    /** The refusal of a request that a service has no room for now. */
    public static Refusal ofReducedCapacity(String detail) {
        return new Refusal(GatewayProblem.TEMPORARY_REDUCED_CAPACITY, detail, List.of(), Duration.ofSeconds(2));
    }

    /** The policies of the limits on rate that it breaks; empty if it is about something else. */
    List<String> violatedPolicies() {
        return violatedPolicies;
    }

    /** When it makes sense to try again, if that is known. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The kind of problem. */
    public GatewayProblem problem() {
        return problem;
    }
}
