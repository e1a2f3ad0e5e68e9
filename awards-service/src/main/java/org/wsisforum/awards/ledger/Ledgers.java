package org.wsisforum.awards.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.edition.PhaseCode;
import org.wsisforum.awards.review.NomineeList;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;

/** Seals the ledger of an edition, and reads what was sealed. */
@ApplicationScoped
class Ledgers {

    /** So many lines are in memory at once. */
    private static final int PAGE = 5000;

    @Inject
    EntityManager database;

    @Inject
    EditionRules editions;

    @Inject
    NomineeList nominees;

    @Inject
    LedgerKey key;

    @Inject
    Changes changes;

    @Inject
    Event<VotesHeld> held;

    Optional<Ledger> find(String edition) {
        return Optional.ofNullable(database.find(Ledger.class, edition));
    }

    /** The tally that made the champions of an edition; empty while none did. */
    Optional<UUID> publishedTally(String edition) {
        @SuppressWarnings("unchecked")
        List<UUID> published = database.createNativeQuery(
                        "select tally from publication where edition = :edition", UUID.class)
                .setParameter("edition", edition)
                .getResultList();
        return published.stream().findFirst();
    }

    /** Whether the time in which votes are cast is over; an edition without a voting phase has no votes to seal. */
    void requireVotesCast(String edition, Instant now) {
        var end = editions.endOf(edition, PhaseCode.VOTING)
                .orElseThrow(() -> LedgerProblem.VOTING_NOT_OVER.because("The edition has no voting phase."));
        if (now.isBefore(end)) {
            throw LedgerProblem.VOTING_NOT_OVER.because("The voting phase ends at " + end + ".");
        }
    }

    /**
     * Seals the votes of an edition, unless they are sealed already. Two who seal at once take turns.
     *
     * @param done told again and again how many of a hundred parts are done
     */
    void seal(String edition, Instant now, IntConsumer done) {
        if (find(edition).isEmpty()) {
            holdVotes();
            if (find(edition).isEmpty()) {
                sealHeld(edition, now, done);
            }
        }
    }

    /**
     * Lets nobody write a vote before this transaction has ended, and waits for those who are at it: from here on the votes
     * are what they are, since a vote is stored only where there is no ledger yet.
     *
     * <p>The lock is held until the chain is computed, some seconds for a million votes. Voting is over then, so that only
     * voters of another edition wait; in exchange a ledger is there as a whole or not at all, whatever fails meanwhile.
     */
    private void holdVotes() {
        database.createNativeQuery("lock table vote in share row exclusive mode")
                .executeUpdate();
    }

    private void sealHeld(String edition, Instant now, IntConsumer done) {
        held.fire(new VotesHeld(edition));
        var rules = editions.of(edition);
        var terms = new LedgerHeader.Terms(
                rules.ballot().rule(),
                rules.ballot().changeAllowed(),
                rules.championsPerCategory(),
                rules.tieRule().rule(),
                // One in which nothing was to be chosen makes no ballot incomplete.
                List.copyOf(nominees.of(edition).keySet()));
        var votes = (long) database.createNativeQuery("select count(*) from vote where edition = :edition", Long.class)
                .setParameter("edition", edition)
                .getSingleResult();
        var header = LedgerHeader.of(edition, terms, votes, key);
        var chain = new HashChain(header.json());
        var chained = 0L;
        for (var page = after(null, edition); !page.isEmpty(); page = after(page.getLast(), edition)) {
            page.forEach(line -> chain.add(line.json()));
            chained += page.size();
            done.accept((int) (chained * 100 / votes));
        }
        database.persist(new Ledger(header, LedgerFooter.of(edition, chain.head(), key), now));
        changes.record(Change.of(LedgerChange.SEALED, edition, "ledger"));
        keepBallots(edition, terms);
    }

    /**
     * At most so many lines after one, in the order of the ledger. In a transaction of its own where none is under way: a
     * reader that is slow holds neither a connection nor more than these lines.
     */
    @Transactional
    List<LedgerLine> after(LedgerLine last, String edition) {
        var query = "select vote.id, vote.category, vote.project, voter.mailbox, vote.cast_at, vote.supersedes"
                + " from vote join voter on voter.id = vote.voter where vote.edition = :edition"
                + (last == null ? "" : " and (vote.cast_at, vote.id) > (:lastAt, :last)")
                + " order by vote.cast_at, vote.id limit " + PAGE;
        var lines = database.createNativeQuery(query, LedgerLine.class).setParameter("edition", edition);
        if (last != null) {
            lines.setParameter("lastAt", last.castAt()).setParameter("last", last.vote());
        }
        @SuppressWarnings("unchecked")
        List<LedgerLine> page = lines.getResultList();
        return page;
    }

    private void keepBallots(String edition, LedgerHeader.Terms terms) {
        database.createNativeQuery("insert into superseded_vote (vote, edition, voter, category, project)"
                        + " select old.id, old.edition, old.voter, old.category, old.project"
                        + " from vote new join vote old on old.id = new.supersedes"
                        + " where new.edition = :edition and new.supersedes is not null")
                .setParameter("edition", edition)
                .executeUpdate();
        // The first vote of a voter in a category takes no other's place.
        database.createNativeQuery("insert into ballot (voter, edition, votes, superseded, categories)"
                        + " select voter, edition, count(*), count(supersedes),"
                        + " count(*) filter (where supersedes is null and category = any(:categories))"
                        + " from vote where edition = :edition group by voter, edition")
                .setParameter("edition", edition)
                .setParameter("categories", terms.categories().toArray(Integer[]::new))
                .executeUpdate();
        // Counting is planned by what PostgreSQL knows of these tables, which it would look at some minutes later.
        database.createNativeQuery("analyze ballot, superseded_vote").executeUpdate();
    }
}
