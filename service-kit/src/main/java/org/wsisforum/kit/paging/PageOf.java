package org.wsisforum.kit.paging;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items the items of this page, in the order of the list
 * @param links where the other pages are
 * @param count how many items the list has, if that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageOf<V>(
        List<V> items,
        Links links,

        @Schema(description = "How many items the whole list has; only with `count=exact`.", examples = "18")
        Long count) {

    /** The pages around this one; a link that is not there leads nowhere. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PageLinks", description = "Where the other pages are, relative to this origin.")
    public record Links(
            @Schema(description = "The first page.") String first,

            @Schema(description = "The page before, if there is one.")
            String prev,

            @Schema(description = "The page after, if there is one.")
            String next,

            @Schema(
                    description =
                            "The changes since this page was true: list all pages, then follow from the link of the"
                                    + " first one.")
            String changes) {}
}
