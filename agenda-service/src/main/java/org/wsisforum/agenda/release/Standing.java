package org.wsisforum.agenda.release;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How one thing stands in releases, from one of them until it stands otherwise. */
@Entity
@Table(name = "released")
@IdClass(Standing.Key.class)
class Standing {

    /** Which thing, and since which release. */
    record Key(String edition, String kind, UUID id, int firstRelease) {}

    /** How a thing of an edition stands as far as everybody sees it. */
    record State(String kind, UUID id, int sequence) {}

    @Id
    private String edition;

    @Id
    private String kind;

    @Id
    private UUID id;

    @Id
    private int firstRelease;

    private Integer lastRelease;
    private int sequence;

    @JdbcTypeCode(SqlTypes.JSON)
    private String body;

    protected Standing() {}

    Standing(String edition, String kind, UUID id, int firstRelease, int sequence, String body) {
        this.edition = edition;
        this.kind = kind;
        this.id = id;
        this.firstRelease = firstRelease;
        this.sequence = sequence;
        this.body = body;
    }

    /** The thing stands otherwise, or no more, from this release on. */
    void endBefore(int release) {
        lastRelease = release - 1;
    }

    UUID id() {
        return id;
    }

    State state() {
        return new State(kind, id, sequence);
    }

    int firstRelease() {
        return firstRelease;
    }

    int sequence() {
        return sequence;
    }

    String body() {
        return body;
    }
}
