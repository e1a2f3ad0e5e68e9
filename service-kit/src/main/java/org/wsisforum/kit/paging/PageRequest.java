package org.wsisforum.kit.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Which page of a list is wanted; a parameter of every list.
 *
 * @param cursor where the page starts, from a link of another page; null for the first page
 * @param limit the most items to answer, 1 to 200
 * @param count {@code exact} to have the total counted
 */
public record PageRequest(
        @RestQuery @Parameter(description = "Where the page starts: taken from a link of another page, never made up.")
        String cursor,

        @RestQuery
        @DefaultValue("50")
        @Min(1)
        @Max(200)
        @Parameter(description = "The most items to answer.", example = "50")
        int limit,

        @RestQuery
        @Pattern(regexp = "exact", message = "Only count=exact is known.")
        @Parameter(description = "`exact` to have all items counted.", example = "exact")
        String count) {

    boolean wantsCount() {
        return count != null;
    }
}
