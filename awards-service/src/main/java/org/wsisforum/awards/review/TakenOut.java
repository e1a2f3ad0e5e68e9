package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** That the awards manager took a project out of the nominees or the waiting list, and why. */
@Entity
@Immutable
class TakenOut {

    @Id
    private UUID project;

    private String edition;
    private int category;
    private String reason;
    private Instant takenOutAt;

    protected TakenOut() {}

    TakenOut(String edition, int category, UUID project, String reason, Instant now) {
        this.edition = edition;
        this.category = category;
        this.project = project;
        this.reason = reason;
        this.takenOutAt = now;
    }

    UUID project() {
        return project;
    }

    String reason() {
        return reason;
    }
}
