package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mail to an invited office. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvitationMail", description = "A mail to an invited office, without its address and its words.")
record MailView(
        @Schema(description = "The mail's id.") UUID id,
        @Schema(description = "The invitation.") UUID invitation,

        @Schema(description = "The country, ISO 3166-1 alpha-2.", examples = "RW")
        String country,

        @Schema(description = "Whether it is the letter or a reminder.")
        Kind kind,

        @Schema(description = "The mailing that it belongs to; absent for a reminder.")
        UUID mailing,

        @Schema(description = "Of a reminder: how many days before the deadline.", examples = "14")
        Integer days,

        @Schema(description = "What has become of it.") MailState state,

        @Schema(description = "How often it was tried.", examples = "1")
        int attempts,

        @Schema(
                description = "By what the mail server and reports on it know the last attempt.",
                examples = "<0190b0a2-5c7a-7000-8000-000000000001.1@forum.example>")
        String messageId,

        @Schema(description = "When it was queued, on the Forum clock.")
        Instant queuedAt,

        @Schema(description = "Since when its state holds, once it is settled; on the Forum clock.")
        Instant settledAt,

        @Schema(description = "What the mail server or a report said last.", examples = "550 5.1.1")
        String reply) {

    /** What a mail is. */
    @Schema(
            name = "InvitationMailKind",
            enumeration = {"letter", "reminder"})
    enum Kind {
        LETTER,
        REMINDER;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static MailView of(InvitationMail mail) {
        return new MailView(
                mail.id(),
                mail.invitationId(),
                mail.country(),
                mail.isReminder() ? Kind.REMINDER : Kind.LETTER,
                mail.mailingId(),
                mail.days(),
                mail.state(),
                mail.attempts(),
                mail.messageId(),
                mail.queuedAt(),
                mail.settledAt(),
                mail.reply());
    }
}
