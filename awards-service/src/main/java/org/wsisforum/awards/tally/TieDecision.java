package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;

/** Whom of those with as many votes the Expert Group made champions of a category. */
@Entity
@IdClass(TieDecision.Key.class)
class TieDecision {

    /** What was decided. */
    record Key(String edition, int category) {}

    @Id
    private String edition;

    @Id
    private int category;

    /** Begins at 1: a tie of which nobody has decided is seen as 0. */
    @Version
    private long version = 1;

    private UUID[] projects;
    private String reason;
    private String decidedBy;
    private Instant decidedAt;

    protected TieDecision() {}

    TieDecision(String edition, int category) {
        this.edition = edition;
        this.category = category;
    }

    /** Decides, or decides otherwise. */
    void decide(TieInput input, String by, Instant now) {
        this.projects = input.projects().stream().sorted().toArray(UUID[]::new);
        this.reason = input.reason();
        this.decidedBy = by;
        this.decidedAt = now;
    }

    /** As it is recorded in a tally. */
    TallyDocument.Ruling ruling() {
        return new TallyDocument.Ruling(category, List.of(projects), reason, decidedBy);
    }

    long version() {
        return version;
    }

    List<UUID> projects() {
        return List.of(projects);
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
