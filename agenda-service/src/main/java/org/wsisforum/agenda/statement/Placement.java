package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** One line of why a speakers' list is as it is: a statement came to a slot of the session, or left it. */
@Entity
@Immutable
class Placement {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String edition;

    @Column(name = "session_id")
    private UUID session;

    private UUID statement;

    /** The slot that it came to, or the one that it left. */
    private Instant startsAt;

    @Enumerated(EnumType.STRING)
    private PlacementRule rule;

    @JdbcTypeCode(SqlTypes.JSON)
    private Grounds grounds;

    private String remark;
    private String placedBy;
    private Instant placedAt;

    protected Placement() {}

    Placement(Statement statement, Slot slot, PlacementRule rule, Grounds grounds, Instant now) {
        this.edition = statement.edition();
        this.session = slot.session();
        this.statement = statement.id();
        this.startsAt = slot.startsAt();
        this.rule = rule;
        this.grounds = grounds;
        this.placedAt = now;
    }

    /** Staff decided it; null for nobody. */
    Placement decided(Decision decision) {
        if (decision != null) {
            placedBy = decision.by();
            remark = decision.reason();
        }
        return this;
    }

    UUID id() {
        return id;
    }

    UUID statement() {
        return statement;
    }

    Instant startsAt() {
        return startsAt;
    }

    PlacementRule rule() {
        return rule;
    }

    Grounds grounds() {
        return grounds;
    }

    String remark() {
        return remark;
    }

    String placedBy() {
        return placedBy;
    }

    Instant placedAt() {
        return placedAt;
    }
}
