package org.wsisforum.awards.review;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.testing.Answers;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Nobody learns of nominees before the edition says so, and of what experts thought nobody ever. */
@AwardsTest
class EmbargoOfNomineesTest {

    @Inject
    Announcement announcement;

    private Contest contest;
    private List<String> nominated;

    @BeforeEach
    void nominees_are_chosen_and_not_yet_public() {
        contest = new Contest();
        var anna = contest.judge("anna");
        var first = contest.project("First");
        var second = contest.project("Second");
        for (var project : List.of(first, second)) {
            Contest.eligible(project);
            Contest.judged(project, anna, project.equals(first) ? 5 : 2);
        }
        nominated = Stream.of(first, second).sorted().toList();
    }

    private Response ofCategory() {
        return when().get(Contest.EDITION + "/nominees/" + contest.category + "?count=exact");
    }

    private Response all() {
        return when().get(Contest.EDITION + "/nominees?count=exact");
    }

    private static List<Object> everybodysChanges() {
        return given().queryParam("limit", 200)
                .queryParam("subject", "nominees/*")
                .get(Contest.EDITION + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static void requireSame(Response before, Response after) {
        assertThat(after.statusCode()).isEqualTo(before.statusCode());
        assertThat(Answers.said(after)).isEqualTo(Answers.said(before));
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(after.headers().asList().stream()
                        .map(h -> h.getName())
                        .sorted()
                        .toList())
                .isEqualTo(before.headers().asList().stream()
                        .map(h -> h.getName())
                        .sorted()
                        .toList());
    }

    @Test
    void before_the_embargo_ends_nothing_tells_that_they_are_chosen() {
        var listBefore = ofCategory();
        var allBefore = all();
        var changesBefore = everybodysChanges();
        var feedBefore = given().queryParam("since", "now")
                .get(Contest.EDITION + "/changes")
                .statusCode();
        contest.nominate().statusCode(201);
        announcement.announce();
        ForumTime.is("2031-02-28T23:59:50+01:00");
        announcement.announce();
        requireSame(listBefore, ofCategory());
        requireSame(allBefore, all());
        assertThat(everybodysChanges()).isEqualTo(changesBefore);
        assertThat(feedBefore).isEqualTo(200);
        ofCategory().then().statusCode(200).body("items", empty()).body("count", is(0));
        // Nor are the manager and experts shown them at the public address, where caches are.
        Contest.manager()
                .get(Contest.EDITION + "/nominees/" + contest.category)
                .then()
                .body("items", empty());
        Contest.expert("anna-" + contest.category)
                .get(Contest.EDITION + "/results/" + contest.category + "/nomination")
                .then()
                .statusCode(403);
        Contest.participant("owner-of-First-" + contest.category)
                .get(Contest.EDITION + "/projects/" + nominated.getFirst() + "/history")
                .then()
                .statusCode(403);
    }

    @Test
    void from_the_end_of_the_embargo_on_everybody_sees_them_and_nothing_of_scores() {
        contest.nominate().statusCode(201);
        Contest.whenNomineesArePublic();
        var shown = ofCategory()
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("items.project", contains(nominated.toArray()))
                .body("count", is(2))
                .body("items[0].country", is("KI"))
                .extract()
                .asString();
        assertThat(shown)
                .doesNotContain("anna")
                .doesNotContain("score")
                .doesNotContain("rank")
                .doesNotContain("position")
                .doesNotContain("Secret")
                .doesNotContain("owner-of");
        assertThat(all().asString()).contains(nominated);
    }

    @Test
    void those_who_follow_the_changes_hear_of_it_once_when_the_embargo_ends() {
        contest.nominate().statusCode(201);
        Contest.whenNomineesArePublic();
        announcement.announce();
        announcement.announce();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().queryParam("subject", "nominees/" + contest.category)
                        .get(Contest.EDITION + "/changes")
                        .then()
                        .statusCode(200)
                        .body("items.type", contains("org.wsisforum.awards.nominees.published.v1"))
                        .body("items[0]", not(hasKey("actor"))));
    }

    @Test
    void who_is_taken_out_afterwards_is_replaced_in_public_and_the_reason_is_not() {
        contest.nominate().statusCode(201);
        Contest.whenNomineesArePublic();
        announcement.announce();
        Contest.manager()
                .contentType("application/json")
                .body("{\"reason\": \"A past winner.\"}")
                .put(Contest.EDITION + "/results/" + contest.category + "/nomination/taken-out/" + nominated.get(0))
                .then()
                .statusCode(200);
        ofCategory().then().body("items.project", contains(nominated.get(1)));
        assertThat(ofCategory().asString()).doesNotContain("past winner");
        given().queryParam("subject", "nominees/" + contest.category)
                .get(Contest.EDITION + "/changes")
                .then()
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.awards.nominees.published.v1",
                                "org.wsisforum.awards.nominees.changed.v1"));
    }

    @Test
    void nothing_public_is_ever_told_of_who_judged_what() {
        contest.nominate().statusCode(201);
        Contest.whenNomineesArePublic();
        announcement.announce();
        var since = "";
        for (var page = 0; page < 50; page++) {
            var answer = given().queryParam("limit", 200)
                    .queryParam("since", since)
                    .get(Contest.EDITION + "/changes")
                    .then()
                    .extract();
            assertThat(answer.asString())
                    .doesNotContain("assignments/")
                    .doesNotContain("reviews/")
                    .doesNotContain("screenings/")
                    .doesNotContain("experts/")
                    .doesNotContain("results/");
            if (answer.jsonPath().getList("items").size() < 200) {
                return;
            }
            since = answer.path("cursor");
        }
    }
}
