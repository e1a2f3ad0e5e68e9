package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.person.Participants;
import org.wsisforum.agenda.room.Venues;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

/**
 * Makes the programme: brings a session in line with its room, its people and its speakers, and tells of it whoever may know.
 * What is locked is locked in one order, the session, its room, its people by id, so that no two who change sessions at the
 * same time wait for each other.
 */
@ApplicationScoped
class SessionEditor {

    @Inject
    Sessions sessions;

    @Inject
    SessionAccess access;

    @Inject
    Speakers speakers;

    @Inject
    Venues venues;

    @Inject
    Participants participants;

    @Inject
    Changes changes;

    Session add(Edition year, UUID id, SessionState state, SessionInput input, boolean clashesAccepted) {
        var said = fitting(year, input, input.room(), input.persons());
        var session = new Session(year.code(), id, state, said);
        if (session.isScheduled()) {
            session.shareRoom(isShared(id, said, clashesAccepted));
        }
        sessions.persist(session);
        changes.record(SessionChange.DRAFTED.to(session, year.code(), List.of()));
        showPeople(year, said.persons());
        return session;
    }

    void replace(Edition year, Session session, SessionInput input, boolean clashesAccepted) {
        var fields = session.differing(input);
        access.requireOwnFields(fields);
        var moves = fields.contains("startsAt") || fields.contains("endsAt") || fields.contains("room");
        var people = new HashSet<UUID>();
        if (fields.contains("people")) {
            people.addAll(session.persons());
            people.addAll(input.persons());
        }
        var said = fitting(year, input, moves ? input.room() : null, people);
        // What differs in spelling alone is the same.
        fields = session.differing(said);
        if (fields.isEmpty()) {
            return;
        }
        var before = session.floor();
        if (moves && session.isScheduled()) {
            session.shareRoom(isShared(session.id(), said, clashesAccepted));
        }
        session.replace(said);
        speakers.follow(year.code(), before, session.floor());
        tell(year, session, fields);
        showPeople(year, people);
    }

    void schedule(Edition year, Session session, boolean clashesAccepted) {
        if (session.isScheduled()) {
            return;
        }
        var said = session.input();
        if (said.room() != null) {
            venues.hold(year.code(), said.room());
        }
        participants.hold(year.code(), said.persons());
        session.shareRoom(isShared(session.id(), said, clashesAccepted));
        var before = session.floor();
        session.schedule();
        speakers.follow(year.code(), before, session.floor());
        tell(year, session, List.of("state"));
        showPeople(year, said.persons());
    }

    void postpone(Edition year, Session session, Instant now) {
        var before = session.floor();
        if (session.postpone(now)) {
            speakers.follow(year.code(), before, session.floor());
            tell(year, session, List.of("state"));
        }
    }

    void cancel(Edition year, Session session, Instant now) {
        var before = session.floor();
        if (session.cancel(now)) {
            speakers.follow(year.code(), before, session.floor());
            tell(year, session, List.of("state"));
        }
    }

    void delete(Edition year, Session session) {
        var people = session.persons();
        participants.hold(year.code(), people);
        sessions.delete(session);
        changes.record(SessionChange.DRAFT_DELETED.to(session, year.code(), List.of()));
        showPeople(year, people);
    }

    /**
     * What the edition allows, in the spelling in which it is stored.
     *
     * @param room to be held, since the session comes into it; null for none
     * @param people to be held, since they come into the session or leave it
     */
    private SessionInput fitting(Edition year, SessionInput input, UUID room, Set<UUID> people) {
        input.requireLanguages(year);
        var faults = input.faults(year);
        if (room != null && venues.hold(year.code(), room).isEmpty()) {
            faults.add(FieldError.at("/room", "unknown", "The edition has no room " + room + "."));
        }
        var known = participants.hold(year.code(), people);
        for (var i = 0; i < input.people().size(); i++) {
            var person = input.people().get(i).person();
            if (people.contains(person) && !known.contains(person)) {
                faults.add(FieldError.at(
                        "/people/" + i + "/person", "unknown", "The edition has no person " + person + "."));
            }
        }
        RequestProblem.requireNone(faults);
        return input.normalised();
    }

    /**
     * Whether other scheduled sessions are in the room, which is held, at that time; refused unless the caller has accepted it.
     * The constraint says the same to whoever does not ask.
     */
    private boolean isShared(UUID id, SessionInput said, boolean clashesAccepted) {
        if (said.room() == null) {
            return false;
        }
        var others = sessions.inRoom(said.room(), said.startsAt(), said.endsAt(), id);
        if (!others.isEmpty() && !clashesAccepted) {
            throw SessionProblem.ROOM_TAKEN.because(
                    "Choose another room or time, or say clashes=accept if both shall be in it.",
                    others.stream()
                            .map(other -> FieldError.at(
                                    "/room",
                                    "room-taken",
                                    "Session " + other.code() + " (" + other.id() + ") is in it from "
                                            + other.startsAt() + " until " + other.endsAt() + "."))
                            .toList());
        }
        return !others.isEmpty();
    }

    private void tell(Edition year, Session session, List<String> fields) {
        var shown = new ArrayList<>(fields);
        shown.removeAll(SessionInput.RESTRICTED);
        var others = new ArrayList<>(fields);
        others.removeAll(shown);
        if (!shown.isEmpty()) {
            changes.record(SessionChange.DRAFT_CHANGED.to(session, year.code(), shown));
        }
        if (!others.isEmpty()) {
            changes.record(SessionChange.ACCESS_CHANGED.to(session, year.code(), others));
        }
    }

    /** Whoever stands in a session that everybody sees is seen by everybody. */
    private void showPeople(Edition year, Set<UUID> people) {
        participants.list(year.code(), people, sessions.inProgramme(people));
    }
}
