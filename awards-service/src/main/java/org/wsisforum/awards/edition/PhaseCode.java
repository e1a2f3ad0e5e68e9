package org.wsisforum.awards.edition;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The five phases of the contest, in their order. */
@Schema(
        name = "PhaseCode",
        description = "The phases of the contest, in their order.",
        enumeration = {"submission", "nomination", "voting", "selection", "announcement"})
public enum PhaseCode {
    /** Projects are handed in. */
    SUBMISSION,
    /** The Expert Group chooses the nominees of each category. */
    NOMINATION,
    /** The public votes for the champions among the nominees. */
    VOTING,
    /** The Expert Group chooses the winners among the champions. */
    SELECTION,
    /** The winners are made public at the ceremony. */
    ANNOUNCEMENT;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static PhaseCode of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
