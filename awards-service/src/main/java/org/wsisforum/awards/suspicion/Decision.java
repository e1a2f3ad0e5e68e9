package org.wsisforum.awards.suspicion;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person finds of two that are alike. */
@Schema(
        name = "LikenessDecision",
        description = "`same`: one and the same project; `different`: two projects, however alike.",
        enumeration = {"same", "different"})
enum Decision {
    SAME,
    DIFFERENT;

    /** As it crosses HTTP. */
    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Decision of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
