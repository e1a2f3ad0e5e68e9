package org.wsisforum.agenda.achievement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.agenda.session.Served;
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

    /** Whether everybody was told that it is there to read; whoever corrects it need not have seen that. */
    @OptimisticLock(excluded = true)
    private boolean published;

    protected Outcome() {}

    Outcome(String edition, OutcomeInput input, String by, Instant now) {
        this.edition = edition;
        this.session = input.session();
        this.statement = input.statement();
        this.recordedBy = by;
        this.recordedAt = now;
        write(input);
    }

    /** Whether it came of one of these statements, or of none but of the session. */
    boolean isOfAny(Set<UUID> statements) {
        return statement == null || statements.contains(statement);
    }

    /** It comes to be read by everybody, or is read no more: what to tell them. */
    Change turn() {
        published = !published;
        return (published ? OutcomeChange.PUBLISHED : OutcomeChange.UNPUBLISHED).to(this, List.of());
    }

    /** What it serves: what it says itself or, where it says nothing of that, what its session does. */
    Served serves(Served bySession) {
        return actionLines.isEmpty() && goals.isEmpty() ? bySession : new Served(actionLines, goals);
    }

    /** The outcome as it would be written anew by whoever says of it what it serves, as everybody is shown it. */
    OutcomeInput inputServing(Served bySession) {
        var serves = serves(bySession);
        return new OutcomeInput(session, statement, text, serves.actionLines(), serves.goals(), links);
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

    boolean isPublished() {
        return published;
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
