package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A voter whose votes are set apart until a person has decided. Put there by {@link Suspicion} and never taken out. */
@Entity
@Table(name = "quarantine")
class Quarantined {

    @Id
    private UUID id;

    @Version
    private long version;

    private String edition;
    private int score;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Reason> reasons;

    private String network;
    private Instant since;
    private String decision;
    private String reason;
    private String decidedBy;
    private Instant decidedAt;

    protected Quarantined() {}

    /** Decides, or decides otherwise. */
    void decide(Decision decision, String reason, String by, Instant now) {
        this.decision = decision.json();
        this.reason = reason;
        this.decidedBy = by;
        this.decidedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    int score() {
        return score;
    }

    List<Reason> reasons() {
        return reasons;
    }

    String network() {
        return network;
    }

    Instant since() {
        return since;
    }

    /** Null while nobody has decided. */
    Decision decision() {
        return decision == null ? null : Decision.of(decision);
    }

    String reason() {
        return reason;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
