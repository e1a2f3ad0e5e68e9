package org.wsisforum.awards.edition;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * One phase of the contest.
 *
 * @param code which one
 * @param title its name for readers
 * @param startsAt the first instant that belongs to it
 * @param endsAt the first instant that no longer does
 * @param confirmed whether a published source gives both instants
 * @param source where they come from, and what of them is assumed
 */
@Schema(description = "One phase of the contest.")
record Phase(
        @NotNull @Schema(description = "Which phase it is.", examples = "voting")
        PhaseCode code,

        @NotNull @Valid @TextSize(max = 200) @Schema(description = "Its name.")
        Text title,

        @NotNull
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The first instant that belongs to it.", examples = "2021-02-28T23:00:00Z")
        Instant startsAt,

        @NotNull
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The first instant that no longer belongs to it.", examples = "2021-03-31T21:00:00Z")
        Instant endsAt,

        @Schema(description = "Whether a published source gives both instants.", examples = "false")
        boolean confirmed,

        @NotBlank @Size(max = 500) @Schema(description = "Where the instants come from, and what of them is assumed.")
        String source) {

    boolean holds(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }
}
