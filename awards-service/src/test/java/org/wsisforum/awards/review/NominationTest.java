package org.wsisforum.awards.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** The best become nominees, the next wait, and whoever drops out is replaced. For these tests two are nominated and two wait. */
@AwardsTest
class NominationTest {

    @Inject
    EntityManager database;

    @Inject
    NomineeList nominees;

    private Contest contest;
    private String anna;

    @BeforeEach
    void a_small_quota() {
        contest = new Contest();
        anna = contest.judge("anna");
        rules("2", "2");
    }

    @AfterEach
    void the_usual_quota() {
        rules("20", "5");
    }

    private void rules(String quota, String waiting) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update edition set rules = jsonb_set(jsonb_set(rules, '{nomineesPerCategory}', cast(:quota as jsonb)),"
                                + " '{review,waitingListPerCategory}', cast(:waiting as jsonb)) where code = '2031'")
                .setParameter("quota", quota)
                .setParameter("waiting", waiting)
                .executeUpdate());
    }

    /** Projects that stand in this order, best first. */
    private List<String> ranked(int count) {
        var projects = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var project = contest.project("P" + i);
            Contest.eligible(project);
            Contest.judged(project, anna, 5 - i);
            projects.add(project);
        }
        return projects;
    }

    private ValidatableResponse nomination() {
        return Contest.manager()
                .get(Contest.EDITION + "/results/" + contest.category + "/nomination")
                .then();
    }

    private ValidatableResponse takeOut(String project) {
        return Contest.manager()
                .contentType("application/json")
                .body("{\"reason\": \"It has won before.\"}")
                .put(Contest.EDITION + "/results/" + contest.category + "/nomination/taken-out/" + project)
                .then();
    }

    private void requireNominees(String... projects) {
        var now = QuarkusTransaction.requiringNew().call(() -> nominees.of("2031", contest.category));
        assertThat(now).map(Object::toString).containsExactly(projects);
    }

    @Test
    void the_best_are_nominated_and_the_next_wait() {
        var p = ranked(5);
        nomination().statusCode(404);
        contest.nominate()
                .statusCode(201)
                .body("quota", is(2))
                .body("waitingList", is(2))
                .body("incomplete", is(false))
                .body("entries.project", is(p))
                .body("entries.standing", contains("nominee", "nominee", "waiting", "waiting", "not-nominated"))
                .body("entries[0].scores[0].expert", is(anna))
                .body("entries[0].mean", is(5.0f))
                .body("method.scoreMax", is(5));
        requireNominees(p.get(0), p.get(1));
    }

    @Test
    void without_a_quota_all_are_nominated() {
        rules("null", "2");
        ranked(3);
        contest.nominate()
                .statusCode(201)
                .body("quota", nullValue())
                .body("entries.standing", contains("nominee", "nominee", "nominee"));
    }

    @Test
    void what_is_chosen_stays_whatever_is_scored_later() {
        var p = ranked(3);
        contest.nominate().statusCode(201);
        Contest.expert(anna)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Contest.allScored(0))
                .put(Contest.EDITION + "/reviews/" + p.get(0))
                .then()
                .statusCode(200);
        contest.result().body("lines[0].project", is(p.get(1)));
        contest.nominate().statusCode(200).body("entries.project", is(p));
        nomination().statusCode(200).body("entries.project", is(p)).body("entries[0].mean", is(5.0f));
        requireNominees(p.get(0), p.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update nominee set position = 99 where edition = '2031' and category = %d",
                "delete from nominee where edition = '2031' and category = %d",
                "update nomination set quota = 99 where edition = '2031' and category = %d"
            })
    void not_even_the_database_lets_it_be_changed(String statement) {
        ranked(1);
        contest.nominate().statusCode(201);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery(statement.formatted(contest.category))
                                .executeUpdate()))
                .hasStackTraceContaining("stays as it was written");
    }

    @Test
    void a_nominee_that_is_taken_out_is_replaced_by_the_first_who_waits() {
        var p = ranked(5);
        contest.nominate();
        takeOut(p.get(0))
                .statusCode(200)
                .body("entries.standing", contains("taken-out", "nominee", "moved-up", "waiting", "not-nominated"))
                .body("entries[0].reason", is("It has won before."));
        requireNominees(p.get(1), p.get(2));
        takeOut(p.get(0)).statusCode(200);
        requireNominees(p.get(1), p.get(2));
        takeOut(p.get(4)).statusCode(409).body("code", is("not-nominated"));
    }

    @Test
    void a_nominee_that_is_withdrawn_is_replaced_too_until_nobody_waits_any_more() {
        var p = ranked(4);
        contest.nominate();
        contest.withdraw("P1", p.get(1));
        nomination().body("entries.standing", contains("nominee", "withdrawn", "moved-up", "waiting"));
        contest.withdraw("P2", p.get(2));
        nomination().body("entries.standing", contains("nominee", "withdrawn", "withdrawn", "moved-up"));
        takeOut(p.get(3)).body("entries.standing", contains("nominee", "withdrawn", "withdrawn", "taken-out"));
        requireNominees(p.get(0));
    }

    @Test
    void nothing_is_chosen_while_projects_are_not_screened_or_not_scored_unless_that_is_wanted() {
        var p = ranked(1);
        contest.project("Not screened");
        Contest.eligible(contest.project("Not scored"));
        contest.nominate().statusCode(409).body("code", is("review-incomplete"));
        Contest.once(Contest.manager())
                .queryParam("incomplete", true)
                .post(Contest.EDITION + "/results/" + contest.category + "/nomination")
                .then()
                .statusCode(201)
                .body("incomplete", is(true))
                .body("entries.project", is(p));
    }

    @Test
    void scores_of_an_expert_in_conflict_do_not_decide() {
        var p = ranked(3);
        Contest.judged(p.get(2), contest.judge("bert"), 5);
        Contest.expert(anna)
                .contentType("application/json")
                .body("{\"reason\": \"A friend's.\"}")
                .put(Contest.EDITION + "/assignments/" + p.get(0) + "/conflict")
                .then()
                .statusCode(204);
        Contest.judged(p.get(0), contest.judge("carl"), 1);
        contest.nominate()
                .statusCode(201)
                .body(
                        "entries.find { it.project == '%s' }.scores.expert".formatted(p.get(0)),
                        contains("carl-" + contest.category));
    }

    @Test
    void of_many_who_nominate_at_once_one_does_and_all_hear_the_same() throws Exception {
        ranked(4);
        var statuses = new ArrayList<Integer>();
        var lists = new HashSet<Object>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ValidatableResponse> nominating = () -> contest.nominate();
            for (var answer : people.invokeAll(Collections.nCopies(10, nominating))) {
                statuses.add(answer.get().extract().statusCode());
                lists.add(answer.get().extract().path("entries.project"));
            }
        }
        assertThat(statuses).filteredOn(s -> s == 201).hasSize(1);
        assertThat(statuses).filteredOn(s -> s == 200).hasSize(9);
        assertThat(lists).hasSize(1);
        Contest.manager()
                .get(Contest.EDITION + "/results/" + contest.category + "/history")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void nominees_are_chosen_while_the_nomination_phase_lasts() {
        ranked(1);
        Contest.whenNomineesArePublic();
        contest.nominate().statusCode(409).body("code", is("review-closed"));
    }
}
