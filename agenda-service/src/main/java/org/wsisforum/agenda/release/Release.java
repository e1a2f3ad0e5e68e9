package org.wsisforum.agenda.release;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.text.Text;

/** A version of the public programme. */
@Entity
@Immutable
@IdClass(Release.Key.class)
class Release {

    /** Of which edition, and which of its releases. */
    record Key(String edition, int number) {}

    @Id
    private String edition;

    @Id
    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text note;

    private Instant releasedAt;
    private String releasedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Difference> differences;

    protected Release() {}

    Release(
            String edition,
            int number,
            Text note,
            Instant releasedAt,
            String releasedBy,
            List<Difference> differences) {
        this.edition = edition;
        this.number = number;
        this.note = note;
        this.releasedAt = releasedAt;
        this.releasedBy = releasedBy;
        this.differences = differences;
    }

    String edition() {
        return edition;
    }

    int number() {
        return number;
    }

    Text note() {
        return note;
    }

    Instant releasedAt() {
        return releasedAt;
    }

    List<Difference> differences() {
        return differences;
    }
}
