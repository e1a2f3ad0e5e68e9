package org.wsisforum.kit.problem;

import java.util.List;
import java.util.Locale;

/** One way in which a request can be refused: a constant of a feature's enum. */
public interface ProblemType {

    /** The enum constant's name; {@link #code()} is made of it. */
    String name();

    /** The HTTP status of the answer. */
    int status();

    /** What the problem is, in one sentence that is the same each time it occurs. */
    String title();

    /** The stable code that programs compare, for example {@code slot-taken}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The failure to throw.
     *
     * @param detail what happened this time, a sentence for a person; it is shown to the caller, so it holds nothing that the
     *     caller may not see
     */
    default ProblemException because(String detail) {
        return new ProblemException(this, detail, List.of());
    }

    /** The failure to throw when single fields of the body are at fault. */
    default ProblemException because(String detail, List<Problem.FieldError> errors) {
        return new ProblemException(this, detail, errors);
    }
}
