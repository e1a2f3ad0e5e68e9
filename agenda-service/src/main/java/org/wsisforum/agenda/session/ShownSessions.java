package org.wsisforum.agenda.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.person.Participants;
import org.wsisforum.agenda.release.Shown;
import org.wsisforum.agenda.room.Venues;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.time.ForumClock;

/** What releases show of sessions. */
@ApplicationScoped
class ShownSessions implements Shown<SessionContent> {

    static final String KIND = "sessions";

    @Inject
    Sessions sessions;

    @Inject
    Venues venues;

    @Inject
    Participants participants;

    @Inject
    Speakers speakers;

    @Inject
    ForumClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<SessionContent> body() {
        return SessionContent.class;
    }

    @Override
    public Map<UUID, SessionContent> toShow(String edition) {
        sessions.hold();
        var rows = sessions.inOrder(edition).stream()
                .filter(session -> !session.isDraft())
                .toList();
        return ofDraft(rows).stream().collect(Collectors.toMap(ProgrammeSession::id, session -> session.content()
                .forEverybody()));
    }

    /** Sessions as they stand in the draft: one query for the rooms and one for the people of all, however many there are. */
    List<ProgrammeSession> ofDraft(List<Session> rows) {
        var rooms = venues.named(
                rows.stream().map(Session::room).filter(Objects::nonNull).collect(Collectors.toSet()));
        var people = participants.named(
                rows.stream().flatMap(session -> session.persons().stream()).collect(Collectors.toSet()));
        return rows.stream()
                .map(session -> new ProgrammeSession(
                        session.id(), session.version(), 0, null, SessionContent.of(session, rooms, people)))
                .toList();
    }

    @Override
    public boolean isKeptBack(SessionContent before, SessionContent after) {
        var now = clock.instant();
        return before.asRead(now).equals(after.asRead(now));
    }

    @Override
    public Change told(String edition, UUID id, SessionContent before, SessionContent after) {
        if (before == null) {
            return SessionChange.CREATED.released(edition, id, List.of());
        }
        if (after == null) {
            return SessionChange.DELETED.released(edition, id, List.of());
        }
        // Nobody sees what came of a session before it is over, nor is told that it has been written.
        var now = clock.instant();
        var fields = new ArrayList<>(
                Change.differences(before.asRead(now).said(), after.asRead(now).said()));
        if (!Objects.equals(before.room(), after.room()) && !fields.contains("room")) {
            fields.add("room");
        }
        if (!before.people().equals(after.people()) && !fields.contains("people")) {
            fields.add("people");
        }
        if (before.state() != after.state()) {
            fields.add("state");
            return becoming(after.state()).released(edition, id, fields);
        }
        var moved = fields.contains("startsAt")
                || fields.contains("endsAt")
                || !Objects.equals(before.said().room(), after.said().room());
        return (moved ? SessionChange.MOVED : SessionChange.CHANGED).released(edition, id, fields);
    }

    @Override
    public void entered(String edition, Set<UUID> ids) {
        speakers.shown(edition, ids);
    }

    private static SessionChange becoming(SessionState state) {
        return switch (state) {
            case POSTPONED -> SessionChange.POSTPONED;
            case CANCELLED -> SessionChange.CANCELLED;
            default -> SessionChange.RESCHEDULED;
        };
    }
}
