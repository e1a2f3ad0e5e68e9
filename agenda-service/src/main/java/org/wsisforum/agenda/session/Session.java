package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
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

    /** Whether a programme manager has accepted that another session is in the room at the same time. */
    private boolean sharesRoom;

    @Enumerated(EnumType.STRING)
    private SessionState state;

    /** Fetched at once for all sessions of a page, which are 200 at most, and the one behind it. */
    @ElementCollection
    @CollectionTable(name = "appearance", joinColumns = @JoinColumn(name = "session_id"))
    @OrderColumn(name = "place")
    @BatchSize(size = 201)
    private List<Appearance> people;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> actionLines;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Integer> goals;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Linkage> linkages;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> organizers;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> organizerAccounts;

    private String floorLanguage;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> interpretation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> captioning;

    private boolean internationalSign;
    private boolean stepFree;
    private String joinLink;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Document> documents;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Recording> recordings;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text outcome;

    /** Whether everybody was told what came of it and reads it; whoever changes the session need not have seen that. */
    @OptimisticLock(excluded = true)
    private boolean outcomeTold;

    private boolean statements;
    private boolean confirmed;
    private String source;

    protected Session() {}

    Session(String edition, UUID id, SessionState state, SessionInput input) {
        this.id = id;
        this.edition = edition;
        this.state = state;
        this.people = new ArrayList<>();
        replace(input);
    }

    /**
     * Everybody sees the session from now on: for the first time, or with a time that holds again.
     *
     * @return whether that is new
     */
    boolean schedule() {
        return become(SessionState.SCHEDULED);
    }

    /** The time of the session holds no more; see {@link #schedule}. */
    boolean postpone(Instant now) {
        requireNotOver(now);
        if (state == SessionState.CANCELLED) {
            throw SessionProblem.SESSION_NOT_SCHEDULED.because("The session is cancelled.");
        }
        return become(SessionState.POSTPONED);
    }

    /** The session does not take place; see {@link #schedule}. */
    boolean cancel(Instant now) {
        requireNotOver(now);
        return become(SessionState.CANCELLED);
    }

    private void requireNotOver(Instant now) {
        if (state == SessionState.DRAFT) {
            throw SessionProblem.SESSION_NOT_SCHEDULED.because("A draft can be scheduled or deleted.");
        }
        if (state(now) == SessionState.ENDED) {
            throw SessionProblem.SESSION_NOT_SCHEDULED.because("The session ended at " + endsAt + ".");
        }
    }

    private boolean become(SessionState next) {
        var isNew = state != next;
        state = next;
        return isNew;
    }

    /** How the session stands at this time. */
    SessionState state(Instant now) {
        return state.at(now, startsAt, endsAt);
    }

    /** How the session stands, whatever the time is. */
    SessionState stored() {
        return state;
    }

    /** Whether only those who make it see it. */
    boolean isDraft() {
        return state == SessionState.DRAFT;
    }

    /** Whether it takes place when it says, or has taken place: its room is its own then. */
    boolean isScheduled() {
        return state == SessionState.SCHEDULED;
    }

    /** What came of it comes to be read by everybody, or is read no more. */
    void turnOutcome() {
        outcomeTold = !outcomeTold;
    }

    boolean isOutcomeTold() {
        return outcomeTold;
    }

    /** Whether another session is in the room at the same time, and a programme manager wants it so. */
    void shareRoom(boolean shared) {
        sharesRoom = shared;
    }

    boolean isOrganizedBy(String account) {
        return organizerAccounts.contains(account);
    }

    /** The names of the fields in which this says something else of the session. */
    List<String> differing(SessionInput input) {
        return Change.differences(input(), input);
    }

    /** Replaces what the programme says of the session. */
    void replace(SessionInput input) {
        code = input.code();
        type = input.type();
        track = input.track();
        title = input.title();
        description = input.description();
        startsAt = input.startsAt();
        endsAt = input.endsAt();
        attendance = input.attendance();
        room = input.room();
        // In place: a list that is replaced is deleted whole and written anew.
        if (!people.equals(input.people())) {
            people.clear();
            people.addAll(input.people());
        }
        actionLines = input.actionLines();
        goals = input.goals();
        linkages = input.linkages();
        organizers = input.organizers();
        organizerAccounts = input.organizerAccounts();
        floorLanguage = input.floorLanguage();
        interpretation = input.interpretation();
        captioning = input.captioning();
        internationalSign = input.internationalSign();
        stepFree = input.stepFree();
        joinLink = input.joinLink();
        documents = input.documents();
        recordings = input.recordings();
        outcome = input.outcome();
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
                List.copyOf(people),
                actionLines,
                goals,
                linkages,
                organizers,
                organizerAccounts,
                floorLanguage,
                interpretation,
                captioning,
                internationalSign,
                stepFree,
                joinLink,
                documents,
                recordings,
                outcome,
                statements,
                confirmed,
                source);
    }

    Served served() {
        return new Served(actionLines, goals);
    }

    Floor floor() {
        return new Floor(
                id, startsAt, endsAt, statements && state != SessionState.CANCELLED, state == SessionState.POSTPONED);
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

    Text title() {
        return title;
    }

    Instant endsAt() {
        return endsAt;
    }

    UUID room() {
        return room;
    }

    /** The people in it, each once. */
    Set<UUID> persons() {
        return people.stream().map(Appearance::person).collect(Collectors.toSet());
    }

    List<String> organizerAccounts() {
        return organizerAccounts;
    }

    Instant startsAt() {
        return startsAt;
    }

    boolean takesStatements() {
        return statements;
    }
}
