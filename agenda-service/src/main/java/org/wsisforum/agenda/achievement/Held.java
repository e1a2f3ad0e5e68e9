package org.wsisforum.agenda.achievement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Programme;
import org.wsisforum.agenda.session.Programmes;
import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.agenda.session.Speaker;
import org.wsisforum.agenda.session.Speakers;
import org.wsisforum.kit.conditional.Freshness;
import org.wsisforum.kit.time.ForumClock;

/**
 * What has been held and said: the one place that knows when a session is over and a statement delivered, so that nothing of either
 * is published before.
 */
@ApplicationScoped
class Held {

    @Inject
    Programmes programmes;

    @Inject
    Speakers speakers;

    @Inject
    ForumClock clock;

    @Inject
    Freshness freshness;

    /**
     * The sessions that take place, as everybody sees them in the newest release, from memory. What is answered by them is kept
     * by no cache beyond the end of the next one, which publishes what came of it and of which nothing else tells.
     */
    List<SessionView> sessions(Edition year) {
        var now = clock.instant();
        var sessions = takingPlace(year, now);
        sessions.stream()
                .map(SessionView::endsAt)
                .filter(end -> end.isAfter(now))
                .min(Instant::compareTo)
                .ifPresent(end -> freshness.endsIn(Duration.between(now, end)));
        return sessions;
    }

    /** One that is postponed has no time at which it does. */
    private List<SessionView> takingPlace(Edition year, Instant now) {
        return programmes.released(year, null).entries(now).stream()
                .map(Programme.Entry::session)
                .filter(session ->
                        session.state() != SessionState.CANCELLED && session.state() != SessionState.POSTPONED)
                .toList();
    }

    /** The same for whoever answers nobody. */
    List<SessionView> sessionsNow(Edition year) {
        return takingPlace(year, clock.instant());
    }

    /** Those of these sessions that are over, by id. */
    static Map<UUID, SessionView> over(List<SessionView> sessions) {
        return sessions.stream()
                .filter(session -> session.state() == SessionState.ENDED)
                .collect(Collectors.toMap(SessionView::id, Function.identity()));
    }

    /** The sessions that are over, by id. */
    Map<UUID, SessionView> over(Edition year) {
        return over(sessions(year));
    }

    /** The speakers of a session whose statements are delivered. */
    static List<Speaker> delivered(SessionView session) {
        return session.speakers() == null
                ? List.of()
                : session.speakers().stream().filter(Speaker::delivered).toList();
    }

    /** The statements that are delivered in these sessions; what came of another is not read. */
    static Set<UUID> deliveredIn(List<SessionView> sessions) {
        return sessions.stream()
                .flatMap(session -> delivered(session).stream())
                .map(Speaker::statement)
                .collect(Collectors.toSet());
    }

    /** Whether this statement is given in this session, and delivered. */
    boolean isDelivered(UUID session, UUID statement) {
        return speakers.in(List.of(session)).getOrDefault(session, List.of()).stream()
                .anyMatch(speaker -> speaker.statement().equals(statement) && speaker.delivered());
    }
}
