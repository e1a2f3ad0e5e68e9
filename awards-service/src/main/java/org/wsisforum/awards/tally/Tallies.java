package org.wsisforum.awards.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.problem.RequestProblem;

/** The tallies: what was asked for, which copy of the service counts, and what came of it. */
@ApplicationScoped
class Tallies implements PanacheRepositoryBase<Tally, UUID> {

    /** What fails so often fails for a reason that does not go away. */
    private static final int FAULTS = 3;

    /** Who waits for a tally asks about as often. */
    private static final Duration TOLD = Duration.ofSeconds(1);

    @Inject
    Changes changes;

    /** For how long a copy of the service claims a tally; it renews the claim while it lives. */
    @ConfigProperty(name = "wsis.tallies.claim", defaultValue = "PT15S")
    Duration claimed;

    /** A tally that one copy of the service has taken for a while, so that no other counts it. */
    record Claim(UUID tally, String edition, UUID token) {}

    Tally require(String edition, UUID id) {
        return find("id = ?1 and edition = ?2", id, edition)
                .singleResultOptional()
                .orElseThrow(
                        () -> RequestProblem.NOT_FOUND.because("The edition " + edition + " has no tally " + id + "."));
    }

    /** A tally that was asked for and that will count what was decided until now, since nobody has begun to count. */
    Optional<Tally> notYetCounted(String edition) {
        return find(
                        "edition = ?1 and state in ?2 order by requestedAt, id",
                        edition,
                        List.of(TallyState.WAITING, TallyState.SEALING))
                .firstResultOptional();
    }

    /** Waits until nobody else is about to have the votes of an edition counted, or to say who its champions are. */
    void takeTurn(String edition) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))", Integer.class)
                .setParameter("what", "tallies " + edition)
                .getSingleResult();
    }

    /** The last tally of an edition that came to a result. */
    Optional<Tally> lastDone(String edition) {
        return find("edition = ?1 and state = ?2 order by requestedAt desc, id desc", edition, TallyState.DONE)
                .firstResultOptional();
    }

    /** What a tally has come to; nothing while it is not done. */
    Optional<byte[]> document(UUID id) {
        @SuppressWarnings("unchecked")
        List<byte[]> documents = getEntityManager()
                .createNativeQuery("select document from tally where id = :id and document is not null", byte[].class)
                .setParameter("id", id)
                .getResultList();
        return documents.stream().findFirst();
    }

    /** Takes the tally that waits longest, or that somebody took who has not been heard of since. */
    @Transactional
    Optional<Claim> claim(Instant now) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "with claimed as (update tally set state = 'SEALING', claim = gen_random_uuid(),"
                                + " claimed_until = now() + make_interval(secs => :seconds), progress = 0,"
                                + " started_at = coalesce(started_at, :now)"
                                + " where id in (select id from tally where state in ('WAITING', 'SEALING', 'COUNTING')"
                                + " and (claimed_until is null or claimed_until < now())"
                                + " order by requested_at limit 1 for update skip locked) returning id, edition, claim)"
                                + " select id, edition, claim from claimed",
                        Tuple.class)
                .setParameter("seconds", seconds())
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .map(row -> new Claim(row.get(0, UUID.class), row.get(1, String.class), row.get(2, UUID.class)))
                .findFirst();
    }

    /** Renews the claim, and tells how far it has come; false if the claim has gone to another copy. */
    @Transactional
    boolean renew(Claim claim, int progress) {
        return getEntityManager()
                        .createNativeQuery("update tally set claimed_until = now() + make_interval(secs => :seconds),"
                                + " progress = :progress where id = :tally and claim = :claim")
                        .setParameter("seconds", seconds())
                        .setParameter("progress", progress)
                        .setParameter("tally", claim.tally())
                        .setParameter("claim", claim.token())
                        .executeUpdate()
                == 1;
    }

    /**
     * Notes that the ledger is sealed and counting begins; false if the claim has gone to another copy. Committed before the
     * first vote is looked at, since whoever asks before is told that this tally counts all that was decided.
     */
    @Transactional
    boolean beginToCount(Claim claim) {
        return getEntityManager()
                        .createNativeQuery("update tally set state = 'COUNTING' where id = :tally and claim = :claim")
                        .setParameter("tally", claim.tally())
                        .setParameter("claim", claim.token())
                        .executeUpdate()
                == 1;
    }

    /** Stores what it came to, unless the claim has gone to another copy, which stores the same. */
    @Transactional
    void complete(Claim claim, TallyDocument document, Instant now) {
        var bytes = document.bytes();
        var stored = getEntityManager()
                .createNativeQuery("update tally set state = 'DONE', progress = 100, ended_at = :now, claim = null,"
                        + " claimed_until = null, document = :document, digest = :digest, open_ties = :ties"
                        + " where id = :tally and claim = :claim")
                .setParameter("now", now)
                .setParameter("document", bytes)
                .setParameter("digest", TallyDocument.digest(bytes))
                .setParameter("ties", document.openTies())
                .setParameter("tally", claim.tally())
                .setParameter("claim", claim.token())
                .executeUpdate();
        if (stored == 1) {
            changes.record(Change.of(TallyChange.DONE, claim.edition(), "tallies/" + claim.tally()));
        }
    }

    /**
     * Notes that counting broke off. The claim is not given back but ends by itself, so that what goes wrong again does not do
     * so at once; the third time it is given up.
     */
    @Transactional
    void breakOff(Claim claim, Instant now) {
        var failed = getEntityManager()
                .createNativeQuery("with broken as (update tally set faults = faults + 1,"
                        + " state = case when faults + 1 >= :most then 'FAILED' else state end,"
                        + " ended_at = case when faults + 1 >= :most then cast(:now as timestamptz) end,"
                        + " claim = case when faults + 1 < :most then claim end,"
                        + " claimed_until = case when faults + 1 < :most then claimed_until end"
                        + " where id = :tally and claim = :claim returning state) select state from broken")
                .setParameter("most", FAULTS)
                .setParameter("now", now)
                .setParameter("tally", claim.tally())
                .setParameter("claim", claim.token())
                .getResultList();
        if (failed.contains("FAILED")) {
            changes.record(Change.of(TallyChange.FAILED, claim.edition(), "tallies/" + claim.tally()));
        }
    }

    /** How long to go on before the claim is renewed, and told how far it is. */
    Duration beat() {
        var atLeast = claimed.dividedBy(3);
        return atLeast.compareTo(TOLD) < 0 ? atLeast : TOLD;
    }

    private double seconds() {
        return claimed.toMillis() / 1000.0;
    }
}
