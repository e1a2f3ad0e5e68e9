package org.wsisforum.kit.problem;

import java.util.List;

import org.wsisforum.kit.problem.Problem.FieldError;

/** The refusals that any operation can answer. */
public enum RequestProblem implements ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be read."),
    UNAUTHENTICATED(401, "The request carries no valid credential."),
    FORBIDDEN(403, "The credential does not allow this."),
    NOT_FOUND(404, "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "This address does not answer to this method."),
    NOT_ACCEPTABLE(406, "This address has no representation that the request accepts."),
    CONFLICT(409, "The change contradicts what is already stored."),
    CONTENT_TOO_LARGE(413, "The body is larger than this address takes."),
    URI_TOO_LONG(414, "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is in a format that this address does not take."),
    VALIDATION_FAILED(422, "The request breaks a rule for one or more fields."),
    HEADERS_TOO_LARGE(431, "The headers are too large."),
    INTERNAL_ERROR(500, "The service failed."),
    SERVICE_UNAVAILABLE(503, "The service cannot answer for the moment.");

    private final int status;
    private final String title;

    RequestProblem(int status, String title) {
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

    /**
     * Refuses a body with faults that only the feature can find, just as one that breaks a rule of its fields is refused.
     *
     * @param faults what breaks a rule, and where; with none nothing happens
     */
    public static void requireNone(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw VALIDATION_FAILED.because(count(faults), faults);
        }
    }

    /** How many fields break a rule, in a sentence. */
    static String count(List<FieldError> faults) {
        return faults.size() == 1 ? "One field breaks a rule." : faults.size() + " fields break a rule.";
    }

    /** The general refusal for a status that the framework answers; 4xx that have no own type are malformed requests. */
    static RequestProblem forStatus(int status) {
        for (var problem : values()) {
            if (problem.status == status) {
                return problem;
            }
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
    }
}
