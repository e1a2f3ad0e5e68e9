package org.wsisforum.kit.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** A subscription as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook", description = "A subscription of an address to public changes.")
record WebhookView(
        UUID id,
        @JsonIgnore long version,

        @Schema(description = "Opaque subject of whoever made it.", examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
        String owner,

        @Schema(description = "Where changes are sent.", examples = "https://partner.example/wsis-hook")
        String url,

        @Schema(
                description = "The kinds of change that are sent; none for all public ones.",
                examples = "[\"org.wsisforum.agenda.session.moved.v1\"]")
        List<String> types,

        @Schema(description = "What they happen to; absent for everything.", examples = "sessions/*")
        String subject,

        @Schema(description = "Whether the owner has paused it.")
        boolean paused,

        WebhookState state,
        @Schema(description = "When it was made.") Instant createdAt,

        @Schema(description = "Cursor of the feed up to which everything was taken.")
        String deliveredTo,

        @Schema(description = "How often the next message was sent and not taken.")
        int failures,

        @Schema(description = "When it is sent again; absent unless it failed.")
        Instant nextAttemptAt,

        @Schema(description = "Until when the secret before this one signs along; absent unless it does.")
        Instant formerSecretUntil,

        @Schema(
                description =
                        "What messages are signed with, for any library of Standard Webhooks. Shown in the answers to"
                                + " creation and to a change of the secret, and never again.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret)
        implements Versioned {

    static WebhookView of(Webhook webhook, Instant now) {
        return of(webhook, now, null);
    }

    /** With the secret, for the one answer that shows it. */
    static WebhookView of(Webhook webhook, Instant now, Secret secret) {
        return new WebhookView(
                webhook.id(),
                webhook.version(),
                webhook.owner(),
                webhook.url(),
                webhook.input().types(),
                webhook.input().subject(),
                webhook.input().paused(),
                webhook.state(),
                webhook.createdAt(),
                webhook.after().write(),
                webhook.failures(),
                webhook.nextAttemptAt(),
                webhook.retiresAt(now),
                secret == null ? null : secret.text());
    }

    /** Without the secret, since records print what they hold. */
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
