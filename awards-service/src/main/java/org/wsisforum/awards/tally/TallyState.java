package org.wsisforum.awards.tally;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a tally has come. */
@Schema(
        description = "`waiting`: nobody counts yet; `counting`: a copy of the service does; `done`: there is a result;"
                + " `failed`: it could not be counted, ask for another.",
        enumeration = {"waiting", "counting", "done", "failed"})
enum TallyState {
    WAITING,
    COUNTING,
    DONE,
    FAILED;

    /** As it crosses HTTP. */
    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static TallyState of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
