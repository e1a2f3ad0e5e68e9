package org.wsisforum.awards.winner;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a project has become. */
@Schema(
        name = "LaureateKind",
        description = "`champion`: among those with most votes in its category; `winner`: chosen among them.",
        enumeration = {"winner", "champion"})
public enum Kind {
    WINNER,
    CHAMPION;

    static Kind of(Laureate laureate) {
        return laureate.won() ? WINNER : CHAMPION;
    }

    /** Where the certificate of this kind stands. */
    String certificateOf(Laureate laureate) {
        return "/awards/v1/editions/" + laureate.edition() + "/" + json() + "s/" + laureate.project() + "/certificate";
    }

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Kind of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
