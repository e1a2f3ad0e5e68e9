package org.wsisforum.awards.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.testing.ForumTime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.wsisforum.awards.vote.OpenEdition.rule;
import static org.wsisforum.awards.vote.OpenEdition.somebody;
import static org.wsisforum.awards.vote.OpenEdition.voterFrom;

/** Where many vote for the first time out of one network, the next of them have to work for it, and nobody is shut out. */
@AwardsTest
class WorkingForAVoteTest {

    private static final int BITS = 8;
    private static final String HERE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.1";

    private OpenEdition edition;
    private String first;

    @BeforeEach
    void three_voters_are_new_in_a_network_and_that_is_as_many_as_may_be_without_work() {
        edition = new OpenEdition(2, 2, rule("vote,challengeVoters", 3), rule("vote,challengeBits", BITS));
        first = somebody();
        casts(HERE, first, null).then().statusCode(201);
        casts(HERE, somebody(), null).then().statusCode(201);
        casts("198.51.100.250", somebody(), null).then().statusCode(201);
    }

    private Response casts(String address, String subject, String proof) {
        var request = voterFrom(address, subject);
        return edition.casts(proof == null ? request : request.header("Vote-Work", proof), 1, edition.nominee(1));
    }

    private String challenge(String subject) {
        return casts(HERE, subject, null)
                .then()
                .statusCode(403)
                .body("code", is("work-required"))
                .header("Vote-Challenge-Bits", is(String.valueOf(BITS)))
                .header("Vote-Challenge", notNullValue())
                .extract()
                .header("Vote-Challenge");
    }

    /** A nonce with so many leading zero bits, or with none where the work is not to be done. */
    private static String proof(String challenge, boolean done) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(nonce -> challenge + ":" + nonce)
                .filter(proof -> (zeros(proof) >= BITS) == done)
                .findFirst()
                .orElseThrow();
    }

    private static int zeros(String proof) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.US_ASCII));
            return Integer.numberOfLeadingZeros(
                    (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | hash[3] & 0xff);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_next_new_voter_votes_with_a_proof_of_work() {
        var subject = somebody();
        casts(HERE, subject, proof(challenge(subject), true)).then().statusCode(201);
    }

    @Test
    void whoever_has_voted_before_goes_on_without() {
        edition.casts(voterFrom(HERE, first), 2, edition.nominee(2)).then().statusCode(201);
        casts(HERE, first, null).then().statusCode(200);
    }

    @Test
    void so_does_whoever_comes_from_elsewhere() {
        casts(ELSEWHERE, somebody(), null).then().statusCode(201);
    }

    @Test
    void an_hour_later_the_network_is_like_any_other() {
        ForumTime.is("2031-03-10T13:10+01:00");
        casts(HERE, somebody(), null).then().statusCode(201);
    }

    @Test
    void work_that_is_not_done_is_none() {
        var subject = somebody();
        casts(HERE, subject, proof(challenge(subject), false))
                .then()
                .statusCode(403)
                .body("code", is("work-required"))
                .header("Vote-Challenge", notNullValue());
    }

    @Test
    void the_work_of_one_voter_does_not_help_another() {
        var proof = proof(challenge(somebody()), true);
        casts(HERE, somebody(), proof).then().statusCode(403);
    }

    @Test
    void a_challenge_that_was_made_easier_is_not_the_forums() {
        var subject = somebody();
        var challenge = challenge(subject);
        casts(HERE, subject, challenge.replace("." + BITS + ".", ".0.") + ":0")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "::", "1.8.x:1", "99999999999999999999.8.aaaa:1"})
    void what_is_no_work_is_answered_with_a_challenge(String proof) {
        casts(HERE, somebody(), proof).then().statusCode(403).header("Vote-Challenge", notNullValue());
    }

    @Test
    void it_holds_for_ten_minutes() {
        var work = new Work();
        work.key = new BallotKey("a secret of this test alone");
        var account = new byte[] {1, 2, 3};
        var now = Instant.parse("2026-03-10T12:00:00Z");
        var proof = proof(work.challenge("2031", account, BITS, now), true);
        assertThatCode(() -> work.require("2031", account, BITS, proof, now.plusSeconds(599)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> work.require("2031", account, BITS, proof, now.plusSeconds(600)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> work.require("2031", account, BITS + 1, proof, now))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> work.require("2032", account, BITS, proof, now))
                .isInstanceOf(ProblemException.class);
    }
}
