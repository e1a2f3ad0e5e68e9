package org.wsisforum.awards.tally;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.ledger.VerifyCommand;
import org.wsisforum.awards.ledger.VotedEdition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** The votes of a sealed ledger are counted by the rules of the edition, as often as wanted, always to the same bytes. */
@AwardsTest
class TallyTest {

    @TempDir
    Path folder;

    /** The ledger is handed to the documented command together with the tally, as an outsider would. */
    private void isConfirmedByAnOutsider(Counted tally) throws Exception {
        var ledger = Files.write(
                folder.resolve("ledger.jsonl"),
                VotedEdition.manager()
                        .get(tally.edition().path + "/ledger/file")
                        .asByteArray());
        var found = VerifyCommand.run(ledger, "--tally", Files.write(folder.resolve("tally.json"), tally.bytes()));
        assertThat(found.said()).contains("counting anew comes to the same");
        assertThat(found.code()).isZero();
    }

    @Test
    void votes_are_counted_only_when_all_are_cast() {
        var edition = new VotedEdition(1, 2);
        VotedEdition.whileVotesAreCast();
        edition.tallied().statusCode(409).body("code", is("voting-not-over"));
        VotedEdition.manager().get(edition.path + "/tallies").then().body("items", empty());
    }

    @Test
    void a_tally_is_asked_for_and_followed_until_it_is_done() {
        var edition = new VotedEdition(1, 4);
        edition.voted("ada", 0);
        VotedEdition.whenVotesAreCast();
        var key = UUID.randomUUID().toString();
        var asked = VotedEdition.manager().header("Idempotency-Key", key).post(edition.path + "/tallies");
        String id = asked.path("id");
        asked.then()
                .statusCode(202)
                .header("Location", endsWith(edition.path + "/tallies/" + id))
                .body("state", is("waiting"))
                .body("progress", is(0))
                .body("digest", nullValue());
        VotedEdition.manager()
                .header("Idempotency-Key", key)
                .post(edition.path + "/tallies")
                .then()
                .statusCode(202)
                .body("id", is(id));
        var tally = new Counted(edition, id);
        tally.awaited("done");
        tally.shown()
                .body("progress", is(100))
                .body("digest", notNullValue())
                .body("openTies", empty())
                .body("published", is(false))
                .body("document", is(tally.path() + "/document"));
        var again = Counted.of(edition);
        VotedEdition.manager()
                .get(edition.path + "/tallies?count=exact")
                .then()
                .body("items.id", contains(again.id(), id))
                .body("count", is(2));
        await().untilAsserted(() -> VotedEdition.manager()
                .get(tally.path() + "/history")
                .then()
                .body(
                        "items.type",
                        contains("org.wsisforum.awards.tally.requested.v1", "org.wsisforum.awards.tally.done.v1"))
                .body("items.actor", contains("manager", "system")));
        VotedEdition.manager()
                .get(edition.path + "/tallies/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        VotedEdition.manager()
                .get(new VotedEdition(1, 1).path + "/tallies/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void where_every_category_is_wanted_a_ballot_that_lacks_one_counts_nowhere() throws Exception {
        var edition = new VotedEdition(3, 3).wholeBallotsCount();
        edition.voted("ada", 0, 0, 0);
        edition.voted("bob", 0, 1, 2);
        edition.voted("cleo", 1, 1, -1);
        edition.voted("dan", -1, -1, 1);
        var tally = Counted.of(edition.sealed());
        assertThat(tally.votes(1, 3)).containsExactly(2, 0, 0);
        assertThat(tally.votes(2, 3)).containsExactly(1, 1, 0);
        assertThat(tally.votes(3, 3)).containsExactly(1, 0, 1);
        assertThat(tally.document().getMap("ballots"))
                .isEqualTo(Map.of("cast", 4, "setApart", 0, "incomplete", 2, "counted", 2));
        assertThat(tally.document().getMap("votes"))
                .isEqualTo(Map.of(
                        "cast", 9, "superseded", 0, "setApart", 0, "incomplete", 3, "notNominated", 0, "counted", 6));
        isConfirmedByAnOutsider(tally);
    }

    @Test
    void where_any_category_is_enough_every_vote_counts() throws Exception {
        var edition = new VotedEdition(3, 3);
        edition.voted("ada", 0, 0, 0);
        edition.voted("cleo", 1, 1, -1);
        edition.voted("dan", -1, -1, 1);
        var tally = Counted.of(edition.sealed());
        assertThat(tally.votes(1, 3)).containsExactly(1, 1, 0);
        assertThat(tally.votes(3, 3)).containsExactly(1, 1, 0);
        assertThat(tally.document().getInt("votes.counted")).isEqualTo(6);
        isConfirmedByAnOutsider(tally);
    }

    @Test
    void of_a_vote_that_was_changed_the_last_one_counts() throws Exception {
        var edition = new VotedEdition(2, 3).wholeBallotsCount().votesMayBeChanged();
        var ada = edition.voter("ada");
        var first = edition.vote(ada, 1, 0);
        var second = edition.vote(ada, 1, 1, first);
        edition.vote(ada, 2, 0);
        edition.vote(ada, 1, 2, second);
        // Changed twice, and still no vote in the second category.
        var bob = edition.voter("bob");
        var other = edition.vote(bob, 1, 0);
        edition.vote(bob, 1, 1, other);
        var tally = Counted.of(edition.sealed());
        assertThat(tally.votes(1, 3)).containsExactly(0, 0, 1);
        assertThat(tally.votes(2, 3)).containsExactly(1, 0, 0);
        assertThat(tally.document().getMap("votes"))
                .isEqualTo(Map.of(
                        "cast", 6, "superseded", 3, "setApart", 0, "incomplete", 1, "notNominated", 0, "counted", 2));
        isConfirmedByAnOutsider(tally);
    }

    @Test
    void voters_set_apart_count_when_somebody_has_decided_so_and_all_of_it_is_recorded() throws Exception {
        var edition = new VotedEdition(1, 3);
        edition.voted("ada", 0);
        var bob = edition.voted("bob", 1);
        var cleo = edition.voted("cleo", 1);
        var dan = edition.voted("dan", 1);
        edition.setApart(bob, null);
        edition.setApart(cleo, "excluded");
        edition.setApart(dan, "counted");
        edition.setApart(edition.voter("eve, who never voted"), null);
        var tally = Counted.of(edition.sealed());
        assertThat(tally.votes(1, 3)).containsExactly(1, 1, 0);
        assertThat(tally.document().getMap("ballots"))
                .isEqualTo(Map.of("cast", 4, "setApart", 2, "incomplete", 0, "counted", 2));
        var recorded = tally.document();
        assertThat(recorded.getList("quarantine.voter", String.class))
                .containsExactlyInAnyOrder(
                        VotedEdition.nameInLedger("bob"),
                        VotedEdition.nameInLedger("cleo"),
                        VotedEdition.nameInLedger("dan"));
        var ofCleo = "quarantine.find { it.voter == '" + VotedEdition.nameInLedger("cleo") + "' }";
        assertThat(recorded.getString(ofCleo + ".decision")).isEqualTo("excluded");
        assertThat(recorded.getString(ofCleo + ".by")).isEqualTo("the-decider");
        assertThat(recorded.getString(ofCleo + ".reason")).isEqualTo("Looked at: naïve “list” <b>.");
        var ofBob = "quarantine.find { it.voter == '" + VotedEdition.nameInLedger("bob") + "' }";
        assertThat(recorded.getMap(ofBob))
                .isEqualTo(Map.of("voter", VotedEdition.nameInLedger("bob"), "decision", "undecided"));
        isConfirmedByAnOutsider(tally);

        // What is decided afterwards counts in the next tally, and the last one stays what it was.
        var before = tally.bytes();
        VotedEdition.execute(
                "update quarantine set decision = 'counted', reason = 'A school.', decided_by = 'x', decided_at = now()"
                        + " where voter = ?",
                bob);
        var next = Counted.of(edition);
        assertThat(next.votes(1, 3)).containsExactly(1, 2, 0);
        assertThat(tally.bytes()).isEqualTo(before);
        assertThat(next.bytes()).isNotEqualTo(before);
    }

    @Test
    void a_vote_for_who_was_taken_out_is_worth_nothing_and_spoils_no_ballot() throws Exception {
        var edition = new VotedEdition(2, 3).wholeBallotsCount();
        edition.voted("ada", 0, 0);
        edition.voted("bob", 1, 1);
        edition.takenOut(1, 1);
        var tally = Counted.of(edition.sealed());
        assertThat(tally.votes(1, 3)).containsExactly(1, -1, 0);
        assertThat(tally.votes(2, 3)).containsExactly(1, 1, 0);
        assertThat(tally.document().getList("categories[0].notNominated"))
                .isEqualTo(List.of(Map.of("project", edition.nominee(1, 1).toString(), "votes", 1)));
        assertThat(tally.document().getInt("votes.notNominated")).isEqualTo(1);
        isConfirmedByAnOutsider(tally);
    }

    @Test
    void a_category_of_which_all_were_taken_out_makes_no_ballot_incomplete() throws Exception {
        var edition = new VotedEdition(2, 1).wholeBallotsCount();
        edition.voted("ada", 0, 0);
        edition.takenOut(2, 0);
        edition.voted("bob", 0, -1);
        var tally = Counted.of(edition.sealed());
        assertThat(tally.votes(1, 1)).containsExactly(2);
        assertThat(tally.document().getInt("votes.notNominated")).isEqualTo(1);
        assertThat(tally.document().getList("rules.categories")).isEqualTo(List.of(1));
        isConfirmedByAnOutsider(tally);
    }

    @Test
    void the_same_votes_rules_and_decisions_give_the_same_bytes() {
        var edition = new VotedEdition(2, 4).wholeBallotsCount();
        for (var voter = 0; voter < 20; voter++) {
            edition.voted("voter " + voter, voter % 4, voter % 3 - (voter == 7 ? 9 : 0));
        }
        edition.setApart(edition.voted("suspect", 0, 0), "excluded");
        edition.sealed();
        var first = Counted.of(edition);
        VotedEdition.whenChampionsArePublic();
        VotedEdition.execute("vacuum full quarantine");
        var second = Counted.of(edition);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        String digest = first.shown().extract().path("digest");
        second.shown().body("digest", is(digest));
        var text = new String(first.bytes(), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(first.id()).doesNotContain("\n").startsWith("{\"ballots\":");
    }

    @Test
    void rules_that_are_changed_after_the_sealing_change_nothing() {
        var edition = new VotedEdition(1, 4);
        edition.voted("ada", 0);
        var before = Counted.of(edition.sealed()).bytes();
        edition.wholeBallotsCount().rule("{championsPerCategory}", "1");
        assertThat(Counted.of(edition).bytes()).isEqualTo(before);
    }

    @Test
    void nobody_becomes_a_champion_without_a_vote() throws Exception {
        var edition = new VotedEdition(1, 5);
        edition.voted("ada", 3);
        var tally = Counted.of(edition.sealed());
        assertThat(tally.document().getList("categories[0].champions"))
                .isEqualTo(List.of(edition.nominee(1, 3).toString()));
        tally.shown().body("openTies", empty());
        isConfirmedByAnOutsider(tally);
    }

    @Test
    void an_edition_in_which_nobody_voted_has_no_champions() throws Exception {
        var tally = Counted.of(new VotedEdition(2, 3).sealed());
        assertThat(tally.document().getList("categories.champions")).isEqualTo(Arrays.asList(List.of(), List.of()));
        assertThat(tally.document().getInt("votes.cast")).isZero();
        isConfirmedByAnOutsider(tally);
    }
}
