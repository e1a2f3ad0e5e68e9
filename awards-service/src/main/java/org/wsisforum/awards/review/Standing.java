package org.wsisforum.awards.review;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a project when the nominees of its category were chosen, and since. */
@Schema(
        name = "Standing",
        description =
                "`nominee`: from the beginning; `moved-up`: from the waiting list; `waiting`: on it; `taken-out` and"
                        + " `withdrawn`: no longer; `not-nominated`: behind the waiting list.",
        enumeration = {"nominee", "moved-up", "waiting", "taken-out", "withdrawn", "not-nominated"})
public enum Standing {
    NOMINEE,
    MOVED_UP,
    WAITING,
    TAKEN_OUT,
    WITHDRAWN,
    NOT_NOMINATED;

    /** Whether the project is among the nominees now. */
    boolean isNominated() {
        return this == NOMINEE || this == MOVED_UP;
    }

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Standing of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
