package org.wsisforum.awards.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
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
        edition.seal().statusCode(409).body("code", is("voting-not-over"));
        ForumTime.is("2031-03-31T22:59:50+02:00");
        edition.seal().statusCode(409);
        when().get(edition.path + "/ledger").then().statusCode(404);
        VotedEdition.whenVotesAreCast();
        edition.seal().statusCode(201).body("votes", is(1));
    }

    @Test
    void it_is_sealed_once_and_who_asks_again_is_told_the_same() {
        var edition = new VotedEdition(2, 2);
        edition.voted("ada", 0, 1);
        edition.voted("bob", 1);
        VotedEdition.whenVotesAreCast();
        String head =
                edition.seal().statusCode(201).body("votes", is(3)).extract().path("head");
        edition.seal().statusCode(200).body("head", is(head)).body("votes", is(3));
        when().get(edition.path + "/ledger")
                .then()
                .statusCode(200)
                .body("votes", is(3))
                .body("head", is(head))
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
    void of_two_who_seal_at_once_one_does() throws Exception {
        var edition = new VotedEdition(1, 2);
        edition.voted("ada", 0);
        VotedEdition.whenVotesAreCast();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> seal = () -> edition.seal().extract().statusCode();
            var codes = new ArrayList<Integer>();
            for (var answer : both.invokeAll(List.of(seal, seal, seal))) {
                codes.add(answer.get());
            }
            assertThat(codes).containsExactlyInAnyOrder(201, 200, 200);
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
            var sealing = threads.submit(() -> edition.seal().extract().response());
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> VotedEdition.value("select count(*) from pg_locks where not granted"
                                    + " and relation = 'vote'::regclass and mode = 'ShareRowExclusiveLock'"),
                            equalTo(1L));
            // This one comes while the ledger is being sealed, and waits.
            var late = threads.submit(() -> {
                try (var other = VotedEdition.connect()) {
                    return insert(other, edition, bob);
                }
            });
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> VotedEdition.value("select count(*) from pg_locks where not granted"
                                    + " and relation = 'vote'::regclass and mode = 'RowExclusiveLock'"),
                            equalTo(1L));
            connection.commit();
            sealing.get().then().statusCode(201).body("votes", is(1));
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
    void what_was_begun_and_broke_off_has_sealed_nothing() {
        var edition = new VotedEdition(1, 2);
        edition.voted("ada", 0);
        VotedEdition.whenVotesAreCast();
        VotedEdition.execute(
                "alter table ballot add constraint ballot_never check (edition <> '" + edition.code + "')");
        try {
            edition.seal().statusCode(409);
            when().get(edition.path + "/ledger").then().statusCode(404);
        } finally {
            VotedEdition.execute("alter table ballot drop constraint ballot_never");
        }
        edition.seal().statusCode(201).body("votes", is(1));
    }

    @Test
    void an_edition_without_a_vote_is_sealed_too() {
        var edition = new VotedEdition(1, 2);
        VotedEdition.whenVotesAreCast();
        edition.seal().statusCode(201).body("votes", is(0));
    }

    @Test
    void there_is_no_ledger_of_an_edition_that_is_not() {
        when().get("/awards/v1/editions/1999/ledger").then().statusCode(404).body("code", is("edition-not-found"));
        when().get("/awards/v1/editions/1999/ledger/file").then().statusCode(404);
        VotedEdition.once().post("/awards/v1/editions/1999/ledger").then().statusCode(404);
        VotedEdition.manager()
                .post(new VotedEdition(1, 1).path + "/ledger")
                .then()
                .statusCode(400);
    }
}
