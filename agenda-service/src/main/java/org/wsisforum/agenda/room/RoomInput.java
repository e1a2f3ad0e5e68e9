package org.wsisforum.agenda.room;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A room as whoever makes the programme writes it.
 *
 * @param code what people and programs call it; unique in the edition
 * @param name the name on the door
 * @param kind whether one walks into it or opens it on a screen
 * @param capacity how many people it takes; null where nobody has counted
 * @param building where it is; only of a physical room, may be null
 * @param floor where in the building; only of a physical room, may be null
 * @param platform what it runs on; only of a virtual room, may be null
 * @param stepFree whether one reaches a seat without a step
 * @param hearingLoop whether it has an induction loop
 * @param captioning whether captions can be shown in it
 */
@Schema(description = "A room as whoever makes the programme writes it.")
record RoomInput(
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{1,80}")
        @Schema(description = "What people and programs call it; unique in the edition.", examples = "popov")
        String code,

        @NotNull @Valid @TextSize(max = 200) @Schema(description = "The name on the door.")
        Text name,

        @NotNull RoomKind kind,

        @Min(1)
        @Max(100_000)
        @Schema(description = "How many people it takes; absent where nobody has counted.", examples = "180")
        Integer capacity,

        @OneLine
        @Size(min = 1, max = 200)
        @Schema(description = "The building; only of a physical room.", examples = "ITU Tower")
        String building,

        @OneLine
        @Size(min = 1, max = 50)
        @Schema(description = "The floor; only of a physical room.", examples = "1st basement")
        String floor,

        @OneLine
        @Size(min = 1, max = 200)
        @Schema(description = "What it runs on; only of a virtual room.", examples = "Zoom")
        String platform,

        @Schema(description = "Whether one reaches a seat without a step; only of a physical room.", examples = "true")
        boolean stepFree,

        @Schema(description = "Whether it has an induction loop; only of a physical room.", examples = "true")
        boolean hearingLoop,

        @Schema(description = "Whether captions can be shown in it.", examples = "true")
        boolean captioning) {

    /** What the API calls the fields of a room. */
    static final Set<String> FIELDS = Stream.of(RoomInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** What one kind of room has and the other cannot have. */
    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (kind == RoomKind.VIRTUAL) {
            refuse(faults, building != null, "/building");
            refuse(faults, floor != null, "/floor");
            refuse(faults, stepFree, "/stepFree");
            refuse(faults, hearingLoop, "/hearingLoop");
        } else {
            refuse(faults, platform != null, "/platform");
        }
        return faults;
    }

    private void refuse(List<FieldError> faults, boolean given, String pointer) {
        if (given) {
            faults.add(FieldError.at(pointer, "other-kind", "A " + kind.json() + " room has none."));
        }
    }
}
