package org.wsisforum.agenda.achievement;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

/** What came of sessions and statements is recorded, and published when they are over. */
@ForumTest
class RecordingOutcomesTest {

    private static final String OUTCOMES = "/agenda/v1/editions/2021/outcomes";
    private static final String START = "2021-04-01T10:00:00+02:00";
    private static final String END = "2021-04-01T11:00:00+02:00";

    @Test
    void an_outcome_is_published_when_its_session_is_over_and_not_before() {
        var session = Programme.added(Programme.session(START, END, false));
        var outcome = recorded(Programme.reader(), said(session));
        var before = when().get(OUTCOMES)
                .then()
                .statusCode(200)
                .body("items", empty())
                .extract()
                .header("ETag");
        ForumTime.is("2021-04-01T10:59:59+02:00");
        when().get(outcome).then().statusCode(404);
        assertThat(when().get(OUTCOMES).header("ETag")).isEqualTo(before);
        Programme.reader().get(outcome).then().statusCode(200);
        ForumTime.is(END);
        when().get(outcome)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("text.en.value", is("Three villages share one mast."))
                .body("actionLines", contains("C2"))
                .body("goals", contains(9))
                .body("links", contains("https://villages.example/mast.pdf"));
        when().get(OUTCOMES + "?session=" + session).then().body("items.size()", is(1));
        when().get(OUTCOMES + "?session=" + UUID.randomUUID()).then().body("items", empty());
    }

    @Test
    void an_outcome_of_a_session_that_no_release_shows_is_not_published() {
        var session = Programme.addedToDraft(Programme.session(START, END, false));
        var outcome = recorded(Programme.reader(), said(session));
        ForumTime.is(END);
        when().get(outcome).then().statusCode(404);
        Programme.release();
        when().get(outcome).then().statusCode(200);
    }

    @Test
    void an_outcome_serves_what_its_session_does_unless_it_says_something_else() {
        var session = Programme.added(Programme.session(START, END, false));
        recorder(said(session).replace("\"goals\"", "\"actionLines\":[\"С5\"],\"goals\""))
                .then()
                .body("actionLines", contains("C5"))
                .body("goals", empty());
    }

    @Test
    void the_organizer_of_the_session_records_corrects_and_takes_out_and_others_do_not() {
        var input = Programme.session(START, END, false)
                .replace("\"attendance\"", "\"organizerAccounts\":[\"org-1\"],\"attendance\"");
        var session = Programme.added(input);
        var outcome = recorded(organizer("org-1"), said(session));
        organizer("org-1").get(outcome).then().statusCode(200);
        organizer("org-2").get(outcome).then().statusCode(404);
        record(organizer("org-2"), said(session)).then().statusCode(403);
        patch(organizer("org-2"), outcome, "{\"goals\":[1]}").then().statusCode(403);
        patch(organizer("org-1"), outcome, "{\"goals\":[1]}")
                .then()
                .statusCode(200)
                .body("goals", contains(1));
        patch(organizer("org-1"), outcome, "{\"session\":\"" + UUID.randomUUID() + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/session"));
        organizer("org-1").delete(outcome).then().statusCode(428);
        organizer("org-1").header("If-Match", "*").delete(outcome).then().statusCode(204);
        Programme.reader().get(outcome).then().statusCode(404);
        Programme.reader()
                .get(outcome + "/history")
                .then()
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.agenda.outcome.recorded.v1",
                                "org.wsisforum.agenda.outcome.corrected.v1",
                                "org.wsisforum.agenda.outcome.removed.v1"));
    }

    @Test
    void of_a_statement_something_is_recorded_once_it_is_delivered() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, "2021-03-22T14:00:00Z").then().statusCode(200);
        var statement = office.statement().substring(Offices.STATEMENTS.length() + 1);
        var said = said(session).replace("\"text\"", "\"statement\":\"" + statement + "\",\"text\"");
        ForumTime.is("2021-03-22T15:10:00+01:00");
        // Its slot is over, and nobody has said that it was given.
        recorder(said).then().statusCode(409).body("code", is("statement-not-delivered"));
        Offices.delivers(office, "2021-03-22T14:00:00Z", "2021-03-22T14:03:00Z")
                .then()
                .statusCode(200);
        recorder(said).then().statusCode(201).body("statement", is(statement));
        recorder(said.replace(statement, UUID.randomUUID().toString()))
                .then()
                .statusCode(409)
                .body("code", is("statement-not-delivered"));
    }

    @Test
    void what_is_wrong_with_an_outcome_is_said_field_by_field() {
        var session = Programme.added(Programme.session(START, END, false));
        recorder("""
                        {"session":"%s","text":{"en":{"value":"A"}},"actionLines":["C12"],"goals":[0],
                         "links":["http://plain.example"]}""".formatted(session))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/actionLines/0", "/goals/0", "/links/0"));
        recorder(said(session).replace("Three villages", "a".repeat(5_000)))
                .then()
                .statusCode(422);
        recorder(said(UUID.randomUUID().toString())).then().statusCode(404);
    }

    private static String said(String session) {
        return """
                {"session":"%s","text":{"en":{"value":"Three villages share one mast."}},"goals":[],
                 "links":["https://villages.example/mast.pdf"]}""".formatted(session);
    }

    private static Response recorder(String said) {
        return record(Programme.reader(), said);
    }

    private static String recorded(RequestSpecification who, String said) {
        return record(who, said).then().statusCode(201).extract().header("Location");
    }

    private static Response record(RequestSpecification who, String said) {
        return who.header("Idempotency-Key", UUID.randomUUID().toString())
                .body(said)
                .post(OUTCOMES);
    }

    private static Response patch(RequestSpecification who, String outcome, String patch) {
        return who.contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(outcome);
    }

    private static RequestSpecification organizer(String account) {
        return RestAssured.given()
                .header(
                        "Authorization",
                        TestCredentials.of(account, "session-organizer", "agenda:read", "agenda:write"))
                .contentType("application/json");
    }
}
