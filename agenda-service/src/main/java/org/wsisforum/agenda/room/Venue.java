package org.wsisforum.agenda.room;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * A room as the programme names it beside a session.
 *
 * @param id the room
 * @param code what people and programs call it
 * @param name the name on the door
 * @param kind whether one walks into it or opens it on a screen
 */
@Schema(name = "SessionRoom", description = "Where a session takes place.")
public record Venue(
        @Schema(description = "The room.", examples = "0190b0a2-5c7a-7000-8000-000000000011")
        UUID id,

        @Schema(description = "What people and programs call it.", examples = "popov")
        String code,

        @Schema(description = "The name on the door.") Text name,
        RoomKind kind) {}
