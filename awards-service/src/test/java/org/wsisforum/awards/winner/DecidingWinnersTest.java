package org.wsisforum.awards.winner;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.ledger.VotedEdition;
import org.wsisforum.awards.review.Contest;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;

/** The awards manager records what the Expert Group has decided. */
@AwardsTest
class DecidingWinnersTest {

    private Finals finals;
    private String first;
    private String second;
    private String third;

    @BeforeEach
    void a_category_with_three_champions() {
        finals = new Finals("First", "Second", "Third");
        first = finals.champions.get(0);
        second = finals.champions.get(1);
        third = finals.champions.get(2);
    }

    @Test
    void a_category_may_have_one_winner_or_two() {
        var tag = finals.decide(first)
                .statusCode(201)
                .body("projects", contains(first))
                .body("reason", is("Preferred by most."))
                .extract()
                .header("ETag");
        finals.decideWith("If-Match", tag, first, second)
                .statusCode(200)
                .body("projects", containsInAnyOrder(first, second));
        finals.decision().statusCode(200).body("projects", containsInAnyOrder(first, second));
        Contest.manager()
                .queryParam("limit", 200)
                .get(Contest.EDITION + "/winner-decisions")
                .then()
                .statusCode(200)
                .body("items.category", hasItem(finals.category));
    }

    @Test
    void as_many_as_the_edition_allows_and_each_once() {
        finals.decide(first, second, third)
                .statusCode(422)
                .body("errors.pointer", contains("/projects"))
                .body("errors.code", contains("number-of-winners"));
        finals.decide(first, first)
                .statusCode(422)
                .body("errors.pointer", contains("/projects/1"))
                .body("errors.code", contains("twice"));
        Contest.manager()
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body("{\"projects\": [], \"reason\": \"None was good enough.\"}")
                .put(Contest.EDITION + "/winners/" + finals.category)
                .then()
                .statusCode(422)
                .body("errors.code", contains("number-of-winners"));
        finals.decision().statusCode(404);
    }

    @Test
    void only_champions_of_the_category_win() {
        var runnerUp = finals.contest.project("Runner-up");
        var elsewhere = new Finals("Elsewhere").champions.getFirst();
        for (var project : List.of(runnerUp, elsewhere, UUID.randomUUID().toString())) {
            finals.decide(first, project)
                    .statusCode(422)
                    .body("errors.pointer", contains("/projects/1"))
                    .body("errors.code", contains("no-champion"));
        }
        finals.decision().statusCode(404);
    }

    @Test
    void what_another_tally_has_taken_from_the_champions_does_not_win() {
        finals.decide(first, second).statusCode(201).body("notChampions", empty());
        QuarkusTransaction.requiringNew()
                .run(() -> Finals.sql("delete from champion where project = ?1", UUID.fromString(first)));
        finals.decision().body("projects", hasSize(2)).body("notChampions", contains(first));
        finals.decideWith("If-Match", "*", first).statusCode(422);
        Finals.whenWinnersArePublic();
        when().get(Contest.EDITION + "/winners/" + finals.category).then().body("items.project", contains(second));
    }

    @Test
    void nobody_overwrites_what_another_has_recorded() {
        Contest.manager()
                .contentType("application/json")
                .body(Finals.decision(first))
                .put(Contest.EDITION + "/winners/" + finals.category)
                .then()
                .statusCode(428);
        finals.decideWith("If-Match", "\"v0-x\"", first).statusCode(412).body("code", is("stale-version"));
        var tag = finals.decide(first).statusCode(201).extract().header("ETag");
        finals.decide(second).statusCode(412).body("code", is("already-exists"));
        finals.decideWith("If-Match", tag, second).statusCode(200);
        finals.decideWith("If-Match", tag, third).statusCode(412).body("code", is("stale-version"));
        finals.decision().body("projects", contains(second));
    }

