package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.text.Text;

/** A session of the programme. */
@Entity
class Session {

    @Id
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String code;
    private String type;
    private String track;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text title;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text description;

    private Instant startsAt;
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private Attendance attendance;

    private UUID room;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> actionLines;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Integer> goals;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> organizers;

    private boolean statements;
    private boolean confirmed;
    private String source;

    protected Session() {}

    Session(String edition, UUID id, SessionInput input) {
        this.id = id;
        this.edition = edition;
        write(input);
    }

    /** Replaces what the programme says of the session, and names the fields that are new. */
    List<String> replace(SessionInput input) {
        var fields = Change.differences(input(), input);
        write(input);
        return fields;
    }

    private void write(SessionInput input) {
        code = input.code();
        type = input.type();
        track = input.track();
        title = input.title();
        description = input.description();
        startsAt = input.startsAt();
        endsAt = input.endsAt();
        attendance = input.attendance();
        room = input.room();
        actionLines = input.actionLines();
        goals = input.goals();
        organizers = input.organizers();
        statements = input.statements();
        confirmed = input.confirmed();
        source = input.source();
    }

    /** The session as it would be written anew. */
    SessionInput input() {
        return new SessionInput(
                code,
                type,
                track,
                title,
                description,
                startsAt,
                endsAt,
                attendance,
                room,
                actionLines,
                goals,
                organizers,
                statements,
                confirmed,
                source);
    }

    Floor floor() {
        return new Floor(id, startsAt, endsAt, statements);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    UUID room() {
        return room;
    }

    Instant startsAt() {
        return startsAt;
    }

    boolean takesStatements() {
        return statements;
    }
}
