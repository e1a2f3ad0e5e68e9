package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.registration.edition.EditionRules;

/** Who acts for an invited country. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvitedOffice", description = "Who acts for an invited country; for the platform's own services.")
public record OfficeView(
        @Schema(description = "The invitation.") UUID invitation,

        @Schema(examples = "RW", description = "The country, ISO 3166-1 alpha-2.")
        String country,

        @Schema(
                enumeration = {
                    "drafted",
                    "cleared",
                    "sent",
                    "opened",
                    "accepted",
                    "declined",
                    "represented",
                    "tentative",
                    "withdrawn",
                    "expired"
                },
                description = "How far the invitation has come.")
        Invitation.State state,

        @Schema(description = "Whether a policy statement is wished for.")
        boolean wishesToSpeak,

        @Schema(description = "Who speaks: the minister, or the one who represents.")
        Speaker speaker,

        @Schema(
                examples = "minister",
                description = "The rank of who speaks, on the ladder of the edition; absent where nobody said.")
        String rank,

        @Schema(description = "SHA-256 of the link's key, in hexadecimal: whoever holds the link acts for the office.")
        String linkHash,

        @Schema(description = "When it was answered, on the Forum clock.")
        Instant answeredAt) {

    /** Who speaks. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InvitedSpeaker", description = "Who speaks.")
    record Speaker(
            @Schema(examples = "H.E. Ms", description = "The form of address.")
            String honorific,

            @Schema(examples = "Paula Ingabire", description = "The name; the office held, where no name is known.")
            String name,

            @Schema(examples = "Minister of ICT and Innovation", description = "The office held.")
            String title) {}

    static OfficeView of(Invitation i, EditionRules edition, Instant now) {
        var speaker = i.speaker();
        return new OfficeView(
                i.id(),
                i.country(),
                i.state(edition, now),
                i.response().map(Response::wishesToSpeak).orElse(false),
                new Speaker(speaker.honorific(), speaker.name(), speaker.title()),
                speaker.rank(),
                i.linkHash(),
                i.response().map(Response::answeredAt).orElse(null));
    }
}
