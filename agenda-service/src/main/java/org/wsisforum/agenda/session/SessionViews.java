package org.wsisforum.agenda.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.time.ForumClock;

/** Makes of sessions what the caller may see of them. */
@ApplicationScoped
public class SessionViews {

    @Inject
    SessionAccess access;

    @Inject
    Sessions sessions;

    @Inject
    ShownSessions shown;

    @Inject
    Speakers speakers;

    @Inject
    Clashes clashes;

    @Inject
    ForumClock clock;

    /** Some sessions of a release, with the join links that the caller is shown, in the order in which they begin. */
    public List<SessionView> shown(Programme programme, Set<UUID> ids) {
        return page(
                programme,
                programme.sessions().stream()
                        .filter(session -> ids.contains(session.id()))
                        .toList());
    }

    /** Some sessions of a version of the programme. */
    List<SessionView> page(Programme programme, List<ProgrammeSession> rows) {
        var beside = programme.beside(clock.instant());
        if (programme.isDraft()) {
            return rows.stream()
                    .map(session -> SessionView.whole(session, beside, null))
                    .toList();
        }
        // Where a session is joined is no part of a release: it may be needed a minute after it is known.
        var joinLinks = sessions.joinLinks(access.joinable(rows, programme.edition(), beside.now()));
        return rows.stream()
                .map(session -> SessionView.of(session, beside, joinLinks.get(session.id())))
                .toList();
    }

    /** A session of the draft, for those who make it, with what is in its way; drafts of others are not for an organizer to see. */
    SessionView whole(Edition year, Session session) {
        var inTheWay = clashes.of(year.code(), session.id()).stream()
                .filter(clash -> !clash.draft() || access.isManager())
                .toList();
        Map<UUID, List<Speaker>> speaking = session.takesStatements() ? speakers.in(List.of(session.id())) : Map.of();
        return SessionView.whole(
                shown.ofDraft(List.of(session)).getFirst(),
                new SessionView.Beside(year, clock.instant(), speaking),
                inTheWay);
    }
}
