package org.wsisforum.registration.accreditation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** An expression of interest as the person and the offices see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Accreditation", description = "An expression of interest, and what became of it.")
public record AccreditationView(
        @Schema(description = "The accreditation.", examples = "0190b0a2-5c7a-7000-8000-000000000601")
        UUID id,

        @JsonIgnore long version,
        AccreditationState state,

        @Schema(description = "What the person said.") AccreditationInput interest,

        @Schema(description = "The accreditation for the edition before, which holds for this one too.")
        UUID carriedFrom,

        @Schema(description = "When it was handed in.") Instant submittedAt,
        @Schema(description = "When it was decided.") Instant decidedAt,

        @Schema(description = "Why it was decided so.", examples = "The entity cannot be found.")
        String reason,

        @Schema(description = "When the refusal was appealed.")
        Instant appealedAt,

        @Schema(description = "What the appeal says.") String appeal,

        @Schema(description = "When the appeal was decided.")
        Instant appealDecidedAt,

        @Schema(description = "Why the appeal was decided so.")
        String appealReason)
        implements Versioned {

    /** @param withContact whether the reader may know how to reach the person */
    static AccreditationView of(Accreditation of, boolean withContact) {
        var said = of.input();
        return new AccreditationView(
                of.id(),
                of.version(),
                of.state(),
                withContact ? said : withoutContact(said),
                of.carriedFrom(),
                of.submittedAt(),
                of.decidedAt(),
                of.reason(),
                of.appealedAt(),
                of.appeal(),
                of.appealDecidedAt(),
                of.appealReason());
    }

    private static AccreditationInput withoutContact(AccreditationInput said) {
        return new AccreditationInput(
                said.givenName(),
                said.familyName(),
                null,
                said.entity(),
                null,
                said.entityType(),
                said.entityCreatedOn(),
                said.country(),
                said.credentials(),
                said.attended(),
                said.motivation(),
                said.goals());
    }
}
