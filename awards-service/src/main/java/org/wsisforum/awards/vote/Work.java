package org.wsisforum.awards.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.wsisforum.kit.problem.ProblemException;

/**
 * A proof of work, which costs a person a second and whoever makes voters by the thousand an hour of each of them. The service
 * keeps nothing of it: a challenge says for how long it holds and how hard it is, and is sealed for one account. Shown a second
 * time it opens the same account's vote, and no other.
 */
@Singleton
class Work {

    /** The request's header: a challenge, a colon, and what makes the work of it. */
    static final String PROOF = "Vote-Work";

    /** The refusal's headers. */
    static final String CHALLENGE = "Vote-Challenge";

    static final String BITS = "Vote-Challenge-Bits";

    private static final Duration HOLDS = Duration.ofMinutes(10);
    private static final Pattern FORM =
            Pattern.compile("(?<challenge>(?<until>\\d{1,12})\\.(?<bits>\\d{1,2})\\.(?<seal>[A-Za-z0-9_-]{43}))"
                    + ":[A-Za-z0-9_-]{1,64}");

    @Inject
    BallotKey key;

    /**
     * Refuses whoever brings no work, with a challenge to do it on.
     *
     * @param proof as the request brings it; null for none
     * @param now technical time: how long a challenge holds is no rule of the Forum
     */
    void require(String edition, byte[] account, int bits, String proof, Instant now) {
        if (proof == null) {
            throw refusal(
                    "Many vote from this network for the first time. Do the work, and send the vote again.",
                    challenge(edition, account, bits, now),
                    bits);
        }
        if (!isDone(edition, account, bits, proof, now)) {
            throw refusal(
                    "The work is not done, or not for this voter, or too late. Do it on the new challenge.",
                    challenge(edition, account, bits, now),
                    bits);
        }
    }

    private static ProblemException refusal(String detail, String challenge, int bits) {
        return VoteProblem.WORK_REQUIRED
                .because(detail)
                .with(CHALLENGE, challenge)
                .with(BITS, Integer.toString(bits));
    }

    /** What an account is to work on from now on. */
    String challenge(String edition, byte[] account, int bits, Instant now) {
        var open = now.plus(HOLDS).getEpochSecond() + "." + bits;
        return open + "." + seal(edition, account, open);
    }

    private String seal(String edition, byte[] account, String open) {
        return base64(key.seal(edition, base64(account) + "." + open));
    }

    private boolean isDone(String edition, byte[] account, int bits, String proof, Instant now) {
        var read = FORM.matcher(proof);
        if (!read.matches()) {
            return false;
        }
        var until = Long.parseLong(read.group("until"));
        var given = Integer.parseInt(read.group("bits"));
        // The cheap questions first: what was not sealed here is not worth a hash of its work.
        return now.getEpochSecond() < until
                && given >= bits
                && MessageDigest.isEqual(
                        read.group("seal").getBytes(StandardCharsets.US_ASCII),
                        seal(edition, account, until + "." + given).getBytes(StandardCharsets.US_ASCII))
                && leadingZeros(sha256(proof)) >= given;
    }

    private static int leadingZeros(byte[] hash) {
        var zeros = 0;
        for (var b : hash) {
            if (b != 0) {
                return zeros + Integer.numberOfLeadingZeros(b & 0xff) - 24;
            }
            zeros += 8;
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
