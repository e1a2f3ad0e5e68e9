package org.wsisforum.awards.suspicion;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What a person decided of two that are alike. Who it was is told by the change feed. */
@Entity
@Table(name = "likeness_decision")
class Decided {

    @Id
    private UUID id;

    @Version
    private long version;

    private String edition;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private String reason;
    private String compared;
    private Instant decidedAt;

    protected Decided() {}

    Decided(String edition, UUID id) {
        this.edition = edition;
        this.id = id;
    }

    /**
     * Decides, or decides otherwise.
     *
     * @param compared stands for the texts that the person has seen
     */
    void decide(DecisionInput input, String compared, Instant now) {
        this.decision = input.decision();
        this.reason = input.reason();
        this.compared = compared;
        this.decidedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Decision decision() {
        return decision;
    }

    String reason() {
        return reason;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** Whether it was decided on these texts. */
    boolean isOn(String texts) {
        return compared.equals(texts);
    }
}
