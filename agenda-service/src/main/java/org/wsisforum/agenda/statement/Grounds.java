package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The values by which a rule put a statement where it stands, as they were then.
 *
 * @param rank the speaker's rank
 * @param formerRank the rank of the speaker before
 * @param requestedAt when the slot was asked for
 * @param name the name of the delegation in the order of names
 * @param because the statement that was placed, or exchanged with
 * @param closedAt when the list closed
 * @param shown of what left: whether everybody had seen it there; null where that was not kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Grounds(
        String rank,
        String formerRank,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant requestedAt,
        String name,
        UUID because,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant closedAt,
        Boolean shown) {

    static Grounds of(Statement statement, Precedence order) {
        return new Grounds(statement.rank(), null, statement.requestedAt(), order.nameIn(statement), null, null, null);
    }

    static Grounds because(Statement other) {
        return new Grounds(null, null, null, null, other.id(), null, null);
    }

    static Grounds none() {
        return new Grounds(null, null, null, null, null, null, null);
    }

    /** Of a statement that leaves its list. */
    static Grounds ofLeaving(Statement statement) {
        return new Grounds(null, null, null, null, null, null, statement.isInProgramme());
    }

    Grounds onAccountOf(Statement other) {
        return new Grounds(rank, formerRank, requestedAt, name, other.id(), closedAt, shown);
    }

    Grounds after(String formerRank) {
        return new Grounds(rank, formerRank, requestedAt, name, because, closedAt, shown);
    }

    Grounds closed(Instant closedAt) {
        return new Grounds(rank, formerRank, requestedAt, name, because, closedAt, shown);
    }
}
