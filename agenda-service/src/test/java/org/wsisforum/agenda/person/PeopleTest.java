package org.wsisforum.agenda.person;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** The people of the programme, before the programme shows them. */
@ForumTest
class PeopleTest {

    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String GOOD = """
            {"honorific":"H.E. Mr. Amb.","name":"Aline Favre","position":"Minister of Communications",
             "entity":"Federal Department","country":"CH","account":"account-of-aline",
             "biography":{"en":{"value":"Before she was minister."}}}""";

    private static RequestSpecification as(String role) {
        return RestAssured.given()
                .header("Authorization", TestCredentials.of("someone", role, "agenda:read", "agenda:write"))
                .contentType("application/json; charset=utf-8");
    }

    private static ValidatableResponse add(String input) {
        return as("programme-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(input)
                .post(Programme.PEOPLE)
                .then();
    }

    private static String added(String input) {
        return Programme.PEOPLE + "/" + add(input).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse patch(String person, String patch) {
        return as("programme-manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", tag(person))
                .body(patch)
                .patch(person)
                .then();
    }

    private static String tag(String person) {
        return as("programme-manager")
                .get(person + "?release=draft")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    @Test
    void a_person_is_added_under_an_id_that_nobody_can_choose() {
        add(GOOD)
                .statusCode(201)
                .header("Location", matchesPattern(".*/agenda/v1/editions/2021/people/[0-9a-f-]{36}"))
                .body("honorific", is("H.E. Mr. Amb."))
                .body("name", is("Aline Favre"))
                .body("countryName.fr.value", is("Suisse"))
                .body("account", is("account-of-aline"))
                .body("listed", is(false));
        add(GOOD.replace("\"name\"", "\"id\":\"0190b0a2-5c7a-7000-8000-000000000021\",\"name\""))
                .statusCode(400)
                .body("code", is("malformed-request"));
    }

    @Test
    void the_same_request_adds_one_person() {
        var key = UUID.randomUUID().toString();
        var request = as("programme-manager").header("Idempotency-Key", key).body(GOOD);
        var id = request.post(Programme.PEOPLE).then().statusCode(201).extract().<String>path("id");
        as("programme-manager")
                .header("Idempotency-Key", key)
                .body(GOOD)
                .post(Programme.PEOPLE)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", is(id));
        as("programme-manager").body(GOOD).post(Programme.PEOPLE).then().statusCode(400);
    }

    @Test
    void somebody_whom_no_session_shows_is_seen_by_those_who_make_the_programme_alone() {
        var person = added(GOOD);
        when().get(person).then().statusCode(404).body("code", is("not-found"));
        when().get(Programme.PEOPLE + "?count=exact")
                .then()
                .body("items", empty())
                .body("count", is(0));
        for (var role : List.of("participant", "session-organizer", "focal-point", "partner", "service")) {
            as(role).get(person).then().statusCode(404);
            as(role).get(Programme.PEOPLE).then().body("items", empty());
            as(role).get(person + "?release=draft").then().statusCode(403);
            as(role).get(Programme.PEOPLE + "?release=draft").then().statusCode(403);
        }
        RestAssured.given()
                .header("Authorization", TestCredentials.of("m", "programme-manager", "agenda:write"))
                .get(person + "?release=draft")
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
        for (var role : List.of("programme-manager", "secretariat")) {
            as(role).get(person).then().statusCode(404);
            as(role).get(person + "?release=draft").then().statusCode(200).body("account", is("account-of-aline"));
            as(role).get(Programme.PEOPLE + "?release=draft").then().body("items.name", contains("Aline Favre"));
        }
    }

    @Test
    void nobody_else_is_told_of_somebody_whom_no_session_shows() {
        var before = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        var tag = when().get(Programme.PEOPLE).then().extract().header("ETag");
        var person = added(GOOD);
        patch(person, "{\"position\":\"Ambassador\"}").statusCode(200);
        given().queryParam("since", before).get(CHANGES).then().body("items", empty());
        when().get(Programme.PEOPLE).then().header("ETag", is(tag));
        await().untilAsserted(() -> as("secretariat")
                .get(person + "/history")
                .then()
                .body(
                        "items.type",
                        contains("org.wsisforum.agenda.person.added.v1", "org.wsisforum.agenda.person.revised.v1")));
    }

    @Test
    void a_name_is_kept_in_one_form_in_any_script() {
        for (var name : List.of("Ольга Кавалли", "王小明", "عائشة بنت محمد", "Søren Ó Néill", "ნინო")) {
            var apart = Normalizer.normalize(name, Normalizer.Form.NFD);
            add(GOOD.replace("Aline Favre", " " + apart + " "))
                    .statusCode(201)
                    .body("name", is(Normalizer.normalize(name, Normalizer.Form.NFC)));
        }
    }

    @Test
    void a_person_who_breaks_a_rule_is_refused_by_name_of_the_field() {
        for (var bad : List.of(
                List.of(GOOD.replace("Aline Favre", "a\\u202eb"), "/name"),
                List.of(GOOD.replace("Aline Favre", "a\\u0007b"), "/name"),
                List.of(GOOD.replace("Aline Favre", " "), "/name"),
                List.of(GOOD.replace("Aline Favre", "x".repeat(301)), "/name"),
                List.of(GOOD.replace("H.E. Mr. Amb.", "\\u202dH.E."), "/honorific"),
                List.of(GOOD.replace("\"CH\"", "\"XX\""), "/country"),
                List.of(GOOD.replace("account-of-aline", "aline@example.org"), "/account"),
                List.of(GOOD.replace("Before she", "x".repeat(5_001)), "/biography/en/value"))) {
            add(bad.getFirst()).statusCode(422).body("errors.pointer", contains(bad.getLast()));
        }
    }

    @Test
    void a_country_is_kept_as_a_code_and_people_are_chosen_by_it() {
        added(GOOD);
        added(GOOD.replace("\"CH\"", "\"rwa\"").replace("Aline", "Zoé"));
        as("secretariat")
                .queryParam("country", "RW")
                .queryParam("release", "draft")
                .get(Programme.PEOPLE)
                .then()
                .body("items.country", contains("RW"));
        when().get(Programme.PEOPLE + "?country=Atlantis")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", is("country"));
    }

    @Test
    void a_patch_changes_what_it_names_and_needs_the_version_that_was_seen() {
        var person = added(GOOD);
        var seen = tag(person);
        patch(person, "{\"honorific\":null,\"position\":\"Ambassador\"}")
                .statusCode(200)
                .body("$", not(hasKey("honorific")))
                .body("position", is("Ambassador"))
                .body("name", is("Aline Favre"));
        as("programme-manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body("{}")
                .patch(person)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        patch(person, "{\"name\":null}").statusCode(422).body("errors.pointer", contains("/name"));
    }

    @Test
    void somebody_who_stands_in_no_session_can_be_removed() {
        var person = added(GOOD);
        as("programme-manager").delete(person).then().statusCode(428);
        as("programme-manager")
                .header("If-Match", tag(person))
                .delete(person)
                .then()
                .statusCode(204);
        as("programme-manager").get(person + "?release=draft").then().statusCode(404);
    }

    @Test
    void the_organizer_of_a_session_adds_people_and_changes_none() {
        var id = as("session-organizer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(GOOD)
                .post(Programme.PEOPLE)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as("session-organizer")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"name\":\"Somebody else\"}")
                .patch(Programme.PEOPLE + "/" + id)
                .then()
                .statusCode(403);
    }
}
