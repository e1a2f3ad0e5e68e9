package org.wsisforum.awards.suspicion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision as it is handed in.
 *
 * @param decision whether the two are the same
 * @param reason why, for those who ask later
 */
@Schema(name = "LikenessDecisionInput", description = "A decision on two that are alike.")
record DecisionInput(
        @NotNull @Schema(description = "Whether the two are the same.")
        Decision decision,

        @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = "[^\\p{Cc}&&[^\\n\\t]]*", message = "Control characters are not taken.")
        @Schema(
                description = "Why, for those who ask later.",
                examples = "The same ministry, the same islands; the title was shortened.")
        String reason) {}
