package org.wsisforum.agenda.statement;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** The text of a statement is handed in before, and shown to everybody when it has been delivered. */
@ForumTest
class HandingInATextTest {

    private static final String START = "2021-03-22T14:00:00Z";
    private static final String END = "2021-03-22T14:03:00Z";
    private static final String TEXT = """
            {"fr":{"value":"Monsieur le Président, le secret de ce Forum est la coopération.","status":"official"},
             "ar":{"value":"السيد الرئيس","status":"unofficial"}}""";
    private static final String SECRET = "le secret de ce Forum";

    private static Office booked(String session) {
        var office = Offices.accepted();
        office.books(session, START).then().statusCode(200);
        return office;
    }

    @Test
    void a_text_comes_in_the_languages_of_the_edition() {
        var office = Offices.accepted();
        office.submits(TEXT)
                .then()
                .statusCode(200)
                .body("text.fr.value", containsString(SECRET))
                .body("text.fr.status", is("official"))
                .body("text.ar.value", is("السيد الرئيس"));
        office.read().then().body("text.fr.value", containsString(SECRET));
    }

    @Test
    void a_later_text_replaces_the_one_before() {
        var office = Offices.accepted();
        office.submits(TEXT).then().statusCode(200);
        office.submits("{\"en\":{\"value\":\"Mr Chairman\"}}")
                .then()
                .statusCode(200)
                .body("text.en.value", is("Mr Chairman"))
                .body("text", not(hasKey("fr")));
    }

    @Test
    void nobody_else_sees_the_text_before_it_is_delivered() {
        var session = Programme.withSlots();
        var office = booked(session);
        office.submits(TEXT).then().statusCode(200);
        ForumTime.is("2021-03-22T14:02:00Z");
        for (var address : List.of(
                Offices.STATEMENTS,
                office.statement(),
                Programme.SESSIONS,
                Programme.SESSIONS + "/" + session,
                Offices.STATEMENTS + "?lang=fr")) {
            when().get(address).then().statusCode(200).body(not(containsString(SECRET)));
            Offices.accepted().request().get(address).then().statusCode(200).body(not(containsString(SECRET)));
        }
        Offices.focalPoint("VA").get(office.statement()).then().body("$", not(hasKey("text")));
        // Those who prepare it do.
        Offices.staff("secretariat").get(office.statement()).then().body("text.fr.value", containsString(SECRET));
        Offices.focalPoint(office.country())
                .get(office.statement())
                .then()
                .body("text.fr.value", containsString(SECRET));
        office.request().get(Offices.STATEMENTS).then().body("items[0].text.fr.value", containsString(SECRET));
    }

    @Test
    void everybody_sees_the_text_once_it_is_delivered_and_not_when_its_time_is_up() {
        var office = booked(Programme.withSlots());
        office.submits(TEXT).then().statusCode(200);
        var before = when().get(office.statement()).header("ETag");
        ForumTime.is("2021-03-22T14:05:00Z");
        given().header("If-None-Match", before).get(office.statement()).then().statusCode(304);
        Offices.delivers(office, START, END).then().statusCode(200).body("state", is("delivered"));
        given().header("If-None-Match", before)
                .get(office.statement())
                .then()
                .statusCode(200)
                .body("state", is("delivered"))
                .body("delivery.startedAt", is(START))
                .body("delivery.endedAt", is(END))
                .body("checkAgainstDelivery", is(true))
                .body("text.fr.value", containsString(SECRET));
        when().get(Offices.STATEMENTS).then().body("items[0].text.fr.value", containsString(SECRET));
    }

    @Test
    void a_text_is_corrected_until_a_quarter_of_an_hour_after_its_delivery() {
        // WTDC-10: changes are accepted until 15 minutes after delivery, else the text is posted as it is.
        var office = booked(Programme.withSlots());
        office.submits(TEXT).then().statusCode(200);
        ForumTime.is("2021-03-22T14:05:00Z");
        Offices.delivers(office, START, END).then().statusCode(200);
        ForumTime.is("2021-03-22T14:17:59Z");
        office.submits("{\"en\":{\"value\":\"As it was said\"}}").then().statusCode(200);
        when().get(office.statement())
                .then()
                .body("text.en.value", is("As it was said"))
                .body("checkAgainstDelivery", is(false));
        ForumTime.is("2021-03-22T14:18:00Z");
        office.submits("{\"en\":{\"value\":\"Something else\"}}")
                .then()
                .statusCode(409)
                .body("code", is("statement-closed"));
        office.read().then().body("text.en.value", is("As it was said"));
    }

