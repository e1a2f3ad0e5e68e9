package org.wsisforum.agenda.session;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one takes part in a session. */
@Schema(
        description = "How one takes part.",
        enumeration = {"virtual", "physical", "hybrid"})
public enum Attendance {
    VIRTUAL,
    PHYSICAL,
    /** Physical and virtual. */
    HYBRID;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Attendance of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
