package org.wsisforum.awards.winner;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.review.Contest;
import org.wsisforum.kit.testing.ForumTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Experts with no stake in a category prefer one of its champions, and each knows the own preference alone. */
@AwardsTest
class SelectingWinnersTest {

    private Finals finals;
    private String first;
    private String second;

    @BeforeEach
    void a_category_with_two_champions() {
        finals = new Finals("First", "Second");
        first = finals.champions.get(0);
        second = finals.champions.get(1);
    }

    @Test
    void an_expert_sees_the_champions_and_prefers_one() {
        var anna = finals.contest.judge("anna");
        finals.selection(anna)
                .statusCode(200)
                .body("champions.project", containsInAnyOrder(first, second))
                .body("champions.entity", everyItem(notNullValue()))
                .body("preference", nullValue());
        finals.prefer(anna, first)
                .statusCode(200)
                .body("preference.project", is(first))
                .body("preference.reason", is("Others have taken it up."));
        finals.prefer(anna, second).statusCode(200).body("preference.project", is(second));
        finals.selection(anna).body("preference.project", is(second));
        finals.preferences().body("items", hasSize(1)).body("items[0].project", is(second));
    }

    @Test
    void the_manager_sees_all_with_reasons_and_an_expert_the_own_alone() {
        var anna = finals.contest.judge("anna");
        var bela = finals.contest.judge("bela");
        finals.prefer(anna, first).statusCode(200);
        finals.prefer(bela, second).statusCode(200);
        finals.preferences()
                .body("items.expert", contains(anna, bela))
                .body("items.project", contains(first, second))
                .body("items.reason", everyItem(is("Others have taken it up.")))
                .body("items.counts", contains(true, true));
        assertThat(finals.selection(bela).extract().asString()).doesNotContain(anna);
        Contest.expert(bela)
                .queryParam("category", finals.category)
                .get(Contest.EDITION + "/selections")
                .then()
                .statusCode(403);
        Contest.manager().get(Contest.EDITION + "/selections").then().statusCode(422);
    }

    /** Each for another reason. */
    @Test
    void who_has_a_stake_in_one_champion_is_answered_as_if_there_were_no_choice() {
        var countryman = finals.contest.judge("countryman", "KI", null);
        var employee = finals.contest.judge("employee", "CH", "Entity of First " + finals.category);
        var partner = finals.contest.judge("partner", "CH", null, "Entity of Second " + finals.category);
        var stranger = new Contest().judge("stranger");
        for (var expert : new String[] {countryman, employee, partner, stranger, "nobody"}) {
            finals.selection(expert)
                    .statusCode(404)
                    .body(
                            "detail",
                            is("There is nothing for you to choose among in the category " + finals.category
                                    + " of 2031."));
            for (var project : new String[] {first, second, UUID.randomUUID().toString()}) {
                finals.prefer(expert, project)
                        .statusCode(404)
                        .body(
                                "detail",
                                is("There is no project " + project + " for you to choose in the category "
                                        + finals.category + " of 2031."));
            }
        }
        finals.preferences().body("items", hasSize(0));
    }

    @Test
    void an_expert_of_the_category_hears_the_same_of_a_project_that_is_no_champion() {
        var anna = finals.contest.judge("anna");
        var runnerUp = finals.contest.project("Runner-up");
        Finals.whileWinnersAreSelected();
        for (var project : new String[] {runnerUp, UUID.randomUUID().toString()}) {
            finals.prefer(anna, project)
                    .statusCode(404)
                    .body(
                            "detail",
                            is("There is no project " + project + " for you to choose in the category "
                                    + finals.category + " of 2031."));
        }
    }

    @Test
    void a_conflict_that_comes_up_later_takes_the_weight_of_a_preference() {
        var anna = finals.contest.judge("anna");
        var bela = finals.contest.judge("bela");
        finals.prefer(anna, first).statusCode(200);
        finals.prefer(bela, first).statusCode(200);
        // Of the champion that was not preferred, and it counts all the same.
        finals.contest
                .expertIs(anna, "If-Match", "CH", "Entity of Second " + finals.category)
                .statusCode(200);
        finals.preferences().body("items.expert", contains(anna, bela)).body("items.counts", contains(false, true));
        finals.selection(anna).statusCode(404);
        finals.prefer(anna, second).statusCode(404);
    }

    @Test
    void what_an_expert_has_declared_counts_here_too() {
        var anna = finals.contest.judge("anna");
        finals.prefer(anna, first).statusCode(200);
        Contest.whileExpertsJudge();
        Contest.assign(second, anna).statusCode(200);
        Contest.expert(anna)
                .contentType("application/json")
                .body("{\"reason\": \"I have advised the project.\"}")
                .put(Contest.EDITION + "/assignments/" + second + "/conflict")
                .then()
                .statusCode(204);
        Finals.whileWinnersAreSelected();
        finals.preferences().body("items.counts", contains(false));
        finals.selection(anna).statusCode(404);
    }

    @Test
    void preferences_are_stated_in_the_selection_phase() {
        var anna = finals.contest.judge("anna");
        ForumTime.is("2031-03-31T23:59:50+02:00");
        finals.prefer(anna, first).statusCode(409).body("code", is("selection-closed"));
        ForumTime.is("2031-04-01T00:00:00+02:00");
        finals.prefer(anna, first).statusCode(200);
        ForumTime.is("2031-04-13T00:00:00+02:00");
        finals.prefer(anna, second).statusCode(409).body("code", is("selection-closed"));
        finals.selection(anna).body("preference.project", is(first));
    }

    @Test
    void a_preference_has_a_project_and_a_reason() {
        var anna = finals.contest.judge("anna");
        for (var body : new String[] {
            "{}", "{\"project\": \"" + first + "\"}", "{\"project\": \"" + first + "\", \"reason\": \" \"}"
        }) {
            Contest.expert(anna)
                    .contentType("application/json")
                    .body(body)
                    .put(Contest.EDITION + "/selections/" + finals.category)
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void a_category_without_champions_has_nothing_to_choose() {
        var empty = new Contest();
        var anna = empty.judge("anna");
        Finals.whileWinnersAreSelected();
        Contest.expert(anna)
                .get(Contest.EDITION + "/selections/" + empty.category)
                .then()
                .statusCode(404);
    }
}
