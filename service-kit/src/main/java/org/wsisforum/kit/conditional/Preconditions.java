package org.wsisforum.kit.conditional;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

/** What the current request demands of the row that it wants to change. */
@RequestScoped
public class Preconditions {

    @Inject
    HttpHeaders headers;

    /**
     * Refuses the change unless the caller has seen this version of the row: 428 without {@code If-Match}, 412 when the row
     * has moved on.
     *
     * @param version the row's present version
     */
    public void requireSeen(long version) {
        var ifMatch = lines(HttpHeaders.IF_MATCH);
        if (ifMatch.isEmpty()) {
            throw ConditionalProblem.PRECONDITION_REQUIRED.because(
                    "Read it, and send its ETag back in If-Match, so that nobody's change is lost.");
        }
        if (!Tag.matchHits(ifMatch, version)) {
            throw ConditionalProblem.STALE_VERSION.because(
                    "Read it again, and decide whether your change still holds.");
        }
    }

    /** Refuses a PUT that must create ({@code If-None-Match: *}); to be called where something is there already. */
    public void requireAbsent() {
        if (lines(HttpHeaders.IF_NONE_MATCH).stream()
                .anyMatch(line -> line.strip().equals("*"))) {
            throw ConditionalProblem.ALREADY_EXISTS.because("The request was to create, but this exists.");
        }
    }

    /**
     * Refuses a PUT to an address where nothing is, unless it says that it creates ({@code If-None-Match: *}): 412 when it
     * wants to change a version, which somebody must have removed, 428 when it says neither.
     */
    public void requireToCreate() {
        if (!lines(HttpHeaders.IF_MATCH).isEmpty()) {
            throw ConditionalProblem.STALE_VERSION.because("There is nothing at this address, or no longer.");
        }
        if (lines(HttpHeaders.IF_NONE_MATCH).isEmpty()) {
            throw ConditionalProblem.PRECONDITION_REQUIRED.because(
                    "There is nothing at this address. Send If-None-Match: * to create it.");
        }
    }

    private List<String> lines(String header) {
        var lines = headers.getRequestHeader(header);
        return lines == null ? List.of() : lines;
    }
}
