package org.wsisforum.registration.partner;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How binding a pledge is. */
@Schema(
        description = "How binding a pledge is.",
        enumeration = {"pledged", "confirmed", "withdrawn"})
enum PledgeState {
    /** Promised, and open to be changed. */
    PLEDGED,
    /** The secretariat counts on it. */
    CONFIRMED,
    WITHDRAWN;

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
