package org.wsisforum.awards.vote;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes a voter suspicious. */
@Schema(
        name = "QuarantineReason",
        description =
                "`crowded-network`: many voters voted from one network; `disposable-mailbox`: the address is of a throw-away"
                        + " mailbox; `burst`: many votes for one project came out of one network within a short time.",
        enumeration = {"crowded-network", "disposable-mailbox", "burst"})
enum Reason {
    CROWDED_NETWORK,
    DISPOSABLE_MAILBOX,
    BURST;

    /** As it crosses HTTP, and as it is stored. */
    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Reason of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