    @Test
    void a_text_is_no_longer_than_a_statement_may_last() {
        var office = Offices.accepted();
        office.submits("{\"en\":{\"value\":\"" + "word ".repeat(360) + "\"}}")
                .then()
                .statusCode(200);
        office.submits("{\"en\":{\"value\":\"" + "word ".repeat(361)
                        + "\"},\"fr\":{\"value\":\"court\"},\"zh\":{\"value\":\"" + "中".repeat(541) + "\"}}")
                .then()
                .statusCode(422)
                .body("code", is("text-too-long"))
                .body("errors.pointer", contains("/zh/value", "/en/value"))
                .body("errors[1].detail", is("361 words; 360 fit into 3 minutes."));
        office.read().then().body("text.keySet()", contains("en"));
    }

    @Test
    void what_is_no_text_is_refused() {
        var office = Offices.accepted();
        for (var bad : List.of("{}", "{\"en\":{\"value\":\" \"}}", "{\"en\":{\"value\":\"a\\u202eb\"}}")) {
            office.submits(bad).then().statusCode(422).body("code", is("validation-failed"));
        }
        office.submits("{\"en\":{\"value\":\"a\\u202eb\"}}").then().body("errors.pointer", contains("/en/value"));
        office.submits("{\"en\":{\"value\":\"" + "x".repeat(20_001) + "\"}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/en/value"));
        office.submits("{\"de\":{\"value\":\"Herr Präsident\"},\"fr\":{\"value\":\"Monsieur le Président\"}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/de"))
                .body("errors[0].detail", containsString("ar, zh, en, fr, ru and es"));
        for (var bad : List.of("{", "\"text\"", "{\"en\":\"Mr Chairman\"}")) {
            office.submits(bad).then().statusCode(400).body("code", is("malformed-request"));
        }
        office.submits("null").then().statusCode(422);
    }

    @Test
    void markup_in_a_text_is_refused_and_what_only_looks_like_it_is_not() {
        var office = Offices.accepted();
        office.submits(TEXT).then().statusCode(200);
        for (var markup : List.of(
                "<script>alert('x')</script>",
                "a <b>bold</b> word",
                "an end </p",
                "<!-- a remark -->",
                "fish &amp; chips",
                "&#x202e;")) {
            office.submits("{\"en\":{\"value\":\"" + markup + "\"}}")
                    .then()
                    .statusCode(422)
                    .body("code", is("markup-in-text"))
                    .body("errors.pointer", contains("/en/value"));
        }
        // Nothing is lost.
        office.read().then().body("text.fr.value", containsString(SECRET));
        for (var plain : List.of("a < b & c > d", "Q&A; **stars** {{7*7}}", "R&D: 3 <4")) {
            office.submits("{\"en\":{\"value\":\"" + plain + "\"}}")
                    .then()
                    .statusCode(200)
                    .body("text.en.value", is(plain));
        }
    }

    @Test
    void the_text_needs_the_version_that_was_seen() {
        var office = Offices.accepted();
        office.request().body(TEXT).put(office.statement() + "/text").then().statusCode(428);
        office.request()
                .header("If-Match", "\"v7-x\"")
                .body(TEXT)
                .put(office.statement() + "/text")
                .then()
                .statusCode(412);
    }

    @Test
    void that_a_text_was_handed_in_is_for_those_who_prepare_the_session() {
        var changes = "/agenda/v1/editions/2021/changes";
        var office = Offices.accepted();
        var cursor = when().get(changes + "?since=now").jsonPath().getString("cursor");
        office.submits(TEXT).then().statusCode(200);
        given().queryParam("since", cursor).get(changes).then().body("items", empty());
        Offices.staff("programme-manager")
                .queryParam("since", cursor)
                .get(changes)
                .then()
                .body("items.type", hasItem("org.wsisforum.agenda.statement.text-submitted.v1"))
                .body(not(containsString(SECRET)));
    }
}
