package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;

/** The sessions of all editions. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, UUID> {

    Optional<Session> find(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition).withLock(lock).singleResultOptional();
    }

    Session require(String edition, UUID id, LockModeType lock) {
        return find(edition, id, lock).orElseThrow(() -> none(edition, id));
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no session " + id + " in " + edition + ".");
    }

    /** The sessions of an edition, drafts as well, in the order in which they begin. */
    List<Session> inOrder(String edition) {
        return list("edition = ?1 order by startsAt, id", edition);
    }

    /** Nobody changes a session until the running transaction ends. */
    void hold() {
        getEntityManager()
                .createNativeQuery("lock table session, appearance in share mode")
                .executeUpdate();
    }

    /**
     * Those of which everybody has not been told yet that what came of them is read, or which are to be told of anew once it is
     * read again. Until the running transaction ends nobody else changes them, nor is given them here.
     *
     * @param concluded the sessions of which everybody reads what came of them
     */
    @SuppressWarnings("unchecked")
    List<Session> heldToTell(String edition, Set<UUID> concluded) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from session where edition = :edition"
                                + " and outcome_told <> (id = any(cast(:concluded as uuid[])))"
                                + " order by id for no key update skip locked",
                        Session.class)
                .setParameter("edition", edition)
                .setParameter("concluded", concluded.toArray(UUID[]::new))
                .getResultList();
    }

    /** Those of these of which everybody was told last what came of them: by a release that came out when they were over. */
    @SuppressWarnings("unchecked")
    Set<UUID> toldLast(String edition, List<Session> some) {
        return Set.copyOf(getEntityManager()
                .createNativeQuery(
                        "select id from unnest(cast(:ids as uuid[])) as wanted (id)"
                                + " where (select change.type like '%.session.changed.v1' and 'outcome' = any(change.fields)"
                                + " from change where change.edition = :edition"
                                + " and change.subject = 'sessions/' || wanted.id and change.audiences @> '{public}'"
                                + " order by change.transaction desc, change.position desc limit 1)",
                        UUID.class)
                .setParameter("ids", some.stream().map(Session::id).toArray(UUID[]::new))
                .setParameter("edition", edition)
                .getResultList());
    }

    /** The join links of these sessions, of those that have one. */
    Map<UUID, String> joinLinks(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "select id, joinLink from Session where id in :ids and joinLink is not null",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** The scheduled sessions that have this room at some moment between the two, but for one. */
    List<Session> inRoom(UUID room, Instant from, Instant until, UUID but) {
        return list(
                "room = ?1 and state = ?2 and startsAt < ?3 and endsAt > ?4 and id <> ?5 order by startsAt, id",
                room,
                SessionState.SCHEDULED,
                until,
                from,
                but);
    }

    /** Those of these people who stand in a session that everybody sees. */
    Set<UUID> inProgramme(Collection<UUID> people) {
        return people.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createQuery(
                                "select distinct a.person from Session s join s.people a"
                                        + " where a.person in :people and s.state <> DRAFT",
                                UUID.class)
                        .setParameter("people", people)
                        .getResultList());
    }

    /** Whether this account organizes a session of the edition, be it a draft. */
    boolean isAnyOrganizedBy(String edition, String account) {
        return count("edition = ?1 and array_contains(organizerAccounts, ?2)", edition, account) > 0;
    }

    /** Whether the programme has, or had under another code, what a data file calls by this code. */
    boolean hasFromFile(String edition, String code, UUID id) {
        return count("id = ?1 or edition = ?2 and code = ?3", id, edition, code) > 0;
    }
}
