package org.wsisforum.acceptance.journey;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import org.wsisforum.acceptance.Forum;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** The letter CL-21/4 and the offices that it is sent to: the common beginning of the journeys. */
final class CircularLetter {

    static final String REGISTRATION = "/registration/v1/editions/2021";
    static final String AGENDA = "/agenda/v1/editions/2021";

    private static final Map<String, Office> OFFICES = new ConcurrentHashMap<>();
    private static String letter;

    private CircularLetter() {}

    /** An office with the key of its letter. */
    record Office(String country, String invitation, String key, String link) {

        String path() {
            return REGISTRATION + "/invitations/" + invitation;
        }

        ValidatableResponse answers(String body) {
            return Forum.office(key).body(body).post(path() + "/response").then();
        }

        /** The statement that an acceptance opens, once the agenda has learnt of it. */
        JsonPath statement() {
            return await().atMost(Duration.ofSeconds(30))
                    .until(this::statements, page -> !page.getList("items").isEmpty());
        }

        JsonPath statements() {
            return Forum.office(key)
                    .get(AGENDA + "/statements")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }
    }

    /** The id of the letter, which the secretariat writes once. */
    static synchronized String id() {
        if (letter == null) {
            Forum.timeIs("2021-02-15T10:00+01:00");
            letter = Forum.as("secretariat")
                    .body(Forum.resource("/letters/CL-21-4.json"))
                    .post(REGISTRATION + "/letters")
                    .then()
                    .statusCode(201)
                    .body("reference", is("CL-21/4"))
                    .extract()
                    .path("id");
        }
        return letter;
    }

    /** The minister's office of a country, invited with the letter. */
    static Office invited(String country, String honorific, String name, String title, String language) {
        return OFFICES.computeIfAbsent(country, c -> {
            var answer = Forum.as("secretariat")
                    .body(Map.of(
                            "letter",
                            id(),
                            "country",
                            country,
                            "language",
                            language,
                            "addressee",
                            Map.of("honorific", honorific, "name", name, "title", title)))
                    .post(REGISTRATION + "/invitations")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            return new Office(
                    country,
                    answer.getString("invitation.id"),
                    answer.getString("link.key"),
                    answer.getString("link.letter"));
        });
    }
}
