package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

import org.wsisforum.agenda.edition.Consultation.DeliverableKind;

/** A reminder that a copy of the service has taken on to send; written by {@link ReminderClaims}. */
@Entity
@Immutable
@IdClass(WorkshopReminder.Key.class)
class WorkshopReminder {

    /** Of each thing one is reminded once at each of its times. */
    record Key(UUID request, DeliverableKind kind, int days) {}

    @Id
    private UUID request;

    @Id
    @Enumerated(EnumType.STRING)
    private DeliverableKind kind;

    @Id
    private int days;

    private Instant claimedAt;
    private Instant sentAt;
    private Instant failedAt;
    private int failures;

    protected WorkshopReminder() {}

    /** Whether it may be tried again: its sending has failed, and not too often. */
    boolean isToBeRetried(int most) {
        return failedAt != null && failures < most;
    }

    Key key() {
        return new Key(request, kind, days);
    }

    UUID request() {
        return request;
    }

    DeliverableKind kind() {
        return kind;
    }

    int days() {
        return days;
    }

    Instant claimedAt() {
        return claimedAt;
    }

    Instant sentAt() {
        return sentAt;
    }

    Instant failedAt() {
        return failedAt;
    }
}
