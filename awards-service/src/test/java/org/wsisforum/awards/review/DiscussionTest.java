package org.wsisforum.awards.review;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** Experts discuss a project without knowing each other. */
@AwardsTest
class DiscussionTest {

    private Contest contest;
    private String project;
    private String anna;
    private String bert;

    @BeforeEach
    void two_experts_judge_a_project() {
        contest = new Contest();
        project = contest.project("P");
        anna = contest.judge("anna");
        bert = contest.judge("bert");
        Contest.assign(project, anna);
        Contest.assign(project, bert);
    }

    private static ValidatableResponse say(RequestSpecification who, String project, String words) {
        return Contest.once(who)
                .contentType("application/json")
                .body("{\"words\": \"" + words + "\"}")
                .post(Contest.EDITION + "/reviews/" + project + "/discussion")
                .then();
    }

    private static ValidatableResponse heard(RequestSpecification who, String project) {
        return who.get(Contest.EDITION + "/reviews/" + project + "/discussion")
                .then()
                .statusCode(200);
    }

    @Test
    void experts_know_each_other_by_letters_and_the_manager_knows_them() {
        say(Contest.expert(bert), project, "First")
                .statusCode(201)
                .body("voice", is("Expert A"))
                .body("mine", is(true));
        say(Contest.expert(anna), project, "Second").body("voice", is("Expert B"));
        say(Contest.manager(), project, "Third")
                .body("voice", is("Awards manager"))
                .body("author", is("manager"));
        say(Contest.expert(bert), project, "Fourth").body("voice", is("Expert A"));

        var seen = heard(Contest.expert(anna), project)
                .body("items.words", contains("First", "Second", "Third", "Fourth"))
                .body("items.voice", contains("Expert A", "Expert B", "Awards manager", "Expert A"))
                .body("items.mine", contains(false, true, false, false))
                .body("items[0]", not(hasKey("author")))
                .extract()
                .asString();
        assertThat(seen).doesNotContain(bert).doesNotContain("\"manager\"");
        heard(Contest.manager(), project).body("items.author", contains(bert, anna, "manager", bert));
    }

    @Test
    void a_letter_means_nothing_in_another_project() {
        var other = contest.project("Q");
        Contest.assign(other, anna);
        Contest.assign(other, bert);
        say(Contest.expert(bert), project, "Here");
        say(Contest.expert(anna), other, "There").body("voice", is("Expert A"));
    }

    @Test
    void two_who_first_speak_at_once_get_two_letters() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> a =
                    () -> say(Contest.expert(anna), project, "a").extract().statusCode();
            Callable<Integer> b =
                    () -> say(Contest.expert(bert), project, "b").extract().statusCode();
            for (var answer : people.invokeAll(List.of(a, b))) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        heard(Contest.manager(), project).body("items.voice", containsInAnyOrder("Expert A", "Expert B"));
    }

    @Test
    void what_was_said_by_one_who_left_stays_under_the_same_letter() {
        say(Contest.expert(bert), project, "First");
        Contest.manager().delete(Contest.EDITION + "/assignments/" + project + "/" + bert);
        say(Contest.expert(bert), project, "Still there?").statusCode(404);
        say(Contest.expert(anna), project, "Second").body("voice", is("Expert B"));
        heard(Contest.expert(anna), project).body("items.voice", contains("Expert A", "Expert B"));
    }

    @Test
    void nothing_is_said_any_more_when_the_nominees_are_chosen() {
        Contest.whenNomineesArePublic();
        say(Contest.expert(anna), project, "Late").statusCode(409).body("code", is("review-closed"));
    }
}
