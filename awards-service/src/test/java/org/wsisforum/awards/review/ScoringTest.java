package org.wsisforum.awards.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.testing.ForumTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** An expert scores every criterion of the edition, and may think otherwise while the nomination phase lasts. */
@AwardsTest
class ScoringTest {

    private Contest contest;
    private String anna;
    private String project;

    @BeforeEach
    void anna_judges_a_project() {
        contest = new Contest();
        anna = contest.judge("anna");
        project = contest.project("P");
        Contest.assign(project, anna).statusCode(200);
    }

    private ValidatableResponse put(String condition, String value, String body) {
        return Contest.expert(anna)
                .header(condition, value)
                .contentType("application/json")
                .body(body)
                .put(Contest.EDITION + "/reviews/" + project)
                .then();
    }

    @Test
    void an_expert_reads_the_form_and_not_whose_it_is() {
        var read = Contest.expert(anna)
                .get(Contest.EDITION + "/reviews/" + project)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body("form.entity", is("Entity of P " + contest.category))
                .body("form", not(hasKey("contact")))
                .body("$", not(hasKey("scores")))
                .extract()
                .asString();
        assertThat(read).doesNotContain("owner-of").doesNotContain("Secret").doesNotContain("secret@");
    }

    @Test
    void scores_are_given_and_changed_by_whoever_has_seen_them() {
        put("X-Nothing", "", Contest.allScored(3)).statusCode(428);
        var first = put("If-None-Match", "*", Contest.allScored(3))
                .statusCode(201)
                .body("scores.sdgs", is(3))
                .extract()
                .header("ETag");
        put("If-None-Match", "*", Contest.allScored(4)).statusCode(412);
        put("If-Match", first, Contest.allScored(4).replace("}}", "},\"remark\":\"Better.\"}"))
                .statusCode(200)
                .body("scores.sdgs", is(4))
                .body("remark", is("Better."));
        put("If-Match", first, Contest.allScored(5)).statusCode(412).body("code", is("stale-version"));
        Contest.expert(anna).get(Contest.EDITION + "/reviews/" + project).then().body("scores.sdgs", is(4));
    }

    @Test
    void what_was_read_unscored_cannot_be_changed_but_only_created() {
        var unscored = Contest.expert(anna)
                .get(Contest.EDITION + "/reviews/" + project)
                .header("ETag");
        put("If-Match", unscored, Contest.allScored(3)).statusCode(412);
    }

    @Test
    void every_criterion_is_scored_within_its_bounds_and_no_other() {
        put("If-None-Match", "*", """
                {"scores": {"compliance": 6, "relevance": -1, "results-and-impact": 2.5, "community-empowerment": null,
                 "replicability": 0, "sustainability": 5, "partnerships": 4, "wsis-values": 5.0, "bea/uty": 1}}""")
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body(
                        "errors.pointer",
                        contains(
                                "/scores/compliance",
                                "/scores/relevance",
                                "/scores/results-and-impact",
                                "/scores/community-empowerment",
                                "/scores/sdgs",
                                "/scores/bea~1uty"))
                .body("errors.code", contains("range", "range", "range", "missing", "missing", "unknown"));
    }

    @Test
    void after_the_nomination_phase_nothing_is_scored_any_more() {
        put("If-None-Match", "*", Contest.allScored(3)).statusCode(201);
        ForumTime.is("2031-02-26T23:59:58+01:00");
        put("If-Match", "*", Contest.allScored(4)).statusCode(200);
        ForumTime.is("2031-02-27T00:00:00+01:00");
        put("If-Match", "*", Contest.allScored(5)).statusCode(409).body("code", is("review-closed"));
        Contest.expert(anna)
                .get(Contest.EDITION + "/reviews/" + project)
                .then()
                .statusCode(200)
                .body("scores.sdgs", is(4));
    }

    @Test
    void a_withdrawn_project_is_not_judged_any_more() {
        contest.withdraw("P", project);
        put("If-None-Match", "*", Contest.allScored(3)).statusCode(404);
        Contest.manager()
                .queryParam("project", project)
                .get(Contest.EDITION + "/assignments")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("title")));
    }

    @Test
    void two_experts_who_score_at_once_are_both_heard() throws Exception {
        var bert = contest.judge("bert");
        Contest.assign(project, bert).statusCode(200);
        Contest.eligible(project);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> first =
                    () -> Contest.score(project, anna, 2).extract().statusCode();
            Callable<Integer> second =
                    () -> Contest.score(project, bert, 4).extract().statusCode();
            var answers = new ArrayList<Integer>();
            for (var answer : people.invokeAll(List.of(first, second))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactly(201, 201);
        }
        contest.result().body("lines[0].mean", is(3.0f)).body("lines[0].scores.expert", containsInAnyOrder(anna, bert));
    }

    @Test
    void one_expert_who_scores_twice_at_once_has_scored_once() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> scoring =
                    () -> Contest.score(project, anna, 2).extract().statusCode();
            var answers = new ArrayList<Integer>();
            for (var answer : people.invokeAll(Collections.nCopies(8, scoring))) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(s -> s == 201).hasSize(1);
            assertThat(answers).filteredOn(s -> s == 412).hasSize(7);
        }
    }

    @Test
    void what_is_taken_from_an_expert_does_not_count_and_does_again_when_it_is_given_back() {
        Contest.eligible(project);
        put("If-None-Match", "*", Contest.allScored(3)).statusCode(201);
        Contest.manager()
                .delete(Contest.EDITION + "/assignments/" + project + "/" + anna)
                .then()
                .statusCode(204);
        put("If-Match", "*", Contest.allScored(4)).statusCode(404);
        contest.result().body("notScored", hasItem(project));
        Contest.assign(project, anna).statusCode(200).body("scored", is(true));
        contest.result().body("lines[0].mean", is(3.0f));
    }

    @Test
    void the_manager_reads_all_reviews_and_which_of_them_count() {
        var bert = contest.judge("bert");
        Contest.judged(project, bert, 2);
        put("If-None-Match", "*", Contest.allScored(3).replace("}}", "},\"remark\":\"Well done.\"}"))
                .statusCode(201);
        contest.expertIs(bert, "If-Match", "KI", null).statusCode(200);
        Contest.manager()
                .queryParam("project", project)
                .queryParam("count", "exact")
                .get(Contest.EDITION + "/results/" + contest.category + "/reviews")
                .then()
                .statusCode(200)
                .body("count", is(2))
                .body("items.expert", contains(anna, bert))
                .body("items.counts", contains(true, false))
                .body("items[0].remark", is("Well done."))
                .body("items[1].scores.sdgs", is(2));
    }
}
