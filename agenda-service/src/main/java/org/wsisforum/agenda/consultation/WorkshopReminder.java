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

    /** Of each thing one is reminded once at each of its times; when it is due at another time, anew. */
    record Key(UUID request, DeliverableKind kind, int days, Instant dueAt) {}

    @Id
    private UUID request;

    @Id
    @Enumerated(EnumType.STRING)
    private DeliverableKind kind;

    @Id
    private int days;

    @Id
    private Instant dueAt;

    private Instant claimedAt;
    private Instant sentAt;
    private Instant failedAt;
    private Instant retryAt;

    protected WorkshopReminder() {}

    /** Whether it is time to try again: its sending has failed. */
    boolean isToBeRetried(Instant now) {
        return failedAt != null && !now.isBefore(retryAt);
    }

    Key key() {
        return new Key(request, kind, days, dueAt);
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

    Instant dueAt() {
        return dueAt;
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
