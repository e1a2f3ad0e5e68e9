package org.wsisforum.awards.review;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.awards.project.Entrant;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;

/** A category of the edition 2031 that one test has for itself, with projects, experts and scores, all made through the API. */
public final class Contest {

    public static final String EDITION = "/awards/v1/editions/2031";

    private static final AtomicInteger NUMBERS = new AtomicInteger(300);
    private static final List<String> CRITERIA = List.of(
            "compliance",
            "relevance",
            "results-and-impact",
            "community-empowerment",
            "sdgs",
            "replicability",
            "sustainability",
            "partnerships",
            "wsis-values");

    public final int category = NUMBERS.incrementAndGet();

    public Contest() {
        manager()
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body("""
                        {"number":%d,"actionLine":"C9","name":{"en":{"value":"Media","status":"official"}}}""".formatted(category))
                .put(EDITION + "/categories/" + category)
                .then()
                .statusCode(201);
    }

    public static void whileProjectsAreHandedIn() {
        ForumTime.is("2031-01-10T12:00+01:00");
    }

    public static void whileExpertsJudge() {
        ForumTime.is("2031-02-10T12:00+01:00");
    }

    static void whenNomineesArePublic() {
        ForumTime.is("2031-03-01T00:00:01+01:00");
    }

    public static RequestSpecification manager() {
        return given().header(
                        "Authorization",
                        TestCredentials.of(
                                "manager", Role.AWARDS_MANAGER, "awards:tally", "awards:review", "awards:read"));
    }

    public static RequestSpecification expert(String subject) {
        return given().header(
                        "Authorization", TestCredentials.of(subject, Role.EXPERT, "awards:review", "awards:read"));
    }

    public static RequestSpecification participant(String subject) {
        return given().header("Authorization", TestCredentials.of(subject, Role.PARTICIPANT, "awards:submit"));
    }

    static RequestSpecification once(RequestSpecification request) {
        return request.header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
    }

    /** A project of this category that takes part; its entity is of its own unless one is named. */
    public String project(String title, String entity, String country) {
        whileProjectsAreHandedIn();
        var owner = "owner-of-" + title.replaceAll("[^A-Za-z0-9]", "-") + "-" + category;
        var words = Entrant.words(160);
        var created = once(participant(owner))
                .contentType("application/json; charset=utf-8")
                .body("""
                        {
                          "category": %d, "title": "%s", "description": "%s",
                          "linkages": [{"goal": 3, "how": "By what it does."}],
                          "objectives": "a", "impact": "b", "results": "c", "addedValue": "d",
                          "partnerships": "e", "challenges": "f", "startsOn": "2028-04-01",
                          "stakeholderType": "government", "entity": "%s", "country": "%s",
                          "contact": {"name": "Secret Person", "email": "secret@example.org"}
                        }""".formatted(category, title + " " + category, words, entity + " " + category, country))
                .post(EDITION + "/projects")
                .then()
                .statusCode(201)
                .extract();
        String id = created.path("id");
        participant(owner)
                .header("If-Match", created.header("ETag"))
                .post(EDITION + "/projects/" + id + "/submit")
                .then()
                .statusCode(200);
        whileExpertsJudge();
        return id;
    }

    public String project(String title) {
        return project(title, "Entity of " + title, "KI");
    }

    void withdraw(String title, String project) {
        participant("owner-of-" + title.replaceAll("[^A-Za-z0-9]", "-") + "-" + category)
                .header("If-Match", "*")
                .post(EDITION + "/projects/" + project + "/withdraw")
                .then()
                .statusCode(200);
    }

    /** The subject of a new expert of this category, at home in a country where no project is unless a test says so. */
    public String judge(String name, String country, String entity, String... collaborators) {
        var subject = name + "-" + category;
        expertIs(subject, "If-None-Match", country, entity, collaborators).statusCode(201);
        return subject;
    }

    public String judge(String name) {
        return judge(name, "CH", null);
    }

    public ValidatableResponse expertIs(
            String subject, String condition, String country, String entity, String... collaborators) {
        return manager()
                .header(condition, "*")
                .contentType("application/json")
                .body("""
                        {"categories": [%d], "country": "%s", "entity": %s, "collaborators": [%s]}""".formatted(
                        category,
                        country,
                        entity == null ? "null" : "\"" + entity + "\"",
                        Arrays.stream(collaborators).map(c -> "\"" + c + "\"").collect(Collectors.joining(","))))
                .put(EDITION + "/experts/" + subject)
                .then();
    }

    public static ValidatableResponse assign(String project, String expert) {
        return manager().put(EDITION + "/assignments/" + project + "/" + expert).then();
    }

    /** A body that scores every criterion with the same number, which is then the weighted mean too. */
    static String allScored(int score) {
        return "{\"scores\":{"
                + CRITERIA.stream().map(code -> "\"" + code + "\":" + score).collect(Collectors.joining(","))
                + "}}";
    }

    static ValidatableResponse score(String project, String expert, int score) {
        return expert(expert)
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body(allScored(score))
                .put(EDITION + "/reviews/" + project)
                .then();
    }

    /** Assigns and scores. */
    static void judged(String project, String expert, int score) {
        assign(project, expert).statusCode(200);
        score(project, expert, score).statusCode(201);
    }

    static void eligible(String project) {
        manager()
                .header("If-None-Match", "*")
                .contentType("application/json")
                .body("{\"eligible\": true}")
                .put(EDITION + "/screenings/" + project)
                .then()
                .statusCode(201);
    }

    ValidatableResponse result() {
        return manager().get(EDITION + "/results/" + category).then().statusCode(200);
    }

    ValidatableResponse nominate() {
        return once(manager())
                .post(EDITION + "/results/" + category + "/nomination")
                .then();
    }
}
