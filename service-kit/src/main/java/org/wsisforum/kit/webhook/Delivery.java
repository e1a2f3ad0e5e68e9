package org.wsisforum.kit.webhook;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One attempt to deliver one message, as the log keeps it for 30 days. */
@Entity
@Immutable
@Table(name = "webhook_delivery")
class Delivery {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID webhook;
    private String message;
    private String type;
    private String subject;
    private String sequence;
    private int attempt;
    private Instant startedAt;
    private long tookMs;

    @Enumerated(EnumType.STRING)
    private DeliveryOutcome outcome;

    private Integer status;
    private Instant nextAttemptAt;

    protected Delivery() {}

    Delivery(UUID webhook, Message message, int attempt, Answer answer, Instant nextAttemptAt) {
        this.webhook = webhook;
        this.message = message.id();
        this.type = message.type();
        this.subject = message.subject();
        this.sequence = message.sequence();
        this.attempt = attempt;
        this.startedAt = answer.startedAt();
        this.tookMs = answer.took().toMillis();
        this.outcome = answer.outcome();
        this.status = answer.status();
        this.nextAttemptAt = nextAttemptAt;
    }

    Long id() {
        return id;
    }

    DeliveryView view() {
        return new DeliveryView(
                message, type, subject, sequence, attempt, startedAt, tookMs, outcome, status, nextAttemptAt);
    }
}
