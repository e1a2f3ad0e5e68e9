package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.wsisforum.agenda.edition.Consultation.DeliverableKind;

/** Something that the organizer of an accepted workshop has handed in; what it says stands in the session. */
@Entity
@IdClass(WorkshopDelivery.Key.class)
class WorkshopDelivery {

    /** Each is handed in for the first time once. */
    record Key(UUID request, DeliverableKind kind) {}

    @Id
    private UUID request;

    @Id
    @Enumerated(EnumType.STRING)
    private DeliverableKind kind;

    private Instant deliveredAt;

    protected WorkshopDelivery() {}

    WorkshopDelivery(UUID request, DeliverableKind kind, Instant now) {
        this.request = request;
        this.kind = kind;
        this.deliveredAt = now;
    }

    UUID request() {
        return request;
    }

    DeliverableKind kind() {
        return kind;
    }

    Instant deliveredAt() {
        return deliveredAt;
    }
}
