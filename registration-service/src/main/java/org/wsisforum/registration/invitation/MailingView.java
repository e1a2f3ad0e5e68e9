package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mailing and how far it is. */
@Schema(name = "Mailing", description = "A mailing of a letter, and how far it is.")
record MailingView(
        @Schema(description = "The mailing's id.") UUID id,
        @Schema(description = "The letter.") UUID letter,

        @Schema(description = "When it was asked for, on the Forum clock.")
        Instant requestedAt,

        @Schema(description = "By whom, an opaque subject.", examples = "secretary")
        String requestedBy,

        @Schema(description = "`running` as long as a mail waits or is being sent; `done` afterwards.")
        Progress state,

        @Schema(description = "How many mails it has.", examples = "193")
        long total,

        @Schema(description = "How many wait, for the first time or again.", examples = "90")
        long queued,

        @Schema(description = "How many are being sent.", examples = "1")
        long sending,

        @Schema(description = "How many the mail server has taken.", examples = "100")
        long sent,

        @Schema(description = "How many it has refused.", examples = "1")
        long failed,

        @Schema(
                description =
                        "Of how many nobody knows, since the connection or the service broke off; they are not sent again by"
                                + " themselves.",
                examples = "0")
        long doubtful,

        @Schema(description = "How many came back.", examples = "1")
        long bounced,

        @Schema(
                description = "How many were not sent, since their invitation was answered or withdrawn.",
                examples = "0")
        long cancelled,

        @Schema(
                description = "How many who were cleared have no address for mail, and are none of these.",
                examples = "0")
        int withoutAddress,

        @Schema(
                description = "Where each mail of it is told of.",
                examples = "/registration/v1/editions/2021/mailings/0190b0a2-5c7a-7000-8000-000000000001/mails")
        String mails) {

    /** Whether there is more to come. */
    @Schema(
            name = "MailingProgress",
            enumeration = {"running", "done"})
    enum Progress {
        RUNNING,
        DONE;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static MailingView of(Mailing mailing, Map<MailState, Long> counts) {
        var waiting = count(counts, MailState.QUEUED) + count(counts, MailState.SENDING);
        return new MailingView(
                mailing.id(),
                mailing.letterId(),
                mailing.requestedAt(),
                mailing.requestedBy(),
                waiting > 0 ? Progress.RUNNING : Progress.DONE,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                count(counts, MailState.QUEUED),
                count(counts, MailState.SENDING),
                count(counts, MailState.SENT),
                count(counts, MailState.FAILED),
                count(counts, MailState.DOUBTFUL),
                count(counts, MailState.BOUNCED),
                count(counts, MailState.CANCELLED),
                mailing.withoutAddress(),
                path(mailing) + "/mails");
    }

    static String path(Mailing mailing) {
        return "/registration/v1/editions/" + mailing.edition() + "/mailings/" + mailing.id();
    }

    private static long count(Map<MailState, Long> counts, MailState state) {
        return counts.getOrDefault(state, 0L);
    }
}
