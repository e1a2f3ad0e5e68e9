package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.wsisforum.agenda.edition.Consultation.DeliverableKind;

/** Something that need not be handed in of an accepted workshop, since whoever makes the programme says so. */
@Entity
@IdClass(WorkshopDelivery.Key.class)
class WorkshopWaiver {

    @Id
    private UUID request;

    @Id
    @Enumerated(EnumType.STRING)
    private DeliverableKind kind;

    private String reason;
    private Instant waivedAt;

    protected WorkshopWaiver() {}

    WorkshopWaiver(UUID request, DeliverableKind kind) {
        this.request = request;
        this.kind = kind;
    }

    void say(String reason, Instant now) {
        this.reason = reason;
        this.waivedAt = now;
    }

    WorkshopDelivery.Key key() {
        return new WorkshopDelivery.Key(request, kind);
    }

    String reason() {
        return reason;
    }

    Instant waivedAt() {
        return waivedAt;
    }
}
