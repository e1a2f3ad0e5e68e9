package org.wsisforum.awards.review;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** A conflict counts from the moment at which there is one, whoever brought it about and whatever was scored before. */
@AwardsTest
class ConflictOfInterestTest {

    private Contest contest;

    @BeforeEach
    void a_category_of_its_own() {
        contest = new Contest();
    }

    private static void declare(String project, String expert) {
        Contest.expert(expert)
                .contentType("application/json")
                .body("{\"reason\": \"I have advised the project.\"}")
                .put(Contest.EDITION + "/assignments/" + project + "/conflict")
                .then()
                .statusCode(204);
    }

    private void requireOut(String project, String expert, String kind) {
        Contest.expert(expert)
                .get(Contest.EDITION + "/reviews/" + project)
                .then()
                .statusCode(404)
                .body("detail", is("There is no project " + project + " for you to review in 2031."));
        Contest.expert(expert).get(Contest.EDITION + "/reviews").then().body("items.project", not(contains(project)));
        Contest.expert(expert)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Contest.allScored(5))
                .put(Contest.EDITION + "/reviews/" + project)
                .then()
                .statusCode(404);
        Contest.expert(expert)
                .get(Contest.EDITION + "/screenings/" + project)
                .then()
                .statusCode(404);
        Contest.expert(expert)
                .get(Contest.EDITION + "/reviews/" + project + "/discussion")
                .then()
                .statusCode(404);
        contest.result()
                .body(
                        "lines.find { it.project == '%s' }.scores.expert".formatted(project),
                        contains("other-" + contest.category));
        Contest.manager()
                .queryParam("project", project)
                .queryParam("expert", expert)
                .get(Contest.EDITION + "/assignments")
                .then()
                .body("items", hasSize(1))
                .body("items[0].toBeReplaced", is(true))
                .body("items[0].scored", is(true))
                .body("items[0].conflicts", contains(kind));
    }

    private String scoredByTwo(String expert) {
        var project = contest.project("P", "Ministry of Health", "KI");
        Contest.eligible(project);
        Contest.judged(project, expert, 5);
        Contest.judged(project, contest.judge("other"), 1);
        contest.result().body("lines[0].scores", hasSize(2));
        return project;
    }

    @Test
    void who_declares_a_conflict_after_scoring_is_out() {
        var anna = contest.judge("anna");
        var project = scoredByTwo(anna);
        declare(project, anna);
        requireOut(project, anna, "declared");
        contest.result().body("lines[0].mean", is(1.0f));
        // Sent again because the answer was lost, it says the same.
        declare(project, anna);
        Contest.manager()
                .queryParam("project", project)
                .get(Contest.EDITION + "/assignments")
                .then()
                .body("items.find { it.expert == '%s' }.reason".formatted(anna), is("I have advised the project."));
        Contest.assign(project, anna).statusCode(409).body("detail", containsString("declared"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-country", "same-entity", "past-collaboration"})
    void who_turns_out_to_be_in_conflict_after_scoring_is_out(String kind) {
        var anna = contest.judge("anna");
        var project = scoredByTwo(anna);
        var entity = "Ministry of Health " + contest.category;
        switch (kind) {
            case "same-country" ->
                contest.expertIs(anna, "If-Match", "KI", null).statusCode(200);
            case "same-entity" ->
                contest.expertIs(anna, "If-Match", "CH", entity).statusCode(200);
            default -> contest.expertIs(anna, "If-Match", "CH", null, entity).statusCode(200);
        }
        requireOut(project, anna, kind);

        // And is in again when it was a mistake.
        contest.expertIs(anna, "If-Match", "CH", null).statusCode(200);
        Contest.expert(anna)
                .get(Contest.EDITION + "/reviews/" + project)
                .then()
                .statusCode(200)
                .body("scores.sdgs", is(5));
        contest.result().body("lines[0].scores", hasSize(2));
    }

    @Test
    void who_becomes_co_owner_after_being_assigned_is_out() {
        var anna = contest.judge("anna");
        var project = scoredByTwo(anna);
        Contest.participant("owner-of-P-" + contest.category)
                .put(Contest.EDITION + "/projects/" + project + "/co-owners/" + anna)
                .then()
                .statusCode(200);
        requireOut(project, anna, "own-project");
    }

    @Test
    void who_is_in_conflict_is_replaced_by_the_next_assignment() {
        var anna = contest.judge("anna");
        var project = contest.project("P");
        contest.judge("bert");
        contest.judge("carl");
        Contest.once(Contest.manager())
                .post(Contest.EDITION + "/assignments")
                .then()
                .statusCode(200);
        declare(project, anna);
        contest.judge("dora");
        Contest.once(Contest.manager())
                .post(Contest.EDITION + "/assignments")
                .then()
                .statusCode(200)
                .body("toBeReplaced.findAll { it.project == '%s' }.expert".formatted(project), contains(anna));
        Contest.manager()
                .queryParam("project", project)
                .get(Contest.EDITION + "/assignments")
                .then()
                .body(
                        "items.expert",
                        contains(
                                anna,
                                "bert-" + contest.category,
                                "carl-" + contest.category,
                                "dora-" + contest.category))
                .body("items.toBeReplaced", contains(true, false, false, false));
    }

    @Test
    void nobody_declares_a_conflict_with_what_they_do_not_judge() {
        var anna = contest.judge("anna");
        for (var project : new String[] {contest.project("P"), UUID.randomUUID().toString()}) {
            Contest.expert(anna)
                    .contentType("application/json")
                    .body("{\"reason\": \"Curious.\"}")
                    .put(Contest.EDITION + "/assignments/" + project + "/conflict")
                    .then()
                    .statusCode(404)
                    .body("detail", is("There is no project " + project + " for you to review in 2031."));
        }
        Contest.expert(anna).get(Contest.EDITION + "/reviews").then().body("items", empty());
    }
}
