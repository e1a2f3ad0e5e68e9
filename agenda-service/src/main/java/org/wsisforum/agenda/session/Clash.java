package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session that is in the way of another one.
 *
 * @param over what both want
 * @param wanted the room or the person
 * @param session the session that is in the way
 * @param code what it is called
 * @param draft whether only those who make it see it yet
 * @param startsAt its beginning
 * @param endsAt its end
 */
@Schema(
        name = "SessionClash",
        description = "Another session at the same time in the same room, or with the same person.")
public record Clash(
        Over over,

        @Schema(description = "The room or the person.", examples = "0190b0a2-5c7a-7000-8000-000000000011")
        UUID wanted,

        @Schema(description = "The other session.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID session,

        @Schema(description = "What people and programs call it.", examples = "session-348")
        String code,

        @Schema(description = "Whether only those who make it see it yet.")
        boolean draft,

        @Schema(description = "Its beginning, in UTC.", examples = "2021-05-18T11:00:00Z")
        Instant startsAt,

        @Schema(description = "Its end, in UTC.", examples = "2021-05-18T11:30:00Z")
        Instant endsAt) {

    /** What two sessions want at the same time. */
    @Schema(
            name = "ClashOver",
            description = "What both sessions want.",
            enumeration = {"room", "person"})
    public enum Over {
        ROOM,
        PERSON;

        /** As it crosses HTTP. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Clash with(Session other, Over over, UUID wanted) {
        return new Clash(over, wanted, other.id(), other.code(), other.isDraft(), other.startsAt(), other.endsAt());
    }
}
