package org.wsisforum.agenda.achievement;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.session.Drafts;
import org.wsisforum.kit.problem.RequestProblem;

/** The outcomes of all editions. */
@ApplicationScoped
class Outcomes implements PanacheRepositoryBase<Outcome, UUID> {

    @Inject
    Held held;

    @Inject
    Drafts drafts;

    /** One that everybody reads, or any for those who make its session. */
    Outcome requireReadable(Edition year, UUID id) {
        return find("id = ?1 and edition = ?2", id, year.code())
                .<Outcome>singleResultOptional()
                .filter(outcome -> isPublished(year, outcome) || drafts.isMade(year.code(), outcome.session()))
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

    boolean isPublished(Edition year, Outcome outcome) {
        return held.over(year).containsKey(outcome.session());
    }

    /** What came of these sessions, in the order in which it was recorded. */
    List<Outcome> of(Collection<UUID> sessions) {
        return sessions.isEmpty() ? List.of() : list("session in ?1 order by recordedAt, id", sessions);
    }

    private static RuntimeException none(Edition year, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no outcome " + id + " of " + year.code() + ".");
    }
}
