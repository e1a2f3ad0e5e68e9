package org.wsisforum.agenda.achievement;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Drafts;
import org.wsisforum.agenda.session.Served;
import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.problem.RequestProblem;

/** The outcomes of all editions. */
@ApplicationScoped
class Outcomes implements PanacheRepositoryBase<Outcome, UUID> {

    @Inject
    Held held;

    @Inject
    Drafts drafts;

    @Inject
    Caller caller;

    /** Whether the caller reads all of them: who makes the programme, and who reads the history of each. */
    boolean areAllRead() {
        return drafts.areAllMade() || caller.has(Role.SECRETARIAT) && caller.isGranted("agenda:read");
    }

    /** Whether the caller reads those of a session before it is over. */
    boolean areReadBefore(String edition, UUID session) {
        return areAllRead() || drafts.isMade(edition, session);
    }

    /** One that everybody reads, or any for those who make its session and for the secretariat. */
    Outcome requireReadable(Edition year, UUID id) {
        return find("id = ?1 and edition = ?2", id, year.code())
                .<Outcome>singleResultOptional()
                .filter(outcome -> isRead(year, outcome) || areReadBefore(year.code(), outcome.session()))
                .orElseThrow(() -> none(year, id));
    }

    /** One of a session that the caller makes. */
    Outcome requireToChange(Edition year, UUID id) {
        var outcome = find("id = ?1 and edition = ?2", id, year.code())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<Outcome>singleResultOptional()
                .orElseThrow(() -> none(year, id));
        drafts.requireMade(year.code(), outcome.session());
        return outcome;
    }

    /** Whether everybody reads it at this moment. */
    boolean isRead(Edition year, Outcome outcome) {
        var sessions = held.sessions(year);
        return Held.over(sessions).containsKey(outcome.session()) && outcome.isOfAny(Held.deliveredIn(sessions));
    }

    /**
     * Those of which everybody has not been told yet that they are read, or that they are read no more. Until the running
     * transaction ends nobody else changes them, nor is given them here.
     *
     * @param sessions those that take place
     */
    @SuppressWarnings("unchecked")
    List<Outcome> heldToTell(String edition, List<SessionView> sessions) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from outcome where edition = :edition"
                                + " and published <> (session = any(cast(:over as uuid[]))"
                                + " and (statement is null or statement = any(cast(:delivered as uuid[]))))"
                                + " order by recorded_at, id for no key update skip locked",
                        Outcome.class)
                .setParameter("edition", edition)
                .setParameter("over", Held.over(sessions).keySet().toArray(UUID[]::new))
                .setParameter("delivered", Held.deliveredIn(sessions).toArray(UUID[]::new))
                .getResultList();
    }

    /** These outcomes as they are shown. What their sessions serve is what everybody reads of those that are over. */
    List<OutcomeView> shown(Edition year, List<Outcome> rows) {
        var serving = serving(year, rows);
        return rows.stream()
                .map(outcome -> OutcomeView.of(outcome, serving.get(outcome.session())))
                .toList();
    }

    OutcomeView shown(Edition year, Outcome outcome) {
        return shown(year, List.of(outcome)).getFirst();
    }

    /** What the session of an outcome serves. */
    Served served(Edition year, Outcome outcome) {
        return serving(year, List.of(outcome)).get(outcome.session());
    }

    private Map<UUID, Served> serving(Edition year, List<Outcome> rows) {
        var serving = new HashMap<UUID, Served>();
        held.over(year).forEach((id, session) -> serving.put(id, session.serves()));
        serving.putAll(drafts.served(rows.stream()
                .map(Outcome::session)
                .filter(session -> !serving.containsKey(session))
                .collect(Collectors.toSet())));
        return serving;
    }

    /** What came of these sessions, in the order in which it was recorded. */
    List<Outcome> of(Collection<UUID> sessions) {
        return sessions.isEmpty() ? List.of() : list("session in ?1 order by recordedAt, id", sessions);
    }

    private static RuntimeException none(Edition year, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no outcome " + id + " of " + year.code() + ".");
    }
}
