package org.wsisforum.registration.delegation;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where somebody takes part: the two kinds of places that a delegation has. */
@Schema(
        description = "Where somebody takes part.",
        enumeration = {"on-site", "remote"})
public enum Attendance {
    ON_SITE,
    REMOTE;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in an address. */
    public static Attendance fromString(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
