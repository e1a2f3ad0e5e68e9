package org.wsisforum.awards.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

/** When voting is over the ledger is sealed, once, and no vote is added to it. */
@AwardsTest
class SealingTest {

    @Test
    void a_ledger_is_not_sealed_before_the_last_instant_of_the_vote() {
        var edition = new VotedEdition(1, 2);
        edition.voted("ada", 0);
        VotedEdition.whileVotesAreCast();
        edition.tallied().statusCode(409).body("code", is("voting-not-over"));
        ForumTime.is("2031-03-31T22:59:50+02:00");
        edition.tallied().statusCode(409);
        edition.ledger().statusCode(404);
        edition.sealed().ledger().statusCode(200).body("votes", is(1));
    }

    @Test
    void it_is_sealed_once_however_often_votes_are_counted() {
        var edition = new VotedEdition(2, 2);
        edition.voted("ada", 0, 1);
        edition.voted("bob", 1);
        String head = edition.sealed().ledger().body("votes", is(3)).extract().path("head");
        String sealedAt = edition.ledger().extract().path("sealedAt");
        edition.sealed()
                .ledger()
                .statusCode(200)
                .body("votes", is(3))
                .body("head", is(head))
                .body("sealedAt", is(sealedAt))
                .body("rules.ballot", is("any-categories"))
                .body("rules.categories", contains(1, 2))
                .body("rules.championsPerCategory", is(3))
                .body("fileAt", is("2031-05-18T11:00:00Z"))
                .body("links.file", is(edition.path + "/ledger/file"));
        await().untilAsserted(() -> VotedEdition.manager()
                .get(edition.path + "/changes?subject=ledger")
                .then()
                .body("items.type", contains("org.wsisforum.awards.ledger.sealed.v1")));
        when().get(edition.path + "/changes?subject=ledger").then().body("items.size()", is(0));
    }

    @Test
    void those_who_ask_at_once_are_answered_with_one_tally_and_one_ledger() throws Exception {
        var edition = new VotedEdition(1, 2);
        edition.voted("ada", 0);
        VotedEdition.whenVotesAreCast();
        try (var holding = VotedEdition.connect();
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            // As if somebody's vote were on its way, so that the sealing takes until all have asked.
            holding.setAutoCommit(false);
            lock(holding);
            Callable<String> ask =
                    () -> edition.tallied().statusCode(202).extract().path("id");
            var tallies = new HashSet<String>();
            for (var answer : both.invokeAll(List.of(ask, ask, ask, ask))) {
                tallies.add(answer.get());
            }
            assertThat(tallies).hasSize(1);
            tally(edition).body("items.state", contains(anyOf(is("waiting"), is("sealing"))));
            holding.rollback();
        }
        await().untilAsserted(() -> tally(edition).body("items.state", contains("done")));
        edition.ledger().statusCode(200).body("votes", is(1));
    }

    private static ValidatableResponse tally(VotedEdition edition) {
        return VotedEdition.manager().get(edition.path + "/tallies").then().statusCode(200);
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table vote in row exclusive mode");
        }
    }

    @Test
    void a_vote_on_its_way_is_waited_for_and_none_comes_after_it() throws Exception {
        var edition = new VotedEdition(1, 2);
        var ada = edition.voter("ada");
        var bob = edition.voter("bob");
        VotedEdition.whenVotesAreCast();
        try (var connection = VotedEdition.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            insert(connection, edition, ada);
            edition.tallied().statusCode(202);
            await().until(
                            () -> VotedEdition.value("select count(*) from pg_locks where not granted"
                                    + " and relation = 'vote'::regclass and mode = 'ShareRowExclusiveLock'"),
                            equalTo(1L));
            // This one comes while the ledger is being sealed, and waits.
            var late = threads.submit(() -> {
                try (var other = VotedEdition.connect()) {
                    return insert(other, edition, bob);
                }
            });
            await().until(
                            () -> VotedEdition.value("select count(*) from pg_locks where not granted"
                                    + " and relation = 'vote'::regclass and mode = 'RowExclusiveLock'"),
                            equalTo(1L));
            connection.commit();
            await().untilAsserted(() -> edition.ledger().statusCode(200).body("votes", is(1)));
            assertThat(late.get()).isZero();
        }
        assertThat(VotedEdition.value("select count(*) from vote where edition = ?", edition.code))
                .isEqualTo(1L);
    }

    /** As votes are stored: where there is no ledger yet. */
    private static int insert(Connection connection, VotedEdition edition, long voter) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into vote (id, voter, edition, category, project, cast_at, network)"
                        + " select gen_random_uuid(), ?, ?, 1, ?, now(), '\\x0a'"
                        + " where not exists (select 1 from ledger where edition = ?)")) {
            insert.setLong(1, voter);
            insert.setString(2, edition.code);
            insert.setObject(3, edition.nominee(1, 0));
            insert.setString(4, edition.code);
            return insert.executeUpdate();
        }
    }

    @Test
    void no_vote_is_added_changed_or_taken_away_afterwards() throws SQLException {
        var edition = new VotedEdition(1, 2);
        var ada = edition.voted("ada", 0);
        edition.sealed();
        try (var connection = VotedEdition.connect()) {
            assertThat(insert(connection, edition, edition.voter("bob"))).isZero();
        }
        assertThatThrownBy(() -> VotedEdition.execute("update vote set category = 2 where voter = ?", ada))
                .rootCause()
                .hasMessageContaining("stays as it was written");
        for (var table : List.of("vote", "ledger", "ballot")) {
            assertThatThrownBy(() -> VotedEdition.execute("delete from " + table + " where edition = ?", edition.code))
                    .rootCause()
                    .hasMessageContaining("stays as it was written");
        }
        // Voters of other editions are not held up.
        new VotedEdition(1, 2).voted("ada", 0);
    }

    @Test
    void what_was_begun_and_broke_off_has_sealed_nothing_and_is_begun_anew() {
        var edition = new VotedEdition(1, 2);
        edition.voted("ada", 0);
        VotedEdition.whenVotesAreCast();
        VotedEdition.execute(
                "alter table ballot add constraint ballot_never check (edition <> '" + edition.code + "')");
        try {
            edition.tallied().statusCode(202);
            await().until(
                            () -> VotedEdition.value("select faults from tally where edition = ?", edition.code),
                            equalTo(1));
            edition.ledger().statusCode(404);
            tally(edition).body("items.state", contains("sealing"));
        } finally {
            VotedEdition.execute("alter table ballot drop constraint ballot_never");
        }
        VotedEdition.execute("update tally set claimed_until = now() where edition = ?", edition.code);
        await().untilAsserted(() -> tally(edition).body("items.state", contains("done")));
        edition.ledger().statusCode(200).body("votes", is(1));
    }

    @Test
    void an_edition_without_a_vote_is_sealed_too() {
        new VotedEdition(1, 2).sealed().ledger().statusCode(200).body("votes", is(0));
    }

    @Test
    void there_is_no_ledger_of_an_edition_that_is_not() {
        when().get("/awards/v1/editions/1999/ledger").then().statusCode(404).body("code", is("edition-not-found"));
        when().get("/awards/v1/editions/1999/ledger/file").then().statusCode(404);
        VotedEdition.once().post("/awards/v1/editions/1999/tallies").then().statusCode(404);
        VotedEdition.manager()
                .post(new VotedEdition(1, 1).path + "/tallies")
                .then()
                .statusCode(400);
    }
}
