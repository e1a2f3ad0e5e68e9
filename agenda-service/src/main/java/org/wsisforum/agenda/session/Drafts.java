package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.person.Participant;
import org.wsisforum.agenda.person.Participants;
import org.wsisforum.kit.text.Text;

/**
 * Sessions that are drafted, and said more of, by way of another feature: on behalf of those who hold them. The caller is taken to have seen to it that this is one of them.
 */
@ApplicationScoped
public class Drafts {

    @Inject
    Sessions sessions;

    @Inject
    SessionAccess access;

    @Inject
    SessionEditor editor;

    @Inject
    Participants participants;

    /** When a session is. */
    public record Times(Instant startsAt, Instant endsAt) {}

    /** Somebody who is to sit on a panel: whose id is left open, and whether from elsewhere. */
    public record Panellist(Participant person, boolean remote) {}

    /** Refuses a session that the caller does not make; nobody else changes it until the running transaction ends. */
    public void requireMade(String edition, UUID id) {
        access.requireToChange(edition, id);
    }

    /** What these sessions serve as they stand in the draft. Asks the database once. */
    public Map<UUID, Served> served(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sessions.list("id in ?1", ids).stream().collect(Collectors.toMap(Session::id, Session::served));
    }

    /** Whether the caller sees what is not for everybody of a session. */
    public boolean isMade(String edition, UUID id) {
        return sessions.find(edition, id, LockModeType.NONE)
                .filter(access::makes)
                .isPresent();
    }

    /** Whether the caller sees what is not for everybody of all sessions. */
    public boolean areAllMade() {
        return access.readsAll();
    }

    /** Drafts a session under this id, which is given once; refuses what the edition does not allow. */
    public void add(Edition year, UUID id, DraftSession said) {
        editor.add(year, id, SessionState.DRAFT, said.input(), false);
    }

    /** When these sessions are, as far as there are any and they are not cancelled. Asks the database once. */
    public Map<UUID, Times> times(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sessions.list("id in ?1 and state <> ?2", ids, SessionState.CANCELLED).stream()
                        .collect(Collectors.toMap(Session::id, s -> new Times(s.startsAt(), s.endsAt())));
    }

    /** Says anew what a session is about. */
    public void describe(Edition year, UUID id, Text description) {
        replace(year, id, said -> said.with(description, said.people(), said.documents(), said.outcome()));
    }

    /** Says what came of a session. */
    public void conclude(Edition year, UUID id, Text outcome) {
        replace(year, id, said -> said.with(said.description(), said.people(), said.documents(), outcome));
    }

    /** Adds a document to a session, in the place of the one that bears the same name. */
    public void attach(Edition year, UUID id, Document document) {
        replace(year, id, said -> {
            var documents = Stream.concat(
                            said.documents().stream()
                                    .filter(other -> !other.name().equals(document.name())),
                            Stream.of(document))
                    .toList();
            return said.with(said.description(), said.people(), documents, said.outcome());
        });
    }

    /** Has these people be the panellists of a session. Who is among them already stays who it is. */
    public void seat(Edition year, UUID id, List<Panellist> panellists) {
        var session = sessions.require(year.code(), id, LockModeType.PESSIMISTIC_WRITE);
        var known = participants.named(session.persons());
        var people = new ArrayList<>(session.input().people().stream()
                .filter(appearance -> appearance.role() != AppearanceRole.PANELLIST)
                .toList());
        for (var panellist : panellists) {
            var person = known.values().stream()
                    .filter(panellist.person()::isLike)
                    .map(Participant::id)
                    .findFirst()
                    .orElseGet(() -> participants.add(year.code(), panellist.person()));
            people.add(new Appearance(person, AppearanceRole.PANELLIST, panellist.remote()));
        }
        replace(year, id, said -> said.with(said.description(), people, said.documents(), said.outcome()));
    }

    private void replace(Edition year, UUID id, UnaryOperator<SessionInput> change) {
        var session = sessions.require(year.code(), id, LockModeType.PESSIMISTIC_WRITE);
        editor.replace(year, session, change.apply(session.input()), false);
    }
}
