package org.wsisforum.awards.project;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;

/** Somebody who hands in projects for the edition 2031. */
public final class Entrant {

    static final String PROJECTS = "/awards/v1/editions/2031/projects";

    private final String subject = "entrant-" + UUID.randomUUID();

    String subject() {
        return subject;
    }

    /** A request of this person. */
    RequestSpecification asks() {
        return given().header("Authorization", TestCredentials.of(subject, Role.PARTICIPANT, "awards:submit"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    /** Begins a project, and returns its address. */
    String begins(String json) {
        return asks().body(json).post(PROJECTS).then().statusCode(201).extract().header("Location");
    }

    /** Begins a project that lacks nothing, under a title that no other has. */
    String beginsAWholeOne() {
        return begins(whole("Project " + UUID.randomUUID(), "Entity " + UUID.randomUUID()));
    }

    Response patches(String project, String json) {
        return asks().contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", tag(project))
                .body(json)
                .patch(project);
    }

    Response submits(String project) {
        return asks().header("If-Match", tag(project)).post(project + "/submit");
    }

    Response withdraws(String project) {
        return asks().header("If-Match", tag(project)).post(project + "/withdraw");
    }

    String tag(String project) {
        return asks().get(project).header("ETag");
    }

    /** A form that lacks nothing. */
    static String whole(String title, String entity) {
        return """
                {
                  "category": 1,
                  "title": "%s",
                  "description": "%s",
                  "linkages": [{"goal": 3, "how": "Doctors see patients who had none."}],
                  "objectives": "To see every patient.",
                  "impact": "Twenty islands, 3000 patients a year.",
                  "results": "Shorter ways.",
                  "addedValue": "Nobody did it before.",
                  "partnerships": "With the university.",
                  "challenges": "Electricity.",
                  "startsOn": "2028-04-01",
                  "website": "https://telemedicine.example",
                  "stakeholderType": "government",
                  "entity": "%s",
                  "country": "KI",
                  "contact": {"name": "Tekinati", "email": "tekinati@telemedicine.example"}
                }""".formatted(title, words(173), entity);
    }

    /** So many words, in which no two texts are alike. */
    public static String words(int count) {
        return ThreadLocalRandom.current()
                .longs(count, 1L << 40, 1L << 50)
                .mapToObj(number -> Long.toString(number, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
    }
}
