package org.wsisforum.awards.review;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.wsisforum.awards.AwardsTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** A project fits the rules of the contest or not, and it is told why. */
@AwardsTest
class ScreeningTest {

    private Contest contest;

    @BeforeEach
    void a_category_of_its_own() {
        contest = new Contest();
    }

    private static ValidatableResponse screen(RequestSpecification who, String project, String condition, String body) {
        return who.header(condition, "*")
                .contentType("application/json")
                .body(body)
                .put(Contest.EDITION + "/screenings/" + project)
                .then();
    }

    @Test
    void an_expert_who_judges_it_screens_and_the_manager_corrects() {
        var project = contest.project("P");
        var anna = contest.judge("anna");
        Contest.assign(project, anna);
        screen(Contest.expert(anna), project, "If-None-Match", """
                {"eligible": false, "reasons": ["not-completed", "other"], "explanation": "A plan."}""")
                .statusCode(201)
                .body("reasons", contains("not-completed", "other"))
                .body("explanation", is("A plan."));
        contest.result().body("ineligible", contains(project)).body("notScreened", empty());
        screen(Contest.expert(anna), project, "If-None-Match", "{\"eligible\": true}")
                .statusCode(412);
        screen(Contest.manager(), project, "X-Nothing", "{\"eligible\": true}").statusCode(428);
        screen(Contest.manager(), project, "If-Match", "{\"eligible\": true}")
                .statusCode(200)
                .body("eligible", is(true))
                .body("reasons", empty());
        Contest.expert(anna)
                .get(Contest.EDITION + "/screenings/" + project)
                .then()
                .statusCode(200)
                .body("eligible", is(true))
                .body("$", not(hasKey("actor")));
        contest.result().body("ineligible", empty()).body("notScored", contains(project));
        Contest.manager()
                .get(Contest.EDITION + "/screenings/" + project + "/history")
                .then()
                .body("items", hasSize(2))
                .body("items.actor", contains(anna, "manager"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"eligible\": false}                        | /reasons | 422",
                "{\"eligible\": true, \"reasons\": [\"late\"]} | /reasons | 422",
                "{}                                           | /eligible | 422",
            })
    void a_finding_must_make_sense(String body, String pointer, int status) {
        var project = contest.project("P");
        screen(Contest.manager(), project, "If-None-Match", body)
                .statusCode(status)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_reason_that_is_not_on_the_list_is_refused() {
        var project = contest.project("P");
        screen(Contest.manager(), project, "If-None-Match", "{\"eligible\": false, \"reasons\": [\"boring\"]}")
                .statusCode(400);
    }

    @Test
    void it_is_done_between_submission_and_the_choice_of_nominees() {
        var project = contest.project("P");
        Contest.whileProjectsAreHandedIn();
        screen(Contest.manager(), project, "If-None-Match", "{\"eligible\": true}")
                .statusCode(409)
                .body("code", is("review-closed"));
        Contest.whenNomineesArePublic();
        screen(Contest.manager(), project, "If-None-Match", "{\"eligible\": true}")
                .statusCode(409);
    }
}
