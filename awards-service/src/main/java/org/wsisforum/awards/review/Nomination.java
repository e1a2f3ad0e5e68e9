package org.wsisforum.awards.review;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.awards.edition.Rules;

/** That the nominees of a category were chosen, and by which rules. */
@Entity
@Immutable
@IdClass(Nomination.Key.class)
class Nomination {

    /** What was nominated for. */
    record Key(String edition, int category) {}

    @Id
    private String edition;

    @Id
    private int category;

    private Integer quota;
    private int waitingList;
    private boolean incomplete;

    @JdbcTypeCode(SqlTypes.JSON)
    private Calibration.Method method;

    private Instant nominatedAt;

    protected Nomination() {}

    Nomination(String edition, Result result, Rules rules, Instant now) {
        this.edition = edition;
        this.category = result.category();
        this.quota = rules.nomineesPerCategory();
        this.waitingList = rules.review().waitingListPerCategory();
        this.incomplete = !result.notScreened().isEmpty() || !result.notScored().isEmpty();
        this.method = result.method();
        this.nominatedAt = now;
    }

    /** How many nominees there are at most; as many as there are projects where the year had no quota. */
    int places() {
        return quota == null ? Integer.MAX_VALUE : quota;
    }

    /** The last position of the waiting list. */
    long reach() {
        return (long) places() + waitingList;
    }

    String edition() {
        return edition;
    }

    int category() {
        return category;
    }

    Integer quota() {
        return quota;
    }

    int waitingList() {
        return waitingList;
    }

    boolean incomplete() {
        return incomplete;
    }

    Calibration.Method method() {
        return method;
    }

    Instant nominatedAt() {
        return nominatedAt;
    }
}
