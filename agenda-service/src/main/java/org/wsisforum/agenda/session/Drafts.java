package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * How a session stands.
     *
     * @param version what has to be named to change it
     * @param startsAt its beginning, which holds no more once it is postponed
     * @param endsAt its end
     * @param postponed whether its time holds no more
     * @param accounts the subjects of the accounts that may say some of it
     */
    public record Standing(long version, Instant startsAt, Instant endsAt, boolean postponed, List<String> accounts) {

        static Standing of(Session session) {
            return new Standing(
                    session.version(),
                    session.startsAt(),
                    session.endsAt(),
                    session.stored() == SessionState.POSTPONED,
                    session.organizerAccounts());
        }
    }

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
        var people = seats(year, Map.of(), said.panellists());
        editor.add(year, id, SessionState.DRAFT, said.input(people), false);
    }

    /** Whether there is a session of this id, however it stands. */
    public boolean isThere(String edition, UUID id) {
        return sessions.count("id = ?1 and edition = ?2", id, edition) > 0;
    }

    /** Whether this account may say some of the session. */
    public boolean isOrganizedBy(String edition, UUID id, String account) {
        return sessions.count(
                        "id = ?1 and edition = ?2 and array_contains(organizerAccounts, ?3)", id, edition, account)
                > 0;
    }

    /** How these sessions stand, as far as there are any and they are not cancelled. Asks the database once. */
    public Map<UUID, Standing> standing(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sessions.list("id in ?1 and state <> ?2", ids, SessionState.CANCELLED).stream()
                        .collect(Collectors.toMap(Session::id, Standing::of));
    }

    /** The same of one, which nobody else changes until the running transaction ends. */
    public Optional<Standing> held(String edition, UUID id) {
        return sessions.find(edition, id, LockModeType.PESSIMISTIC_WRITE)
                .filter(session -> session.stored() != SessionState.CANCELLED)
                .map(Standing::of);
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
        people.addAll(seats(year, known, panellists));
        replace(year, id, said -> said.with(said.description(), people, said.documents(), said.outcome()));
    }

    /** These panellists as people of the programme, each once however often named. */
    private List<Appearance> seats(Edition year, Map<UUID, Participant> known, List<Panellist> panellists) {
        var seats = new LinkedHashMap<Participant, Appearance>();
        for (var panellist : panellists) {
            seats.computeIfAbsent(panellist.person(), person -> {
                var id = known.values().stream()
                        .filter(person::isLike)
                        .map(Participant::id)
                        .findFirst()
                        .orElseGet(() -> participants.add(year.code(), person));
                return new Appearance(id, AppearanceRole.PANELLIST, panellist.remote());
            });
        }
        return List.copyOf(seats.values());
    }

    private void replace(Edition year, UUID id, UnaryOperator<SessionInput> change) {
        var session = sessions.require(year.code(), id, LockModeType.PESSIMISTIC_WRITE);
        editor.replace(year, session, change.apply(session.input()), false);
    }
}
