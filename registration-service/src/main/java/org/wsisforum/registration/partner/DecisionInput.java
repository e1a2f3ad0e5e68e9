package org.wsisforum.registration.partner;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.PlainText;

/**
 * What the secretariat decides on an offer.
 *
 * @param decision whether it becomes a partner
 * @param listed whether an accepted partner comes on the public list; it does unless this says no
 * @param reason why an offer is declined; whoever made it reads it
 */
@Schema(name = "PartnerDecision", description = "What the secretariat decides on an offer.")
record DecisionInput(
        @NotNull Decision decision,

        @Schema(description = "Whether an accepted partner comes on the public list.", defaultValue = "true")
        Boolean listed,

        @Size(min = 1, max = 2000)
        @PlainText
        @Schema(
                description = "Why an offer is declined; whoever made it reads it.",
                examples = "The Forum takes no support from this branch.")
        String reason) {

    /** The two decisions that there are. */
    @Schema(
            name = "PartnerDecisionKind",
            enumeration = {"accepted", "declined"})
    enum Decision {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("declined")
        DECLINED
    }

    boolean isAcceptance() {
        return decision == Decision.ACCEPTED;
    }

    boolean isToBeListed() {
        return listed == null || listed;
    }

    List<FieldError> faults() {
        return !isAcceptance() && reason == null
                ? List.of(FieldError.at("/reason", "missing", "Whoever offered is told why."))
                : List.of();
    }
}
