package org.wsisforum.kit.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A refusal on its way to the client; thrown with {@link ProblemType#because}. Ends a transaction without a trace. */
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<Problem.FieldError> errors;
    private final transient Map<String, String> headers = new TreeMap<>();

    ProblemException(ProblemType type, String detail, List<Problem.FieldError> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** Adds a response header that belongs to this refusal, for example {@code Retry-After}. */
    public ProblemException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Which refusal it is. */
    public ProblemType type() {
        return type;
    }

    List<Problem.FieldError> errors() {
        return errors;
    }

    Map<String, String> headers() {
        return headers;
    }
}
