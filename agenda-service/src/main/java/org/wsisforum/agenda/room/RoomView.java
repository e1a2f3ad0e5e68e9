package org.wsisforum.agenda.room;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/** A room as everybody sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Room", description = "A room of the Forum, physical or virtual.")
public record RoomView(
        @Schema(description = "Stable id.", examples = "0190b0a2-5c7a-7000-8000-000000000011")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "What people and programs call it.", examples = "popov")
        String code,

        @Schema(description = "The name on the door.") Text name,
        RoomKind kind,

        @Schema(description = "How many people it takes.", examples = "180")
        Integer capacity,

        @Schema(description = "The building of a physical room.", examples = "ITU Tower")
        String building,

        @Schema(description = "The floor of a physical room.", examples = "1st basement")
        String floor,

        @Schema(description = "What a virtual room runs on.", examples = "Zoom")
        String platform,

        @Schema(description = "Whether one reaches a seat without a step.", examples = "true")
        boolean stepFree,

        @Schema(description = "Whether it has an induction loop.", examples = "true")
        boolean hearingLoop,

        @Schema(description = "Whether captions can be shown in it.", examples = "true")
        boolean captioning)
        implements Versioned {

    static RoomView of(Room room) {
        return of(room.id(), room.version(), room.input());
    }

    /** A room as a release shows it. */
    static RoomView released(UUID id, RoomInput said) {
        return of(id, Versioned.NONE, said);
    }

    private static RoomView of(UUID id, long version, RoomInput said) {
        return new RoomView(
                id,
                version,
                said.code(),
                said.name(),
                said.kind(),
                said.capacity(),
                said.building(),
                said.floor(),
                said.platform(),
                said.stepFree(),
                said.hearingLoop(),
                said.captioning());
    }
}
