package org.wsisforum.awards.review;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.testing.Answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/** An expert who does not judge a project learns nothing of it, not even that it exists, and nothing of who does. */
@AwardsTest
class WhatAnUnassignedExpertSeesTest {

    private Contest contest;
    private String curious;
    private String project;

    @BeforeEach
    void a_project_that_others_judge() {
        contest = new Contest();
        curious = contest.judge("curious");
        project = contest.project("P");
        Contest.judged(project, contest.judge("anna"), 4);
        Contest.eligible(project);
        Contest.once(Contest.expert("anna-" + contest.category))
                .contentType("application/json")
                .body("{\"words\": \"Good.\"}")
                .post(Contest.EDITION + "/reviews/" + project + "/discussion")
                .then()
                .statusCode(201);
    }

    private record Endpoint(String method, String path, String body) {
        Response call(RequestSpecification request, String project) {
            if (body != null) {
                request.contentType("application/json").body(body);
            }
            return request.request(method, Contest.EDITION + path.replace("{project}", project));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static Stream<Endpoint> everything() {
        return Stream.of(
                new Endpoint("GET", "/reviews/{project}", null),
                new Endpoint("PUT", "/reviews/{project}", Contest.allScored(3)),
                new Endpoint("PUT", "/reviews/{project}", "{\"scores\": {\"unknown\": 99}}"),
                new Endpoint("GET", "/reviews/{project}/discussion?count=exact", null),
                new Endpoint("POST", "/reviews/{project}/discussion", "{\"words\": \"Hello?\"}"),
                new Endpoint("GET", "/screenings/{project}", null),
                new Endpoint("PUT", "/screenings/{project}", "{\"eligible\": true}"),
                new Endpoint("PUT", "/assignments/{project}/conflict", "{\"reason\": \"Curious.\"}"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_project_of_others_and_one_that_is_not_there_are_the_same(Endpoint endpoint) {
        for (var condition : new String[] {"If-None-Match", "If-Match", "X-Nothing"}) {
            for (var phase : new Runnable[] {Contest::whileExpertsJudge, Contest::whenNomineesArePublic}) {
                phase.run();
                var existing =
                        endpoint.call(Contest.once(Contest.expert(curious)).header(condition, "*"), project);
                var none = UUID.randomUUID().toString();
                var absent = endpoint.call(Contest.once(Contest.expert(curious)).header(condition, "*"), none);
                assertThat(existing.statusCode()).isEqualTo(404);
                assertThat(Answers.said(existing))
                        .isEqualTo(Answers.said(absent).replace(none, project));
                assertThat(names(existing)).isEqualTo(names(absent));
            }
        }
    }

    /** What takes time is what the database is asked: the same questions, so the same time. */
    @ParameterizedTest
    @MethodSource("everything")
    void the_database_is_asked_the_same_for_both(Endpoint endpoint) {
        Contest.whileExpertsJudge();
        for (var condition : new String[] {"If-None-Match", "If-Match"}) {
            var existing = statements(
                    () -> endpoint.call(Contest.once(Contest.expert(curious)).header(condition, "*"), project));
            var absent = statements(() -> endpoint.call(
                    Contest.once(Contest.expert(curious)).header(condition, "*"),
                    UUID.randomUUID().toString()));
            assertThat(existing).isNotEmpty().isEqualTo(absent);
        }
    }

    /** The listener can tell two requests apart: whoever judges the project is shown it, which takes more questions. */
    @Test
    void for_whoever_judges_the_project_the_database_is_asked_more() {
        var path = Contest.EDITION + "/reviews/";
        var judge = "anna-" + contest.category;
        assertThat(statements(() -> Contest.expert(judge).get(path + project)))
                .hasSizeGreaterThan(statements(() -> Contest.expert(curious).get(path + project))
                        .size());
    }

    private static List<String> statements(Runnable request) {
        var seen = new CopyOnWriteArrayList<String>();
        var logger = Logger.getLogger("org.hibernate.SQL");
        var listener = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord statement) {
                // Not those of jobs, which run by their own clock meanwhile.
                if (statement.getThreadName().startsWith("quarkus-virtual-thread")) {
                    seen.add(statement.getMessage());
                }
            }
        };
        logger.addHandler(listener);
        logger.setLevel(Level.DEBUG);
        try {
            request.run();
        } finally {
            logger.setLevel(null);
            logger.removeHandler(listener);
        }
        return seen;
    }

    private static Object names(Response answer) {
        return answer.headers().asList().stream().map(h -> h.getName()).sorted().toList();
    }

    @Test
    void what_the_manager_sees_is_closed_to_experts() {
        for (var path : new String[] {
            "/assignments",
            "/assignments/" + project + "/history",
            "/screenings/" + project + "/history",
            "/experts",
            "/experts/" + curious,
            "/results/" + contest.category,
            "/results/" + contest.category + "/nomination",
            "/results/" + contest.category + "/history",
            "/results/" + contest.category + "/reviews",
            "/projects/" + project,
            "/projects/" + project + "/history"
        }) {
            Contest.expert(curious).get(Contest.EDITION + path).then().statusCode(403);
        }
    }

    @Test
    void the_list_holds_what_the_expert_judges_and_nothing_else() {
        Contest.expert(curious)
                .get(Contest.EDITION + "/reviews")
                .then()
                .statusCode(200)
                .body("items", empty());
        Contest.expert("anna-" + contest.category)
                .get(Contest.EDITION + "/reviews")
                .then()
                .body("items.project", is(List.of(project)))
                .body("items.scored", is(List.of(true)));
    }

    @Test
    void the_changes_tell_experts_of_their_own_assignments_alone() {
        var subjects = Contest.expert(curious)
                .queryParam("since", "")
                .queryParam("limit", 200)
                .get(Contest.EDITION + "/changes")
                .asString();
        assertThat(subjects)
                .doesNotContain("assignments/" + project)
                .doesNotContain("reviews/" + project)
                .doesNotContain("screenings/" + project)
                .doesNotContain("anna-" + contest.category);
        var own = Contest.expert("anna-" + contest.category)
                .queryParam("subject", "assignments/*")
                .get(Contest.EDITION + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(own).contains("assignments/" + project + "/anna-" + contest.category);
    }
}
