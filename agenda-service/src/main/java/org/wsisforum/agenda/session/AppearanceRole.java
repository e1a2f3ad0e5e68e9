package org.wsisforum.agenda.session;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person does in a session. */
@Schema(
        description = "What a person does in a session.",
        enumeration = {
            "chair",
            "high-level-track-facilitator",
            "moderator",
            "opening-remarks",
            "keynote",
            "panellist",
            "speaker",
            "discussant",
            "rapporteur",
            "closing-remarks"
        })
public enum AppearanceRole {
    CHAIR,
    /** Nominated by a stakeholder group to moderate a high-level policy session. */
    HIGH_LEVEL_TRACK_FACILITATOR,
    MODERATOR,
    OPENING_REMARKS,
    KEYNOTE,
    PANELLIST,
    SPEAKER,
    DISCUSSANT,
    RAPPORTEUR,
    CLOSING_REMARKS;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static AppearanceRole of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
