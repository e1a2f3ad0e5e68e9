package org.wsisforum.gateway.problem;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of a refusal, in the form of RFC 9457.
 *
 * @param type stable address of the kind of problem
 * @param title the kind of problem in one sentence
 * @param status the HTTP status, repeated
 * @param detail what happened this time
 * @param instance the path that was called, without its query: a query may hold a one-time key
 * @param code stable code for programs
 * @param requestId by what the request is known in the logs
 * @param traceId the trace that it belongs to
 * @param violatedPolicies the policies of the limits on rate that the request breaks
 */
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        String traceId,

        @JsonProperty("violated-policies") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> violatedPolicies) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
