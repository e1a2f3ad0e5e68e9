package org.wsisforum.agenda.session;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.SessionType;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A session as whoever makes the programme writes it: over HTTP, or in the data file of an edition.
 *
 * @param code what people and programs call it; unique in the edition, since two sessions may have one title
 * @param type the code of a session type
 * @param track the code of a track of the edition
 * @param title the title
 * @param description what it is about; may be null
 * @param startsAt its beginning
 * @param endsAt its end
 * @param attendance how one takes part
 * @param room where it takes place; may be null
 * @param actionLines codes of the Action Lines it serves
 * @param goals numbers of the goals it serves; whether the WSIS–SDG Matrix links them to the lines is not asked
 * @param organizers who holds it
 * @param statements whether speakers of delegations are given slots in it
 * @param confirmed whether a published source gives its time
 * @param source where what is said here is from; may be null
 */
@Schema(description = "A session as whoever makes the programme writes it.")
record SessionInput(
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{1,80}")
        @Schema(description = "What people and programs call it; unique in the edition.", examples = "session-348")
        String code,

        @NotNull
        @Schema(
                description = "The code of a session type, see `/reference/session-types`.",
                examples = "prizes-ceremony")
        String type,

        @NotNull @Schema(description = "The code of a track of the edition.", examples = "wsis-prizes")
        String track,

        @NotNull @Valid @TextSize(max = 300) @Schema(description = "The title.")
        Text title,

        @Valid @TextSize(max = 10_000) @Schema(description = "What it is about.")
        Text description,

        @NotNull @Schema(description = "Its beginning, with offset.", examples = "2021-05-18T13:00:00+02:00")
        Instant startsAt,

        @NotNull @Schema(description = "Its end, with offset.", examples = "2021-05-18T13:30:00+02:00")
        Instant endsAt,

        @NotNull Attendance attendance,

        @Schema(
                description = "The room of the edition in which it takes place.",
                examples = "0190b0a2-5c7a-7000-8000-000000000011")
        UUID room,

        @Size(max = 18)
        @Schema(
                description = "The Action Lines it serves, in any usual spelling.",
                examples = "[\"C2\", \"C7-e-health\"]")
        List<@NotNull String> actionLines,

        @Size(max = 17) @Schema(description = "The goals it serves, 1 to 17.", examples = "[9]")
        List<@NotNull Integer> goals,

        @Size(max = 50) @Schema(description = "Who holds it.", examples = "[\"ITU\"]")
        List<@NotBlank @Size(max = 200) String> organizers,

        @Schema(description = "Whether speakers of delegations are given slots in it.", examples = "false")
        boolean statements,

        @Schema(description = "Whether a published source gives its time.", examples = "true")
        boolean confirmed,

        @Size(max = 500) @Schema(description = "Where what is said here is from.")
        String source) {

    /** What the API calls the fields of a session. */
    static final Set<String> FIELDS = Stream.of(SessionInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    SessionInput {
        actionLines = actionLines == null ? List.of() : actionLines;
        goals = goals == null ? List.of() : goals;
        organizers = organizers == null ? List.of() : organizers;
    }

    /** The rules that only the edition and the code lists can check, and how they are broken. */
    List<FieldError> faults(Edition edition) {
        var faults = new ArrayList<FieldError>();
        if (SessionType.of(type).isEmpty()) {
            faults.add(FieldError.at("/type", "unknown", "There is no session type \"" + type + "\"."));
        }
        if (!edition.hasTrack(track)) {
            faults.add(FieldError.at("/track", "unknown", "The edition has no track \"" + track + "\"."));
        }
        for (var i = 0; i < actionLines.size(); i++) {
            if (ActionLine.of(actionLines.get(i)).isEmpty()) {
                faults.add(FieldError.at(
                        "/actionLines/" + i, "unknown", "There is no Action Line \"" + actionLines.get(i) + "\"."));
            }
        }
        for (var i = 0; i < goals.size(); i++) {
            if (Goal.of(goals.get(i)).isEmpty()) {
                faults.add(FieldError.at("/goals/" + i, "unknown", "There is no goal " + goals.get(i) + "."));
            }
        }
        if (!startsAt.isBefore(endsAt)) {
            faults.add(FieldError.at("/endsAt", "order", "A session ends after it starts."));
        }
        if (!startsAt.equals(startsAt.truncatedTo(ChronoUnit.MINUTES))) {
            faults.add(FieldError.at("/startsAt", "whole-minute", "A session begins at a whole minute."));
        }
        if (startsAt.isBefore(edition.opensAt())) {
            faults.add(
                    FieldError.at("/startsAt", "outside-edition", "The edition opens at " + edition.opensAt() + "."));
        }
        if (endsAt.isAfter(edition.closesAt())) {
            faults.add(
                    FieldError.at("/endsAt", "outside-edition", "The edition closes at " + edition.closesAt() + "."));
        }
        return faults;
    }

    /** The same session in the one spelling in which codes are stored; only for one without faults. */
    SessionInput normalised() {
        return new SessionInput(
                code,
                SessionType.of(type).orElseThrow().code(),
                track,
                title,
                description,
                startsAt,
                endsAt,
                attendance,
                room,
                actionLines.stream()
                        .map(line -> ActionLine.of(line).orElseThrow().code())
                        .distinct()
                        .toList(),
                goals.stream().distinct().sorted().toList(),
                organizers,
                statements,
                confirmed,
                source);
    }
}
