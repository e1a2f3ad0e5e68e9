package org.wsisforum.registration.invitation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invitation that was just issued, with its link. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IssuedInvitation", description = "An invitation with its link, which is shown this once.")
public record IssuedInvitation(
        @Schema(description = "The invitation.") InvitationView invitation,

        @Schema(description = "The link, shown this once: only its hash is kept; a draft has none.")
        Link link) {

    /** The link of a letter. */
    @Schema(name = "InvitationLink")
    record Link(
            @Schema(
                    examples = "http://localhost:8080/registration/v1/editions/2021/invitations/…/letter?key=…",
                    description = "The address to send to the office; it opens the letter.")
            String letter,

            @Schema(description = "The key alone, for `Authorization: Link KEY`.")
            String key,

            @Schema(description = "Until when it opens the letter.")
            Instant validUntil) {}
}
