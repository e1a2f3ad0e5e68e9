package org.wsisforum.awards.tally;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a tally has come. */
@Schema(
        description =
                "`waiting`: nobody is at it yet; `sealing`: a copy of the service seals the ledger, unless that was done;"
                        + " `counting`: it counts; `done`: there is a result; `failed`: it could not be done, ask for another.",
        enumeration = {"waiting", "sealing", "counting", "done", "failed"})
enum TallyState {
    WAITING,
    SEALING,
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
