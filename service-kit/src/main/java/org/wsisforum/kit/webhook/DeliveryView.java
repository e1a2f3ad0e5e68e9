package org.wsisforum.kit.webhook;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One attempt to deliver one message. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookDelivery", description = "One attempt to deliver one message.")
record DeliveryView(
        @Schema(description = "The `webhook-id` that was sent, which is the id of the change.")
        String message,

        @Schema(description = "What happened.", examples = "org.wsisforum.agenda.session.moved.v1")
        String type,

        @Schema(description = "To what.", examples = "sessions/0190b0a2-5c7a-7000-8000-000000000001")
        String subject,

        @Schema(description = "Cursor of the change; `replay` takes it. Absent for a challenge.")
        String sequence,

        @Schema(description = "Which attempt of this message it was, from 1.", examples = "1")
        int attempt,

        @Schema(description = "When it began.") Instant startedAt,

        @Schema(description = "How long it took, in milliseconds.", examples = "87")
        long tookMs,

        DeliveryOutcome outcome,

        @Schema(description = "The status that was answered; absent without an answer.", examples = "204")
        Integer status,

        @Schema(description = "When the message is sent again; absent if it is not.")
        Instant nextAttemptAt) {}
