package org.wsisforum.awards.review;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a project does not fit the rules of the contest. */
@Schema(
        name = "ScreeningReason",
        description = "Why a project does not fit the rules of the contest.",
        enumeration = {
            "late",
            "incomplete",
            "not-english",
            "duplicate",
            "past-winner",
            "wrong-category",
            "not-completed",
            "other"
        })
public enum ScreeningReason {
    LATE,
    INCOMPLETE,
    NOT_ENGLISH,
    DUPLICATE,
    PAST_WINNER,
    WRONG_CATEGORY,
    /** Neither the work nor a major phase of it has come to an end. */
    NOT_COMPLETED,
    OTHER;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static ScreeningReason of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
