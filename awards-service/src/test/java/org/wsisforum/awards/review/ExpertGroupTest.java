package org.wsisforum.awards.review;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** The awards manager says who is in the Expert Group. */
@AwardsTest
class ExpertGroupTest {

    private Contest contest;

    @BeforeEach
    void now() {
        contest = new Contest();
        Contest.whileExpertsJudge();
    }

    @Test
    void an_expert_is_added_changed_and_removed() {
        var anna = contest.judge("anna", "sen", "Université de Dakar", "Ministry of Health");
        var added = Contest.manager()
                .get(Contest.EDITION + "/experts/" + anna)
                .then()
                .statusCode(200);
        added.body("subject", is(anna))
                .body("country", is("SN"))
                .body("region", is("AFR"))
                .body("entity", is("Université de Dakar"))
                .body("collaborators", contains("Ministry of Health"))
                .body("categories", contains(contest.category))
                .header("Cache-Control", is("private, no-store"));

        contest.expertIs(anna, "If-Match", "CH", null)
                .statusCode(200)
                .body("region", is("EUR"))
                .body("entity", nullValue())
                .body("collaborators", empty());
        Contest.manager()
                .header("If-Match", added.extract().header("ETag"))
                .delete(Contest.EDITION + "/experts/" + anna)
                .then()
                .statusCode(412);
        Contest.manager()
                .header("If-Match", "*")
                .delete(Contest.EDITION + "/experts/" + anna)
                .then()
                .statusCode(204);
        Contest.manager().get(Contest.EDITION + "/experts/" + anna).then().statusCode(404);
    }

    @Test
    void nobody_is_added_twice_or_changed_unseen() {
        var anna = contest.judge("anna");
        contest.expertIs(anna, "If-None-Match", "CH", null).statusCode(412).body("code", is("already-exists"));
        contest.expertIs(anna, "X-Nothing", "CH", null).statusCode(428);
    }

    @Test
    void the_list_can_be_read_by_category() {
        var anna = contest.judge("anna");
        var other = new Contest().judge("zoe");
        Contest.manager()
                .queryParam("category", contest.category)
                .queryParam("count", "exact")
                .get(Contest.EDITION + "/experts")
                .then()
                .statusCode(200)
                .body("items.subject", contains(anna))
                .body("items.subject", not(hasItem(other)))
                .body("count", is(1));
    }

    @Test
    void countries_categories_and_names_must_be_some() {
        contest.expertIs("bad", "If-None-Match", "XX", "---", "!!")
                .statusCode(422)
                .body("errors.pointer", contains("/country", "/entity", "/collaborators/0"));
        Contest.manager()
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body("{\"categories\": [998], \"country\": \"CH\"}")
                .put(Contest.EDITION + "/experts/bad")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/categories/0"));
    }

    @Test
    void who_has_projects_to_judge_is_not_removed() {
        var anna = contest.judge("anna");
        Contest.assign(contest.project("P"), anna).statusCode(200);
        Contest.manager()
                .header("If-Match", "*")
                .delete(Contest.EDITION + "/experts/" + anna)
                .then()
                .statusCode(409)
                .body("code", is("expert-is-assigned"));
    }
}
