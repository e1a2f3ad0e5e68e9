package org.wsisforum.awards.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

/** Three experts a project, none with much more to do than others, from many regions, and none in conflict. */
@AwardsTest
class AssigningExpertsTest {

    private Contest contest;

    @BeforeEach
    void a_category_of_its_own() {
        contest = new Contest();
    }

    private static ValidatableResponse assignAll() {
        return Contest.once(Contest.manager())
                .post(Contest.EDITION + "/assignments")
                .then()
                .statusCode(200);
    }

    private List<Map<String, Object>> assignments() {
        return Contest.manager()
                .queryParam("category", contest.category)
                .queryParam("limit", 200)
                .get(Contest.EDITION + "/assignments")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private Map<String, Integer> load() {
        var load = new TreeMap<String, Integer>();
        assignments().forEach(a -> load.merge((String) a.get("expert"), 1, Integer::sum));
        return load;
    }

    private Map<String, List<String>> byProject() {
        var judges = new TreeMap<String, List<String>>();
        assignments().forEach(a -> judges.computeIfAbsent((String) a.get("project"), p -> new ArrayList<>())
                .add((String) a.get("expert")));
        return judges;
    }

    @Test
    void each_project_gets_three_and_the_work_is_shared() {
        for (var i = 0; i < 8; i++) {
            contest.project("P" + i);
        }
        for (var name : List.of("a", "b", "c", "d", "e", "f")) {
            contest.judge(name);
        }
        assignAll();
        assertThat(byProject()).hasSize(8).allSatisfy((project, judges) -> assertThat(judges)
                .hasSize(3));
        assertThat(load()).hasSize(6).allSatisfy((expert, projects) -> assertThat(projects)
                .isEqualTo(4));
    }

    @Test
    void each_project_is_seen_from_several_regions() {
        for (var i = 0; i < 4; i++) {
            contest.project("P" + i);
        }
        var eurBefore = List.of(contest.judge("a-eur", "CH", null), contest.judge("b-eur", "FR", null));
        var others = List.of(contest.judge("c-afr", "SN", null), contest.judge("d-arb", "EG", null));
        assignAll();
        assertThat(byProject()).hasSize(4).allSatisfy((project, judges) -> assertThat(judges)
                .containsAll(others)
                .containsAnyElementsOf(eurBefore));
        assertThat(load()).containsEntry(eurBefore.get(0), 2).containsEntry(eurBefore.get(1), 2);
    }

    @Test
    void regions_do_not_make_one_expert_do_everything() {
        for (var i = 0; i < 9; i++) {
            contest.project("P" + i);
        }
        for (var name : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            contest.judge(name, "CH", null);
        }
        contest.judge("only-afr", "SN", null);
        assignAll();
        assertThat(load().values()).hasSize(9).allSatisfy(projects -> assertThat(projects)
                .isBetween(2, 4));
    }

    @Test
    void who_is_in_conflict_is_passed_over_and_what_is_missing_is_told() {
        var project = contest.project("P", "Ministry of Health", "KI");
        var free = contest.judge("free");
        contest.judge("same-country", "KI", null);
        contest.judge("same-entity", "CH", "MINISTRY of  health " + contest.category);
        contest.judge("collaborator", "CH", null, "Ministry of Health, " + contest.category);
        assignAll()
                .body(
                        "gaps.findAll { it.project == '%s' }".formatted(project),
                        contains(Map.of(
                                "project",
                                project,
                                "category",
                                contest.category,
                                "missing",
                                2,
                                "experts",
                                4,
                                "conflicts",
                                Map.of("same-country", 1, "same-entity", 1, "past-collaboration", 1))));
        assertThat(byProject()).isEqualTo(Map.of(project, List.of(free)));
    }

    @Test
    void who_writes_a_project_does_not_judge_it() {
        var project = contest.project("P");
        var owner = "owner-of-P-" + contest.category;
        contest.expertIs(owner, "If-None-Match", "CH", null).statusCode(201);
        assignAll();
        assertThat(byProject()).doesNotContainKey(project);
        Contest.assign(project, owner)
                .statusCode(409)
                .body("code", is("expert-in-conflict"))
                .body("detail", containsString("own-project"));
    }

    @Test
    void run_again_it_fills_what_is_missing_and_moves_nobody() {
        contest.project("P0");
        contest.judge("a");
        contest.judge("b");
        assignAll();
        var before = byProject();
        contest.judge("c");
        contest.judge("d");
        contest.project("P1");
        assignAll();
        var after = byProject();
        assertThat(after).hasSize(2).allSatisfy((project, judges) -> assertThat(judges)
                .hasSize(3));
        before.forEach((project, judges) -> assertThat(after.get(project)).containsAll(judges));
        assignAll();
        assertThat(byProject()).isEqualTo(after);
    }

    @Test
    void many_runs_at_once_assign_once() throws Exception {
        for (var i = 0; i < 5; i++) {
            contest.project("P" + i);
        }
        for (var name : List.of("a", "b", "c", "d")) {
            contest.judge(name);
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> run = () -> assignAll().extract().path("made");
            for (var made : people.invokeAll(Collections.nCopies(6, run))) {
                made.get();
            }
        }
        assertThat(byProject()).hasSize(5).allSatisfy((project, judges) -> assertThat(judges)
                .hasSize(3));
    }

    @Test
    void the_manager_adjusts_by_hand() {
        var project = contest.project("P");
        var anna = contest.judge("anna");
        var stranger = new Contest().judge("stranger");
        Contest.assign(project, anna)
                .statusCode(200)
                .body("automatic", is(false))
                .body("toBeReplaced", is(false));
        Contest.assign(project, anna).statusCode(200);
        Contest.assign(project, stranger).statusCode(409).body("code", is("expert-of-other-categories"));
        Contest.assign(project, "nobody").statusCode(404);
        Contest.manager()
                .delete(Contest.EDITION + "/assignments/" + project + "/" + anna)
                .then()
                .statusCode(204);
        Contest.manager()
                .delete(Contest.EDITION + "/assignments/" + project + "/" + anna)
                .then()
                .statusCode(404);
        assertThat(assignments()).isEmpty();
        Contest.manager()
                .get(Contest.EDITION + "/assignments/" + project + "/history")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body(
                        "items.subject",
                        contains("assignments/" + project + "/" + anna, "assignments/" + project + "/" + anna));
    }

    @Test
    void nobody_is_assigned_while_projects_are_handed_in() {
        Contest.whileProjectsAreHandedIn();
        Contest.once(Contest.manager())
                .post(Contest.EDITION + "/assignments")
                .then()
                .statusCode(409)
                .body("code", is("review-closed"));
    }
}
