package org.wsisforum.awards.vote;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Who votes. A voter that is known once stays the same, so those who are at their ballots are kept. */
@ApplicationScoped
class Voters {

    private static final int KEPT = 20_000;
    private static final Duration NEW = Duration.ofHours(1);

    private final Cache<ByteBuffer, Voter> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    @Inject
    BallotKey key;

    @Inject
    Disposable disposable;

    @Inject
    Votes votes;

    @Inject
    Work work;

    /**
     * Whoever casts a vote. A new one has to work for it where many others are new.
     *
     * @param mailbox what was verified; asked for where the voter is new, since one that is known keeps the first
     * @param network where the request comes from
     * @param proof of work, if the request brings one
     */
    Voter of(Contest contest, byte[] account, Supplier<Mailbox> mailbox, byte[] network, String proof, Instant now) {
        var kept = known.getIfPresent(ByteBuffer.wrap(account));
        if (kept != null) {
            return kept;
        }
        var stored = votes.voter(contest.edition(), account);
        if (stored.isPresent()) {
            remember(stored.get());
            return stored.get();
        }
        var own = mailbox.get();
        var rule = contest.rules().vote();
        if (votes.newcomers(contest.edition(), network, now.minus(NEW), rule.challengeVoters())
                >= rule.challengeVoters()) {
            work.require(contest.edition(), account, rule.challengeBits(), proof, Instant.now());
        }
        return new Voter(
                0, contest.edition(), account, key.mailbox(contest.edition(), own), disposable.has(own), network);
    }

    void remember(Voter voter) {
        known.put(ByteBuffer.wrap(voter.account()), voter);
    }
}
