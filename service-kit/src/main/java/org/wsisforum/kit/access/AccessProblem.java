package org.wsisforum.kit.access;

import jakarta.ws.rs.core.HttpHeaders;

import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.problem.ProblemType;

/** Refusals about who calls. */
public enum AccessProblem implements ProblemType {
    INSUFFICIENT_SCOPE(403, "The token was not given the scope that this needs."),
    LINK_NOT_VALID(401, "The link does not open this, or no longer does.");

    private final int status;
    private final String title;

    AccessProblem(int status, String title) {
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

    /** A 401 names its challenge (RFC 9110, 11.6.1); that of a link is not the one that the problem mappers write. */
    @Override
    public ProblemException because(String detail) {
        var refusal = ProblemType.super.because(detail);
        return this == LINK_NOT_VALID ? refusal.with(HttpHeaders.WWW_AUTHENTICATE, "Link realm=\"wsis\"") : refusal;
    }
}
