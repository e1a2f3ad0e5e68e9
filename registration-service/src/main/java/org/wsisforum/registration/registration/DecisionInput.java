package org.wsisforum.registration.registration;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.PlainText;

/**
 * What an accreditation officer decides on a registration.
 *
 * @param decision what becomes of it
 * @param reason why, where it is no acceptance; the person reads it
 */
@Schema(name = "RegistrationDecision", description = "What an accreditation officer decides on a registration.")
record DecisionInput(
        @NotNull Decision decision,

        @Size(min = 1, max = 2000)
        @PlainText
        @Schema(
                description = "Why it is rejected or has to wait; the person reads it.",
                examples = "The entity is not known to us.")
        String reason) {

    /** The decisions that there are. */
    @Schema(
            name = "RegistrationDecisionKind",
            enumeration = {"accredited", "rejected", "waitlisted", "reconsidered"})
    enum Decision {
        @JsonProperty("accredited")
        ACCREDITED,
        @JsonProperty("rejected")
        REJECTED,
        @JsonProperty("waitlisted")
        WAITLISTED,
        /** A rejection is taken back, and it is all to be decided anew. */
        @JsonProperty("reconsidered")
        RECONSIDERED
    }

    List<FieldError> faults() {
        return (decision == Decision.REJECTED || decision == Decision.WAITLISTED)
                        && (reason == null || reason.isBlank())
                ? List.of(FieldError.at("/reason", "missing", "The person is told why."))
                : List.of();
    }
}
