package org.wsisforum.agenda.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * Why a session serves an Action Line, a goal, or a goal in an Action Line.
 *
 * @param actionLine one of the session's Action Lines; may be null where a goal is named
 * @param goal one of the session's goals; may be null where an Action Line is named
 * @param rationale why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "SessionLinkage",
        description = "Why a session serves an Action Line, a goal, or a goal in an Action Line.")
public record Linkage(
        @Schema(description = "One of the session's Action Lines.", examples = "C2")
        String actionLine,

        @Schema(description = "One of the session's goals.", examples = "9")
        Integer goal,

        @NotNull @Valid @TextSize(max = 2_000) @Schema(description = "Why.")
        Text rationale) {

    public Linkage {
        actionLine = ActionLine.of(actionLine).map(ActionLine::code).orElse(actionLine);
    }
}
