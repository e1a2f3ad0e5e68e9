package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.registration.edition.EditionRules.Channel;

/** An answer to an invitation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Response", description = "An answer to an invitation.")
public record ResponseView(
        @Schema(
                enumeration = {"accepted", "declined", "represented", "tentative"},
                description = "What the office said.")
        Answer answer,

        @Schema(description = "Whether a policy statement is wished for.")
        boolean wishesToSpeak,

        @Schema(description = "Who comes instead of the minister, or who holds the office that was addressed.")
        Person by,

        @Schema(description = "The reason given.") String reason,
        @Schema(description = "How the answer came.") Channel channel,

        @Schema(description = "The day on which it came in on paper.")
        LocalDate receivedOn,

        @Schema(description = "When it was taken, on the Forum clock.")
        Instant answeredAt,

        @Schema(description = "Opaque subject of who recorded it.")
        String recordedBy,

        @Schema(description = "Why it was taken after the deadline.")
        String overrideReason,

        @Schema(
                examples = "/agenda/v1/editions/2021/statements",
                description = "Where the office finds its statement, a moment after it accepted.")
        String statements) {

    static ResponseView of(Invitation invitation, Response r) {
        return new ResponseView(
                r.answer(),
                r.wishesToSpeak(),
                r.representative(),
                r.reason(),
                r.channel(),
                r.receivedOn(),
                r.answeredAt(),
                r.recordedBy(),
                r.overrideReason(),
                r.wishesToSpeak() ? "/agenda/v1/editions/" + invitation.edition() + "/statements" : null);
    }
}
