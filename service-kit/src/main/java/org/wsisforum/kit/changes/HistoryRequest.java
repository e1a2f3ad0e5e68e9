package org.wsisforum.kit.changes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Which part of a history is wanted; a parameter of every operation that answers one.
 *
 * @param since cursor of an earlier answer; null for the beginning
 * @param limit the most changes to answer, 1 to 200
 */
public record HistoryRequest(
        @RestQuery @Parameter(description = "Cursor of an earlier answer; without it, from the beginning.")
        String since,

        @RestQuery
        @DefaultValue("50")
        @Min(1)
        @Max(200)
        @Parameter(description = "The most changes to answer.", example = "50")
        int limit) {}
