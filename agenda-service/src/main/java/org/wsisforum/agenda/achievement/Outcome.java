package org.wsisforum.agenda.achievement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.text.Text;

/** What came of a session, or of a statement given in it. */
@Entity
class Outcome {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private UUID session;
    private UUID statement;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text text;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> actionLines;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Integer> goals;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> links;

    private String recordedBy;
    private Instant recordedAt;

    protected Outcome() {}

    Outcome(String edition, OutcomeInput input, String by, Instant now) {
        this.edition = edition;
        this.session = input.session();
        this.statement = input.statement();
        this.recordedBy = by;
        this.recordedAt = now;
        write(input);
    }

    /** Replaces what is said, but not of what it came; names the fields that are new. */
    List<String> rewrite(OutcomeInput input) {
        var faults = new ArrayList<FieldError>();
        requireSame(session, input.session(), "/session", faults);
        requireSame(statement, input.statement(), "/statement", faults);
        RequestProblem.requireNone(faults);
        var fields = Change.differences(input(), input);
        write(input);
        return fields;
    }

    private static void requireSame(UUID stands, UUID said, String pointer, List<FieldError> faults) {
        if (!Objects.equals(stands, said)) {
            faults.add(FieldError.at(pointer, "fixed", "An outcome stays where it is: delete it, and record another."));
        }
    }

    private void write(OutcomeInput input) {
        text = input.text();
        actionLines = input.actionLines();
        goals = input.goals();
        links = input.links();
    }

    /** The outcome as it would be written anew. */
    OutcomeInput input() {
        return new OutcomeInput(session, statement, text, actionLines, goals, links);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String edition() {
        return edition;
    }

    UUID session() {
        return session;
    }

    UUID statement() {
        return statement;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