    @Test
    void of_two_who_decide_at_once_one_is_told_that_the_other_was_first() throws Exception {
        assertThat(atOnce("If-None-Match", "*")).containsExactlyInAnyOrder(201, 412);
        var tag = finals.decision().extract().header("ETag");
        // The one who was first sends what stands already, which changes nothing; so both send something else.
        finals.decideWith("If-Match", tag, third).statusCode(200);
        assertThat(atOnce("If-Match", finals.decision().extract().header("ETag")))
                .containsExactlyInAnyOrder(200, 412);
        finals.decision().body("projects.size()", is(1)).body("projects[0]", in(List.of(first, second)));
    }

    private List<Integer> atOnce(String condition, String value) throws Exception {
        var start = new CyclicBarrier(2);
        var answers = new ArrayList<Future<Integer>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var winner : List.of(first, second)) {
                Callable<Integer> client = () -> {
                    start.await();
                    return finals.decideWith(condition, value, winner).extract().statusCode();
                };
                answers.add(clients.submit(client));
            }
        }
        return List.of(answers.get(0).get(), answers.get(1).get());
    }

    @Test
    void it_is_decided_from_the_selection_phase_on_and_corrected_until_everybody_knows() {
        ForumTime.is("2031-03-31T23:59:50+02:00");
        finals.decide(first).statusCode(409).body("code", is("selection-closed"));
        ForumTime.is("2031-04-01T00:00:00+02:00");
        var tag = finals.decide(first).statusCode(201).extract().header("ETag");
        Finals.shortlyBeforeWinnersArePublic();
        finals.decideWith("If-Match", tag, second).statusCode(200);
        Finals.whenWinnersArePublic();
        finals.decideWith("If-Match", "*", third).statusCode(409).body("code", is("winners-announced"));
        finals.decision().body("projects", contains(second));
    }

    /** A group that meets late, or champions that are known late, leave no category without a winner. */
    @Test
    void what_was_not_decided_in_the_selection_phase_is_decided_later_as_long_as_winners_are_not_announced() {
        ForumTime.is("2031-04-13T00:00:00+02:00");
        finals.prefer(finals.contest.judge("late"), first).statusCode(409).body("code", is("selection-closed"));
        finals.decide(first).statusCode(201);
        finals.decision().statusCode(200).body("projects", contains(first));
        var undecided = new Finals("Undecided");
        Finals.whenWinnersArePublic();
        undecided.decide(undecided.champions.getFirst()).statusCode(409).body("code", is("winners-announced"));
    }

    @Test
    void who_waited_for_somebody_else_until_winners_are_public_comes_too_late() throws Exception {
        var tag = finals.decide(first).statusCode(201).extract().header("ETag");
        Finals.shortlyBeforeWinnersArePublic();
        try (var connection = VotedEdition.connect();
                var statement = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from winner_decision where edition = '2031' and category = " + finals.category
                    + " for update");
            var waits = threads.submit(
                    () -> finals.decideWith("If-Match", tag, second).extract());
            await().until(() -> !VotedEdition.value(
                            "select count(*) from pg_locks where locktype = 'transactionid' and not granted")
                    .equals(0L));
            Finals.whenWinnersArePublic();
            connection.rollback();
            assertThat(waits.get().<String>path("code")).isEqualTo("winners-announced");
        }
        finals.decision().body("projects", contains(first));
    }

    @Test
    void how_it_came_about_is_kept() {
        finals.decide(first).statusCode(201);
        finals.decideWith("If-Match", "*", first).statusCode(200);
        finals.decideWith("If-Match", "*", second).statusCode(200);
        await().untilAsserted(() -> Contest.manager()
                .get(Contest.EDITION + "/winner-decisions/" + finals.category + "/history")
                .then()
                .statusCode(200)
                .body("items.actor", contains("manager", "manager"))
                .body("items.data.fields", contains(List.of("projects", "reason"), List.of("projects"))));
    }

    @Test
    void a_decision_has_a_reason() {
        Contest.manager()
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body("{\"projects\": [\"" + first + "\"]}")
                .put(Contest.EDITION + "/winners/" + finals.category)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void a_category_that_is_not_there_has_no_winners() {
        Contest.manager()
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body(Finals.decision(first))
                .put(Contest.EDITION + "/winners/299")
                .then()
                .statusCode(404);
    }
}
