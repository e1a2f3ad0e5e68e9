package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.registration.edition.EditionRules.Channel;

/** One answer to an invitation. A change of mind is another one. */
@Entity
@Immutable
class Response {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "invitation_id")
    private Invitation invitation;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    private boolean wishesToSpeak;

    @JdbcTypeCode(SqlTypes.JSON)
    private Person representative;

    private String reason;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private LocalDate receivedOn;
    private Instant answeredAt;
    private String recordedBy;
    private String overrideReason;

    protected Response() {}

    Response(Invitation invitation, ResponseInput input, Instant answeredAt, String recordedBy) {
        this.invitation = invitation;
        this.answer = input.answer();
        this.wishesToSpeak = input.speaks();
        this.representative = input.by();
        this.reason = input.reason();
        this.channel = input.came();
        this.receivedOn = input.receivedOn();
        this.answeredAt = answeredAt;
        this.recordedBy = recordedBy;
        this.overrideReason = input.override() == null ? null : input.override().reason();
    }

    UUID id() {
        return id;
    }

    Answer answer() {
        return answer;
    }

    boolean wishesToSpeak() {
        return wishesToSpeak;
    }

    Person representative() {
        return representative;
    }

    String reason() {
        return reason;
    }

    Channel channel() {
        return channel;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    String overrideReason() {
        return overrideReason;
    }
}
