package org.wsisforum.awards.vote;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision on one voter as it is handed in.
 *
 * @param decision whether the votes count
 * @param reason why, for those who ask later
 */
@Schema(name = "QuarantineDecisionInput", description = "A decision on a voter who is set apart.")
record DecisionInput(
        @NotNull @Schema(description = "Whether the votes count.")
        Decision decision,

        @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = TEXT, message = "Control characters are not taken.")
        @Schema(description = "Why, for those who ask later.", examples = "The network of a university.")
        String reason) {

    /** No control characters but those of lines. */
    static final String TEXT = "[^\\p{Cc}&&[^\\n\\t]]*";
}
