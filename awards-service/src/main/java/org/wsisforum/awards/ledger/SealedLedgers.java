package org.wsisforum.awards.ledger;

import java.time.Instant;
import java.util.function.IntConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What other features ask of the ledgers. */
@ApplicationScoped
public class SealedLedgers {

    @Inject
    Ledgers ledgers;

    /**
     * A ledger to which no vote can be added.
     *
     * @param header its first line, with the rules that counting goes by
     * @param head where its chain of hashes ends, in base64url
     */
    public record Sealed(LedgerHeader header, String head) {}

    /** Refuses with 409 while votes may still be cast. */
    public void requireVotesCast(String edition, Instant now) {
        ledgers.requireVotesCast(edition, now);
    }

    /**
     * Seals the ledger of an edition, unless that was done before. In the caller's transaction, so all of it or nothing; for
     * some seconds for a million votes.
     *
     * @param done told again and again how many of a hundred parts are done
     */
    public void seal(String edition, Instant now, IntConsumer done) {
        ledgers.seal(edition, now, done);
    }

    /** The ledger of an edition, which was sealed before. */
    public Sealed of(String edition) {
        return ledgers.find(edition)
                .map(ledger -> new Sealed(ledger.header(), ledger.footer().head()))
                .orElseThrow(() -> new IllegalStateException("The ledger of " + edition + " is not sealed."));
    }
}
