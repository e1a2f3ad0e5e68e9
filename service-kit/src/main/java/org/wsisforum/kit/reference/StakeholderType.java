package org.wsisforum.kit.reference;

import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * A kind of stakeholder.
 *
 * @param code the stable code, for example {@code civil-society}
 * @param statisticsGroup the group under which figures are published, which counts academia and the technical community as one
 * @param name the name
 */
@Schema(description = "A kind of stakeholder.")
public record StakeholderType(
        @Schema(description = "The stable code.", examples = "civil-society")
        String code,

        @Schema(description = "The group under which figures are published.", examples = "civil-society")
        String statisticsGroup,

        @Schema(description = "The name.") Text name) {

    /** The type that an input means: its code, in any case, with hyphens, spaces or neither. */
    public static Optional<StakeholderType> of(String input) {
        return CodeInput.find(All.BY_KEY, input);
    }

    static ReferenceList<StakeholderType> all() {
        return All.LIST;
    }

    private static final class All {
        static final ReferenceList<StakeholderType> LIST =
                ReferenceList.read("stakeholder-types.json", StakeholderType.class);
        static final Map<String, StakeholderType> BY_KEY =
                CodeInput.index(LIST.items().stream().map(type -> Map.entry(type.code(), type)));
    }
}
