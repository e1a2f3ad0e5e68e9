package org.wsisforum.agenda.personal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.kit.text.Text;

/** A session that a person means to go to, and what the programme said of it when the person chose it. */
@Entity
@Immutable
@IdClass(Bookmark.Key.class)
class Bookmark {

    /** Whose, and which session. */
    record Key(String subject, String edition, UUID session) {}

    @Id
    private String subject;

    @Id
    private String edition;

    @Id
    private UUID session;

    private Instant madeAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text title;

    private Instant startsAt;
    private Instant endsAt;
    private UUID room;

    @Enumerated(EnumType.STRING)
    private SessionState state;

    protected Bookmark() {}

    Bookmark(String subject, String edition, SessionView session, Instant now) {
        this.subject = subject;
        this.edition = edition;
        this.session = session.id();
        this.madeAt = now;
        this.title = session.title();
        this.startsAt = session.startsAt();
        this.endsAt = session.endsAt();
        this.room = roomOf(session);
        this.state = session.state().stored();
    }

    /** In what the session takes place otherwise than when it was chosen, as the API calls it. */
    List<String> changesIn(SessionView now) {
        var changes = new ArrayList<String>();
        if (!startsAt.equals(now.startsAt())) {
            changes.add("startsAt");
        }
        if (!endsAt.equals(now.endsAt())) {
            changes.add("endsAt");
        }
        if (!Objects.equals(room, roomOf(now))) {
            changes.add("room");
        }
        if (state != now.state().stored()) {
            changes.add("state");
        }
        return changes;
    }

    private static UUID roomOf(SessionView session) {
        return session.room() == null ? null : session.room().id();
    }

    UUID session() {
        return session;
    }

    Instant madeAt() {
        return madeAt;
    }

    Text title() {
        return title;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    SessionState state() {
        return state;
    }
}
