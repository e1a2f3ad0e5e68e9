package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who acts for an invited country. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvitedOffice", description = "Who acts for an invited country; for the platform's own services.")
public record OfficeView(
        @Schema(description = "The invitation.") UUID invitation,

        @Schema(examples = "RW", description = "The country, ISO 3166-1 alpha-2.")
        String country,

        @Schema(
                enumeration = {"sent", "opened", "accepted", "declined", "represented"},
                description = "How far the invitation has come.")
        Invitation.State state,

        @Schema(description = "Whether a policy statement is wished for.")
        boolean wishesToSpeak,

        @Schema(description = "Who speaks: the minister, or the one who represents.")
        Person speaker,

        @Schema(description = "SHA-256 of the link's key, in hexadecimal: whoever holds the link acts for the office.")
        String linkHash,

        @Schema(description = "When it was answered, on the Forum clock.")
        Instant answeredAt) {

    static OfficeView of(Invitation i) {
        return new OfficeView(
                i.id(),
                i.country(),
                i.state(),
                i.response().map(Response::wishesToSpeak).orElse(false),
                i.speaker(),
                i.linkHash(),
                i.response().map(Response::answeredAt).orElse(null));
    }
}
