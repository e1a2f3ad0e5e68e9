package org.wsisforum.kit.reference;

import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * One of the six regions of ITU. A project or entity without a country has none.
 *
 * @param code the code of ITU, for example {@code ARB}
 * @param name the name
 */
@Schema(description = "One of the six regions of ITU.")
public record Region(
        @Schema(description = "The code of ITU.", examples = "ARB")
        String code,

        @Schema(description = "The name.") Text name) {

    /** The region that an input means, in any case. */
    public static Optional<Region> of(String input) {
        return CodeInput.find(All.BY_KEY, input);
    }

    static ReferenceList<Region> all() {
        return All.LIST;
    }

    private static final class All {
        static final ReferenceList<Region> LIST = ReferenceList.read("regions.json", Region.class);
        static final Map<String, Region> BY_KEY =
                CodeInput.index(LIST.items().stream().map(region -> Map.entry(region.code(), region)));
    }
}
