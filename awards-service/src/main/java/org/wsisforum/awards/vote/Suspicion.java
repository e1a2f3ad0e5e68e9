package org.wsisforum.awards.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;

import org.wsisforum.awards.ledger.VotesHeld;
import org.wsisforum.kit.time.ForumClock;

/**
 * Scores voters by the thresholds of their edition, and sets those apart who reach the one for it. Always worked out anew from
 * all votes that are committed, so it does not matter which copy does it, how often, or what was missed while none ran.
 */
@ApplicationScoped
class Suspicion {

    /** Votes that were committed at the very end are looked at after it. */
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    /**
     * A burst is so many votes within so long: each vote that has as many, less itself, behind it in time begins one, and each
     * that follows the beginning of one closely enough is in it. What a person has decided is left as it is, and a score only
     * ever rises.
     */
    private static final String SET_APART = """
            with seen as (
                select distinct network, voter from vote where edition = :edition
            ), crowd as (
                select voter, min(encode(network, 'hex')) as network from seen
                where network in (select network from seen group by network having count(*) >= :voters)
                group by voter
            ), placed as (
                select id, voter, network, project, cast_at,
                    lead(cast_at, :before) over (partition by network, project order by cast_at, id)
                        <= cast_at + make_interval(mins => :minutes) as begins
                from vote
                where edition = :edition and (network, project) in (
                    select network, project from vote where edition = :edition
                    group by network, project having count(*) > :before)
            ), followed as (
                select voter, network, bool_or(begins) over (partition by network, project order by cast_at, id
                    rows between :before preceding and current row) as bursts
                from placed
            ), burst as (
                select voter, min(encode(network, 'hex')) as network from followed where bursts group by voter
            ), scored as (
                select voter.id,
                    case when crowd.voter is null then 0 else :networkScore end
                        + case when voter.disposable then :disposableScore else 0 end
                        + case when burst.voter is null then 0 else :burstScore end as score,
                    to_jsonb(array_remove(array[
                        case when crowd.voter is not null then 'crowded-network' end,
                        case when voter.disposable then 'disposable-mailbox' end,
                        case when burst.voter is not null then 'burst' end], null)) as reasons,
                    left(coalesce(crowd.network, burst.network), 32) as network
                from voter
                left join crowd on crowd.voter = voter.id
                left join burst on burst.voter = voter.id
                where voter.edition = :edition
            )
            insert into quarantine (voter, edition, score, reasons, network, since)
            select id, :edition, score, reasons, network, :now from scored where score >= :threshold order by id
            on conflict (voter) do update
            set score = excluded.score, reasons = excluded.reasons, network = excluded.network,
                version = quarantine.version + 1
            where quarantine.decision is null and excluded.score > quarantine.score
            """;

    @Inject
    EntityManager database;

    @Inject
    Contests contests;

    @Inject
    ForumClock clock;

    @Scheduled(
            every = "${wsis.vote.watched}",
            delayed = "10s",
            identity = "watch-votes",
            concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        for (var edition : voted()) {
            var contest = QuarkusTransaction.requiringNew().call(() -> contests.of(edition));
            var now = clock.instant();
            if (!now.isBefore(contest.opensAt())
                    && now.isBefore(contest.closesAt().plus(AFTERWARDS))) {
                QuarkusTransaction.requiringNew().run(() -> look(contest, now));
            }
        }
    }

    private List<String> voted() {
        return QuarkusTransaction.requiringNew().call(() -> database.unwrap(Session.class)
                .createNativeQuery(
                        "select code from edition where exists (select 1 from voter where voter.edition = code)"
                                + " order by code",
                        String.class)
                .getResultList());
    }

    /** What is suspicious about the last vote is not known before it is cast, so none is sealed that was not looked at. */
    void lookBeforeSealing(@Observes VotesHeld votes) {
        look(votes.edition());
    }

    /** Looks at all votes of an edition now. */
    @Transactional
    void look(String edition) {
        look(contests.of(edition), clock.instant());
    }

    private void look(Contest contest, Instant now) {
        // Another copy that is at it sees the same votes, or those it misses are seen the next time.
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))", Integer.class)
                .setParameter("what", "watch " + contest.edition())
                .getSingleResult();
        var rule = contest.rules().vote();
        database.createNativeQuery(SET_APART)
                .setParameter("edition", contest.edition())
                .setParameter("voters", rule.votersPerNetwork())
                .setParameter("before", rule.burstVotes() - 1)
                .setParameter("minutes", rule.burstMinutes())
                .setParameter("networkScore", rule.networkScore())
                .setParameter("disposableScore", rule.disposableScore())
                .setParameter("burstScore", rule.burstScore())
                .setParameter("threshold", rule.quarantineScore())
                .setParameter("now", now)
                .executeUpdate();
    }
}
