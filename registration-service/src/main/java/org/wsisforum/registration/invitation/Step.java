package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A step that an invitation took. */
@Entity
@Immutable
@Table(name = "invitation_step")
class Step {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "invitation_id")
    private Invitation invitation;

    @Enumerated(EnumType.STRING)
    private Invitation.State state;

    private Instant takenAt;
    private String takenBy;

    @Enumerated(EnumType.STRING)
    private Way way;

    private String reason;

    protected Step() {}

    Step(Invitation invitation, Invitation.State state, String takenBy, Way way, String reason, Instant takenAt) {
        this.invitation = invitation;
        this.state = state;
        this.takenBy = takenBy;
        this.way = way;
        this.reason = reason;
        this.takenAt = takenAt;
    }

    Invitation.State state() {
        return state;
    }

    Instant takenAt() {
        return takenAt;
    }

    String takenBy() {
        return takenBy;
    }

    Way way() {
        return way;
    }

    String reason() {
        return reason;
    }
}
