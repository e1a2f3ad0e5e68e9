package org.wsisforum.awards.vote;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of a voter who was set apart. */
@Schema(
        name = "QuarantineDecision",
        description = "`counted`: the votes count like all others; `excluded`: they do not.",
        enumeration = {"counted", "excluded"})
enum Decision {
    COUNTED,
    EXCLUDED;

    /** As it crosses HTTP, and as it is stored. */
    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Decision of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
