package org.wsisforum.agenda.session;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.person.Participants;
import org.wsisforum.agenda.room.Venues;
import org.wsisforum.kit.time.ForumClock;

/** Makes of sessions what the caller may see of them. */
@ApplicationScoped
class SessionViews {

    @Inject
    SessionAccess access;

    @Inject
    Speakers speakers;

    @Inject
    Venues venues;

    @Inject
    Participants participants;

    @Inject
    Clashes clashes;

    @Inject
    ForumClock clock;

    List<SessionView> page(Edition year, List<Session> rows) {
        var beside = beside(year, rows);
        return rows.stream()
                .map(session -> access.makes(session)
                        ? SessionView.whole(session, beside, null)
                        : SessionView.of(session, beside, access.mayJoin(session, year, beside.now())))
                .toList();
    }

    SessionView one(Edition year, Session session) {
        return access.makes(session)
                ? whole(year, session)
                : page(year, List.of(session)).getFirst();
    }

    /** For those who make the session, with what is in its way; the drafts of others are not for an organizer to see. */
    SessionView whole(Edition year, Session session) {
        var inTheWay = clashes.of(year.code(), session.id()).stream()
                .filter(clash -> !clash.draft() || access.isManager())
                .toList();
        return SessionView.whole(session, beside(year, List.of(session)), inTheWay);
    }

    /** One query each for the rooms, the people and the speakers of all sessions, however many there are. */
    private SessionView.Beside beside(Edition year, List<Session> rows) {
        return new SessionView.Beside(
                year,
                clock.instant(),
                venues.named(rows.stream()
                        .map(Session::room)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                participants.named(rows.stream()
                        .flatMap(session -> session.persons().stream())
                        .collect(Collectors.toSet())),
                speakers.in(rows.stream()
                        .filter(Session::takesStatements)
                        .map(Session::id)
                        .toList()));
    }
}
