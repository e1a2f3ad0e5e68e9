package org.wsisforum.awards.review;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;

/** Strict and lenient experts count alike; every number here can be computed by hand. */
@AwardsTest
class CalibrationTest {

    private Contest contest;

    @BeforeEach
    void a_category_of_its_own() {
        contest = new Contest();
    }

    private String eligible(String title) {
        var project = contest.project(title);
        Contest.eligible(project);
        return project;
    }

    @Test
    void a_strict_and_a_lenient_expert_who_agree_make_the_same_ranking() {
        var first = eligible("First");
        var second = eligible("Second");
        var third = eligible("Third");
        var strict = contest.judge("a-strict");
        var lenient = contest.judge("b-lenient");
        // Strict: mean 1, deviations 1, 0, -1: variance 2/3, standard deviation 0.816497.
        Contest.judged(first, strict, 2);
        Contest.judged(second, strict, 1);
        Contest.judged(third, strict, 0);
        // Lenient: mean 4, the same spread.
        Contest.judged(first, lenient, 5);
        Contest.judged(second, lenient, 4);
        Contest.judged(third, lenient, 3);
        contest.result()
                .body("lines.project", contains(first, second, third))
                .body("lines.rank", contains(1, 2, 3))
                .body("lines.position", contains(1, 2, 3))
                .body("lines.tied", everyItem(is(false)))
                .body("lines.mean", contains(3.5f, 2.5f, 1.5f))
                .body("lines.median", contains(3.5f, 2.5f, 1.5f))
                .body("lines.reviews", contains(2, 2, 2))
                .body("lines.calibrated", contains(1.224745f, 0.0f, -1.224745f))
                .body("lines[0].scores.expert", contains(strict, lenient))
                .body("lines[0].scores.weighted", contains(2.0f, 5.0f))
                .body("lines[0].scores.deviation", contains(1.224745f, 1.224745f))
                .body("lines[0].scores[0].criteria", hasEntry("sdgs", 2));
    }

    @Test
    void who_was_judged_by_strict_experts_alone_is_not_behind_for_it() {
        var luckless = eligible("Luckless");
        var lucky = eligible("Lucky");
        var other = eligible("Other");
        var strict = contest.judge("a-strict");
        var lenient = contest.judge("b-lenient");
        // Strict gives 3 and 1: mean 2, standard deviation 1. Lenient gives 4 and 5: mean 4.5, standard deviation 0.5.
        Contest.judged(luckless, strict, 3);
        Contest.judged(other, strict, 1);
        Contest.judged(lucky, lenient, 4);
        Contest.judged(other, lenient, 5);
        contest.result()
                .body("lines.project", contains(luckless, other, lucky))
                .body("lines.calibrated", contains(1.0f, 0.0f, -1.0f))
                .body("lines.mean", contains(3.0f, 3.0f, 4.0f));
    }

    @Test
    void criteria_count_by_their_weights() {
        var project = eligible("P");
        var anna = contest.judge("anna");
        Contest.assign(project, anna);
        // results-and-impact counts 3 of 14, all others nothing here: 3 * 5 / 14.
        Contest.expert(anna)
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body(Contest.allScored(0).replace("\"results-and-impact\":0", "\"results-and-impact\":5"))
                .put(Contest.EDITION + "/reviews/" + project)
                .then()
                .statusCode(201);
        contest.result()
                .body("lines[0].mean", is(1.071429f))
                .body("method.weights", hasEntry("results-and-impact", 3))
                .body("method.scoreMax", is(5))
                .body("method.formula", containsString("standard deviation"));
    }

    @Test
    void an_expert_who_scores_everything_alike_counts_neither_for_nor_against() {
        var first = eligible("First");
        var second = eligible("Second");
        var even = contest.judge("a-even");
        var anna = contest.judge("b-anna");
        Contest.judged(first, even, 4);
        Contest.judged(second, even, 4);
        // Mean 2, standard deviation 1.
        Contest.judged(first, anna, 1);
        Contest.judged(second, anna, 3);
        contest.result()
                .body("lines.project", contains(second, first))
                .body("lines.calibrated", contains(0.5f, -0.5f))
                .body("lines[0].scores.deviation", contains(0.0f, 1.0f));
    }

    @Test
    void the_median_lies_in_the_middle() {
        var project = eligible("P");
        for (var name : List.of("a", "b", "c")) {
            Contest.judged(project, contest.judge(name), name.equals("a") ? 0 : name.equals("b") ? 4 : 5);
        }
        contest.result().body("lines[0].median", is(4.0f)).body("lines[0].mean", is(3.0f));
    }

    @Test
    void those_with_the_same_score_share_a_rank_and_stand_in_an_order_that_stays() {
        var anna = contest.judge("anna");
        var best = eligible("Best");
        var second = eligible("Second");
        var third = eligible("Third");
        var last = eligible("Last");
        Contest.judged(best, anna, 5);
        Contest.judged(second, anna, 3);
        Contest.judged(third, anna, 3);
        Contest.judged(last, anna, 1);
        var tied = List.of(second, third).stream()
                .map(UUID::fromString)
                .sorted()
                .map(UUID::toString)
                .toList();
        contest.result()
                .body("lines.project", contains(best, tied.get(0), tied.get(1), last))
                .body("lines.rank", contains(1, 2, 2, 4))
                .body("lines.position", contains(1, 2, 3, 4))
                .body("lines.tied", contains(false, true, true, false));
        assertThat(contest.result().extract().<Object>path("lines"))
                .isEqualTo(contest.result().extract().path("lines"));
    }

    @Test
    void a_tie_in_the_calibrated_score_is_broken_by_the_mean_and_still_shown() {
        var first = eligible("First");
        var second = eligible("Second");
        // Each has one project alone: no spread, calibrated 0.
        Contest.judged(first, contest.judge("a"), 5);
        Contest.judged(second, contest.judge("b"), 2);
        contest.result()
                .body("lines.project", contains(first, second))
                .body("lines.rank", contains(1, 1))
                .body("lines.tied", contains(true, true));
    }

    @Test
    void what_is_ineligible_not_screened_or_not_scored_is_named_and_not_ranked() {
        var anna = contest.judge("anna");
        var ranked = eligible("Ranked");
        var notScored = eligible("Not scored");
        var notScreened = contest.project("Not screened");
        var ineligible = contest.project("Ineligible");
        Contest.manager()
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body("{\"eligible\": false, \"reasons\": [\"duplicate\"]}")
                .put(Contest.EDITION + "/screenings/" + ineligible);
        Contest.judged(ranked, anna, 4);
        Contest.judged(ineligible, anna, 2);
        Contest.judged(notScreened, anna, 3);
        contest.result()
                .body("lines.project", contains(ranked))
                .body("notScored", contains(notScored))
                .body("notScreened", contains(notScreened))
                .body("ineligible", contains(ineligible))
                // Mean 3 and variance 2/3 over all three that the expert scored.
                .body("lines.calibrated", contains(1.224745f));
    }

    @Test
    void a_category_without_projects_has_an_empty_result() {
        contest.result().body("lines", empty());
        Contest.manager().get(Contest.EDITION + "/results/999").then().statusCode(404);
    }
}
