package org.wsisforum.kit.reference;

import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * A kind of session in the programme.
 *
 * @param code the stable code, for example {@code thematic-workshop}
 * @param name the name
 */
@Schema(description = "A kind of session in the programme.")
public record SessionType(
        @Schema(description = "The stable code.", examples = "thematic-workshop")
        String code,

        @Schema(description = "The name.") Text name) {

    /** The type that an input means: its code, in any case, with hyphens, spaces or neither. */
    public static Optional<SessionType> of(String input) {
        return CodeInput.find(All.BY_KEY, input);
    }

    static ReferenceList<SessionType> all() {
        return All.LIST;
    }

    private static final class All {
        static final ReferenceList<SessionType> LIST = ReferenceList.read("session-types.json", SessionType.class);
        static final Map<String, SessionType> BY_KEY =
                CodeInput.index(LIST.items().stream().map(type -> Map.entry(type.code(), type)));
    }
}
