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
 * @param reason why, for those who ask later: everybody, when the tally is published
 */
@Schema(name = "QuarantineDecisionInput", description = "A decision on a voter who is set apart.")
record DecisionInput(
        @NotNull @Schema(description = "Whether the votes count.")
        Decision decision,

        @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = TEXT, message = "Control characters are not taken.")
        @Schema(description = WHY, examples = "The network of a university.")
        String reason) {

    /** Said of every reason, since whoever writes one writes for everybody. */
    static final String WHY =
            "Why, for those who ask later. Public from the edition's `embargo.countsAt` on: it stands in the"
                    + " document of the published tally, beside the voter's name in the ledger. So nothing belongs in it by which anybody"
                    + " could tell who the voter is.";

    /** No control characters but those of lines. */
    static final String TEXT = "[^\\p{Cc}&&[^\\n\\t]]*";
}
