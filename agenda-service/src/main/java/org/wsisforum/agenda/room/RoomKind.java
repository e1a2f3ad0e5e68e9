package org.wsisforum.agenda.room;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a room is made of. */
@Schema(
        description = "Whether one walks into the room or opens it on a screen.",
        enumeration = {"physical", "virtual"})
public enum RoomKind {
    PHYSICAL,
    VIRTUAL;

    /** As it crosses HTTP. */
    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static RoomKind of(String json) {
        return valueOf(json.toUpperCase(Locale.ROOT));
    }
}
