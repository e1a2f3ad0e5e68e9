package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** The invitations behind all statements that they keep open, or would if staff had not withdrawn them. */
    List<UUID> liveInvitations(String edition) {
        return getEntityManager()
                .createQuery(
                        "select invitation from Statement where edition = :edition"
                                + " and (state <> :withdrawn or withdrawalReason is not null) and invitation is not null",
                        UUID.class)
                .setParameter("edition", edition)
                .setParameter("withdrawn", StatementState.WITHDRAWN)
                .getResultList();
    }

    /** The statements that the programme shows in one of these sessions, in the order in which they are given. */
    List<Statement> bookedIn(Collection<UUID> sessions) {
        return list("slot.session in ?1 and state in (BOOKED, DELIVERED) order by slot.startsAt, id", sessions);
    }

    /** The statements that hold a slot of a session now, in the order in which they are given. */
    List<Statement> holding(UUID session, Instant now) {
        return list(
                "slot.session = ?1 and (state <> OFFERED or offerExpiresAt > ?2) order by slot.startsAt, id",
                session,
                now);
    }

    /** How many hold a slot of each of these sessions now, and how many of them everybody sees. */
    Map<UUID, Held> heldIn(Collection<UUID> sessions, Instant now) {
        return sessions.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "select slot.session, count(*), sum(case when state = OFFERED then 0 else 1 end)"
                                        + " from Statement where slot.session in :sessions"
                                        + " and (state <> OFFERED or offerExpiresAt > :now) group by slot.session",
                                Object[].class)
                        .setParameter("sessions", sessions)
                        .setParameter("now", now)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0],
                                row -> new Held(((Number) row[1]).intValue(), ((Number) row[2]).intValue())));
    }

    /**
     * How many statements hold a slot of a session.
     *
     * @param all those that were offered one too
     * @param booked those that everybody sees
     */
    record Held(int all, int booked) {

        static final Held NONE = new Held(0, 0);
    }

    /** The statements of an edition that ask for a slot now and have none. */
    List<Statement> waiting(String edition, Instant now) {
        return list("edition = ?1 and (state = REQUESTED or state = OFFERED and offerExpiresAt <= ?2)", edition, now);
    }

    /** The statements whose offers have ended, and have not been taken back yet. */
    List<Statement> lapsed(String edition, Instant now) {
        return list("edition = ?1 and state = OFFERED and offerExpiresAt <= ?2", edition, now);
    }

    /** The statements whose delegations would exchange slots with this one. */
    List<Statement> proposingTo(Statement statement) {
        return list("exchange.with = ?1 order by id", statement.id()).stream()
                .filter(other -> other.exchange().isFor(statement))
                .toList();
    }

    /**
     * The first of a delegation's seats that none of its statements has. Two who ask at the same moment are told the same
     * one; the constraint then refuses the second.
     */
    Optional<Integer> freeSeat(Edition edition, String delegation) {
        var taken = Set.copyOf(getEntityManager()
                .createQuery(
                        "select seat from Statement where edition = :edition"
                                + " and (country = :delegation or entity = :delegation) and seat is not null",
                        Integer.class)
                .setParameter("edition", edition.code())
                .setParameter("delegation", delegation)
                .getResultList());
        return IntStream.rangeClosed(1, edition.rules().statementSpeakersPerDelegation())
                .boxed()
                .filter(seat -> !taken.contains(seat))
                .findFirst();
    }

    /**
     * Lets those who change statements of one edition do it one after the other, until the running transaction ends; called
     * before any of them is read. A list is changed as a whole, so that what one saw of it must still be true when it is
     * written, and two who exchange what a third gives back would end in a deadlock. Constraints have the last word.
     */
    void takeTurn(String edition) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:lists, 0))", Integer.class)
                .setParameter("lists", "speakers' lists of " + edition)
                .getSingleResult();
    }

    /** Until {@link #slotsMustDiffer}, statements may meet in a slot: they pass each other on their ways. */
    void slotsMayMeet() {
        getEntityManager()
                .createNativeQuery("set constraints statement_slot_is_free deferred")
                .executeUpdate();
    }

    /** Each slot is given once again, or this is refused. */
    void slotsMustDiffer() {
        flush();
        getEntityManager()
                .createNativeQuery("set constraints statement_slot_is_free immediate")
                .executeUpdate();
    }

    /** The beginnings of the slots of a session that are given now. */
    Set<Instant> takenIn(UUID session, Instant now) {
        return holding(session, now).stream()
                .map(statement -> statement.slot().startsAt())
                .collect(Collectors.toSet());
    }

    /** Lets the turn of no speaker in a session come, or lets it come again. */
    void postpone(UUID session, boolean postponed) {
        getEntityManager()
                .createNativeQuery("update statement set postponed = :postponed, version = version + 1"
                        + " where session_id = :session")
                .setParameter("postponed", postponed)
                .setParameter("session", session)
                .executeUpdate();
    }

    /** Moves all slots of a session by so many seconds, in one statement, so that no two meet on the way. */
    void shift(UUID session, long seconds) {
        getEntityManager()
                .createNativeQuery("update statement set starts_at = starts_at + make_interval(secs => :seconds),"
                        // Nobody confirms what has begun.
                        + " offer_expires_at = case when state = 'OFFERED'"
                        + " then least(offer_expires_at, starts_at + make_interval(secs => :seconds)) end,"
                        + " version = version + 1 where session_id = :session")
                .setParameter("seconds", (double) seconds)
                .setParameter("session", session)
                .executeUpdate();
    }
}
