package org.wsisforum.kit.changes;

import org.wsisforum.kit.problem.ProblemType;

/** Refusals of the change feed. */
public enum ChangeProblem implements ProblemType {
    CHANGE_CURSOR_NOT_VALID(400, "The text is no cursor of this feed."),
    CURSOR_TOO_OLD(410, "The changes since this cursor are no longer to be had.");

    private final int status;
    private final String title;

    ChangeProblem(int status, String title) {
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
