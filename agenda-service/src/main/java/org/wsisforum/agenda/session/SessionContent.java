package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.wsisforum.agenda.person.Participant;
import org.wsisforum.agenda.room.Venue;

/**
 * A session with what the programme shows beside it: what a release stores of it.
 *
 * @param said what the programme says of it
 * @param state how it stands, whatever the time is
 * @param room where it takes place; may be null
 * @param people who stands in it
 */
record SessionContent(SessionInput said, SessionState state, Venue room, List<Participant> people) {

    static SessionContent of(Session session, Map<UUID, Venue> rooms, Map<UUID, Participant> people) {
        return new SessionContent(
                session.input(),
                session.stored(),
                session.room() == null ? null : rooms.get(session.room()),
                session.persons().stream()
                        .sorted()
                        .map(people::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** How the session stands at this time. */
    SessionState state(Instant now) {
        return state.at(now, said.startsAt(), said.endsAt());
    }

    /** Whether it has taken place: what came of it is for everybody then. */
    boolean isOver(Instant now) {
        return state(now) == SessionState.ENDED;
    }

    /** As everybody reads it at this time: without what came of it before it is over. */
    SessionContent asRead(Instant now) {
        return isOver(now) ? this : withoutOutcome();
    }

    SessionContent withoutOutcome() {
        return new SessionContent(
                said.with(said.description(), said.people(), said.documents(), null), state, room, people);
    }

    /** Without what is not for everybody. */
    SessionContent forEverybody() {
        return new SessionContent(said.forEverybody(), state, room, people);
    }

    /** Who a person is that stands in the session. */
    Participant person(UUID id) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
