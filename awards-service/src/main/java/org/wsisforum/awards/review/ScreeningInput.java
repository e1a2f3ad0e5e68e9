package org.wsisforum.awards.review;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a project fits the rules of the contest.
 *
 * @param eligible whether it does
 * @param reasons why not; none if it does
 * @param explanation what is to be said of it
 */
@Schema(name = "ScreeningInput", description = "Whether a project fits the rules of the contest.")
record ScreeningInput(
        @NotNull @Schema(description = "Whether it does.", examples = "false")
        Boolean eligible,

        @Size(max = 8) @Schema(description = "Why not; none if it does.", examples = "[\"not-completed\"]")
        List<@NotNull ScreeningReason> reasons,

        @Size(max = 2000) @Schema(description = "What is to be said of it.", examples = "The pilot begins next year.")
        String explanation) {

    ScreeningInput {
        reasons = reasons == null ? List.of() : reasons.stream().distinct().toList();
    }
}
