package org.wsisforum.registration.registration;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.PlainText;

/**
 * What a focal point says to a registration with its delegation.
 *
 * @param decision whether the person belongs to it
 * @param reason why not; the person reads it
 */
@Schema(name = "RegistrationApproval", description = "What a focal point says to a registration with its delegation.")
record ApprovalInput(
        @NotNull Decision decision,

        @Size(min = 1, max = 2000)
        @PlainText
        @Schema(description = "Why not; the person reads it.", examples = "Not of our delegation.")
        String reason) {

    /** The two answers that there are. */
    @Schema(
            name = "RegistrationApprovalKind",
            enumeration = {"approved", "rejected"})
    enum Decision {
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("rejected")
        REJECTED
    }

    List<FieldError> faults() {
        return decision == Decision.REJECTED && (reason == null || reason.isBlank())
                ? List.of(FieldError.at("/reason", "missing", "The person is told why."))
                : List.of();
    }
}
