package org.wsisforum.kit.text;

import org.wsisforum.kit.problem.ProblemType;

/** Refusals about languages. */
public enum TextProblem implements ProblemType {
    LANGUAGE_NOT_AVAILABLE(422, "The Forum does not speak this language.");

    private final int status;
    private final String title;

    TextProblem(int status, String title) {
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
