package org.wsisforum.awards.tally;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.wsisforum.awards.ledger.SealedLedgers;
import org.wsisforum.awards.tally.Tallies.Claim;
import org.wsisforum.kit.time.ForumClock;

/**
 * Counts what is to be counted, and seals the ledger before that is counted for the first time: a virtual thread for each tally,
 * and one that says that the copy of the service is alive. Either is done as a whole or not at all, so whoever takes over from a
 * copy that has died begins with whichever is not done.
 */
@ApplicationScoped
class Counter {

    private static final Logger LOG = Logger.getLogger(Counter.class);

    /** Votes of many millions take longer than other transactions may. */
    private static final int TIMEOUT_SECONDS = 1800;

    /** Of a hundred parts of the whole: to chain a million votes takes many times as long as to count them. */
    private static final int SEALED = 90;

    @Inject
    Tallies tallies;

    @Inject
    SealedLedgers ledgers;

    @Inject
    Counting counting;

    @Inject
    EntityManager database;

    @Inject
    ForumClock clock;

    /** Something was put into the list of what is to be counted. */
    record Requested() {}

    /** Begins at once; what nobody began, since the copy that was asked died, is found by the look-out. */
    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) Requested requested) {
        Thread.ofVirtual().name("tally").start(this::countWhatWaits);
    }

    @Scheduled(every = "1s", delayed = "5s", identity = "tallies")
    void lookOut() {
        countWhatWaits();
    }

    private void countWhatWaits() {
        try {
            tallies.claim(clock.instant())
                    .ifPresent(claim -> Thread.ofVirtual().name("tally").start(() -> count(claim)));
        } catch (RuntimeException away) {
            LOG.debugf("What is to be counted is looked for again: %s", away.getMessage());
        }
    }

    private void count(Claim claim) {
        var progress = new AtomicInteger();
        var beating = Thread.ofVirtual().name("tally-beat").start(() -> beat(claim, progress));
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(TIMEOUT_SECONDS)
                    .run(() ->
                            ledgers.seal(claim.edition(), clock.instant(), done -> progress.set(done * SEALED / 100)));
            progress.set(SEALED);
            if (!tallies.beginToCount(claim)) {
                return;
            }
            var document = QuarkusTransaction.requiringNew()
                    .timeout(TIMEOUT_SECONDS)
                    .call(() -> {
                        // Decisions may be written meanwhile; what is recorded as an input must be what was counted by.
                        database.createNativeQuery("set transaction isolation level repeatable read, read only")
                                .executeUpdate();
                        // For those whose ballots do not count: with less, PostgreSQL looks up a million of them one by
                        // one.
                        database.createNativeQuery("set local work_mem = '64MB'")
                                .executeUpdate();
                        return counting.count(claim.edition());
                    });
            tallies.complete(claim, document, clock.instant());
        } catch (RuntimeException e) {
            LOG.warnf(e, "A tally of %s broke off.", claim.edition());
            tallies.breakOff(claim, clock.instant());
        } finally {
            beating.interrupt();
        }
    }

    private void beat(Claim claim, AtomicInteger progress) {
        try {
            while (tallies.renew(claim, progress.get())) {
                Thread.sleep(tallies.beat());
            }
        } catch (RuntimeException e) {
            // Without a beat the claim ends; whoever takes it comes to the same.
            LOG.warnf("A tally's claim cannot be renewed: %s", e.getMessage());
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
