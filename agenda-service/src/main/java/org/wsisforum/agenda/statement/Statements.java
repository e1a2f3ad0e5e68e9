package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.agenda.edition.Edition;

/** The policy statements of all editions. */
@ApplicationScoped
class Statements implements PanacheRepositoryBase<Statement, UUID> {

    Optional<Statement> find(String edition, UUID id) {
        return find("id = ?1 and edition = ?2", id, edition).singleResultOptional();
    }

    Optional<Statement> ofInvitation(String edition, UUID invitation) {
        return find("edition = ?1 and invitation = ?2", edition, invitation).singleResultOptional();
    }

    /** Whether the holder of this link has a statement to give. */
    boolean hasLive(String edition, String linkHash) {
        return count("edition = ?1 and linkHash = ?2 and state <> ?3", edition, linkHash, StatementState.WITHDRAWN) > 0;
    }

    /** Whether this delegation has a statement to give. */
    boolean hasLiveOf(String edition, String country) {
        return count("edition = ?1 and country = ?2 and state <> ?3", edition, country, StatementState.WITHDRAWN) > 0;
    }

    /** The invitations behind all statements that are not withdrawn. */
    List<UUID> liveInvitations(String edition) {
        return getEntityManager()
                .createQuery(
                        "select invitation from Statement where edition = :edition and state <> :withdrawn", UUID.class)
                .setParameter("edition", edition)
                .setParameter("withdrawn", StatementState.WITHDRAWN)
                .getResultList();
    }

    /** The statements that are booked in one of these sessions, in the order in which they are given. */
    List<Statement> bookedIn(Collection<UUID> sessions) {
        return list("slot.session in ?1 order by slot.startsAt, id", sessions);
    }

    /**
     * The first of a delegation's seats that none of its statements has. Two who ask at the same moment are told the same
     * one; the constraint then refuses the second.
     */
    Optional<Integer> freeSeat(Edition edition, String country) {
        var taken = Set.copyOf(getEntityManager()
                .createQuery(
                        "select seat from Statement where edition = :edition and country = :country and seat is not null",
                        Integer.class)
                .setParameter("edition", edition.code())
                .setParameter("country", country)
                .getResultList());
        return IntStream.rangeClosed(1, edition.rules().statementSpeakersPerDelegation())
                .boxed()
                .filter(seat -> !taken.contains(seat))
                .findFirst();
    }

    /**
     * Lets those who want one slot at one moment take it one after the other, until the running transaction ends. The
     * constraint alone would refuse some of them by ending a deadlock: it is checked at the end of a command, when two who
     * wait for each other have both written.
     */
    void takeTurn(Slot wanted) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:slot, 0))", Integer.class)
                .setParameter("slot", "slot " + wanted.session() + " " + wanted.startsAt())
                .getSingleResult();
    }

    /** The beginnings of the slots of a session that are given. */
    Set<Instant> takenIn(UUID session) {
        return getEntityManager()
                .createQuery("select slot.startsAt from Statement where slot.session = :session", Instant.class)
                .setParameter("session", session)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Moves all slots of a session by so many seconds, in one statement, so that no two meet on the way. */
    void shift(UUID session, long seconds) {
        getEntityManager()
                .createNativeQuery("update statement set starts_at = starts_at + make_interval(secs => :seconds),"
                        + " version = version + 1 where session_id = :session")
                .setParameter("seconds", (double) seconds)
                .setParameter("session", session)
                .executeUpdate();
    }
}
