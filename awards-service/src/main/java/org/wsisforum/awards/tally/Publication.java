package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Which tally has made the champions of an edition. */
@Entity
class Publication {

    @Id
    private String edition;

    private UUID tally;
    private Instant publishedAt;

    protected Publication() {}

    Publication(String edition) {
        this.edition = edition;
    }

    void is(UUID tally, Instant now) {
        this.tally = tally;
        this.publishedAt = now;
    }

    boolean isOf(UUID id) {
        return id.equals(tally);
    }

    String edition() {
        return edition;
    }
}
