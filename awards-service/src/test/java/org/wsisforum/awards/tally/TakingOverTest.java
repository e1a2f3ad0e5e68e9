package org.wsisforum.awards.tally;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.ledger.VotedEdition;
import org.wsisforum.kit.time.ForumClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/** A tally whose counter is not heard of any more is counted by another one, to the same result. */
@AwardsTest
class TakingOverTest {

    @Inject
    Tallies tallies;

    @Inject
    Counting counting;

    @Inject
    ForumClock clock;

    private static VotedEdition voted() {
        var edition = new VotedEdition(2, 4);
        edition.voted("ada", 0, 1);
        edition.voted("bob", 1, 1);
        return edition.sealed();
    }

    /** As it is left by a copy of the service that died so many seconds ago. */
    private static Counted left(VotedEdition edition, String claimedUntil) {
        var id = UUID.randomUUID();
        VotedEdition.execute(
                "insert into tally (id, edition, state, progress, requested_at, started_at, claim, claimed_until, faults)"
                        + " values (?, ?, 'COUNTING', 5, now(), now(), gen_random_uuid(), now() + cast(? as interval), 0)",
                id,
                edition.code,
                claimedUntil);
        return new Counted(edition, id.toString());
    }

    @Test
    void what_another_copy_has_left_is_counted_to_the_same_bytes() {
        var edition = voted();
        var left = left(edition, "-1 second");
        left.awaited("done");
        assertThat(left.bytes()).isEqualTo(Counted.of(edition).bytes());
    }

    @Test
    void what_another_copy_is_at_is_left_to_it() {
        var edition = voted();
        var left = left(edition, "1 hour");
        Counted.of(edition);
        left.shown().body("state", is("counting")).body("progress", is(5));
    }

    @Test
    void a_counter_that_was_believed_dead_writes_nothing_any_more() {
        var edition = voted();
        var left = left(edition, "1 hour");
        var late = new Tallies.Claim(UUID.fromString(left.id()), edition.code, UUID.randomUUID());
        assertThat(tallies.renew(late, 50)).isFalse();
        assertThat(tallies.beginToCount(late)).isFalse();
        tallies.complete(late, counting.count(edition.code), clock.instant());
        tallies.breakOff(late, clock.instant());
        left.shown().body("state", is("counting")).body("progress", is(5));
    }

    @Test
    void what_fails_three_times_is_given_up_and_said_to_be() {
        var edition = voted();
        // As nothing but a hand in the database could do it: the ballots do not add up to the ledger.
        VotedEdition.execute("alter table ballot disable trigger ballot_stays");
        VotedEdition.execute("delete from ballot where edition = ?", edition.code);
        VotedEdition.execute("alter table ballot enable trigger ballot_stays");
        var tally = new Counted(edition, Counted.requested(edition));
        for (var time = 1; time < 3; time++) {
            var faults = time;
            await().until(() -> VotedEdition.value("select faults from tally where id = cast(? as uuid)", tally.id())
                    .equals(faults));
            VotedEdition.execute("update tally set claimed_until = now() where id = cast(? as uuid)", tally.id());
        }
        tally.awaited("failed");
        tally.shown().body("endedAt", notNullValue());
        tally.published().statusCode(409).body("code", is("tally-not-done"));
        await().untilAsserted(() -> VotedEdition.manager()
                .get(tally.path() + "/history")
                .then()
                .body(
                        "items.type",
                        contains("org.wsisforum.awards.tally.requested.v1", "org.wsisforum.awards.tally.failed.v1")));
    }
}
