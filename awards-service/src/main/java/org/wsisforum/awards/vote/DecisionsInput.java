package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;

/**
 * One decision on many voters as it is handed in.
 *
 * @param network those of this network; null for any
 * @param suspicion those for whom this is one of the reasons; null for any
 * @param until those who were set apart up to this instant, which is what the person has seen
 * @param decision whether their votes count
 * @param reason why, for those who ask later
 */
@Schema(name = "QuarantineDecisionsInput", description = "One decision on many voters who are set apart.")
record DecisionsInput(
        @Pattern(regexp = "[0-9a-f]{32}", message = "A network as the list names it.")
        @Schema(description = "Those of this network.", examples = "9f86d081884c7d659a2feaa0c55ad015")
        String network,

        @Schema(description = "Those for whom this is one of the reasons.", examples = "burst")
        Reason suspicion,

        @NotNull
        @Schema(
                description =
                        "Those who were set apart up to this instant: what the person has seen, and nobody after.",
                examples = "2021-03-20T12:00:00Z")
        Instant until,

        @NotNull @Schema(description = "Whether their votes count.")
        Decision decision,

        @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = DecisionInput.TEXT, message = "Control characters are not taken.")
        @Schema(description = DecisionInput.WHY, examples = "The network of a university.")
        String reason) {

    /** All of an edition at once would be decided without a look at any. */
    List<FieldError> faults() {
        return network == null && suspicion == null
                ? List.of(FieldError.at("/network", "required", "Say which: of a network, of a suspicion, or of both."))
                : List.of();
    }
}
