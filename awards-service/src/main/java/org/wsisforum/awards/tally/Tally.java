package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/**
 * A counting of an edition's votes, without the document that it came to. Asked for once; what becomes of it is written by the
 * copy of the service that {@linkplain Tallies holds the claim}.
 */
@Entity
@Immutable
class Tally {

    @Id
    private UUID id;

    private String edition;

    @Enumerated(EnumType.STRING)
    private TallyState state;

    private int progress;
    private Instant requestedAt;
    private Instant startedAt;
    private Instant endedAt;
    private int faults;
    private byte[] digest;
    private Integer[] openTies;

    protected Tally() {}

    Tally(String edition, Instant now) {
        this.id = UUID.randomUUID();
        this.edition = edition;
        this.state = TallyState.WAITING;
        this.requestedAt = now;
    }

    /** Refuses to make champions of what is not counted, or not decided. */
    void requirePublishable() {
        if (state != TallyState.DONE) {
            throw TallyProblem.TALLY_NOT_DONE.because("It is " + state.json() + ".");
        }
        if (openTies.length > 0) {
            throw TallyProblem.TIES_OPEN.because("In the categories " + openTies()
                    + " the Expert Group decides first; then" + " the votes are counted anew.");
        }
    }

    UUID id() {
        return id;
    }

    String edition() {
        return edition;
    }

    TallyState state() {
        return state;
    }

    int progress() {
        return progress;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    byte[] digest() {
        return digest;
    }

    /** The categories in which nobody has decided yet who of those tied is a champion; null while it is not done. */
    List<Integer> openTies() {
        return openTies == null ? null : Arrays.asList(openTies);
    }
}
