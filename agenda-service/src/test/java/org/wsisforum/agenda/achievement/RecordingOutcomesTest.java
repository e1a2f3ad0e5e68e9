package org.wsisforum.agenda.achievement;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
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
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What came of sessions and statements is recorded, and published when they are over. */
@ForumTest
class RecordingOutcomesTest {

    private static final String OUTCOMES = "/agenda/v1/editions/2021/outcomes";
    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String WHAT = "org.wsisforum.agenda.outcome.";
    private static final String START = "2021-04-01T10:00:00+02:00";
    private static final String END = "2021-04-01T11:00:00+02:00";

    private static final String SAYS = "{\"outcome\":{\"en\":{\"value\":\"We agreed.\"}}}";

    @Inject
    Publications publications;

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
    void who_changes_its_goals_alone_keeps_the_lines_that_are_shown() {
        var session = Programme.added(Programme.session(START, END, false));
        var outcome = recorded(Programme.reader(), said(session));
        // Of neither it says nothing still, whatever else is corrected.
        patch(Programme.reader(), outcome, "{\"links\":[]}").then().statusCode(200);
        patch(Programme.reader(), Programme.SESSIONS + "/" + session, "{\"actionLines\":[\"C5\"]}")
                .then()
                .statusCode(200);
        Programme.release();
        patch(Programme.reader(), outcome, "{\"goals\":[9,11]}")
                .then()
                .statusCode(200)
                .body("actionLines", contains("C5"))
                .body("goals", contains(9, 11));
        patch(Programme.reader(), outcome, "{\"actionLines\":[]}")
                .then()
                .body("actionLines", empty())
                .body("goals", contains(9, 11));
        // Without any of both it serves what its session does.
        patch(Programme.reader(), outcome, "{\"goals\":null}")
                .then()
                .body("actionLines", contains("C5"))
                .body("goals", contains(9));
        patch(Programme.reader(), outcome, "{\"goals\":[]}")
                .then()
                .body("actionLines", contains("C5"))
                .body("goals", empty());
        patch(Programme.reader(), outcome, "{\"actionLines\":[],\"goals\":[16]}")
                .then()
                .body("actionLines", empty())
                .body("goals", contains(16));
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
    void the_account_that_the_session_names_does_so_with_whatever_role_it_signs_in() {
        var input = Programme.session(START, END, false)
                .replace("\"attendance\"", "\"organizerAccounts\":[\"org-1\"],\"attendance\"");
        var session = Programme.added(input);
        var outcome = recorded(signedIn("org-1", "participant"), said(session));
        patch(signedIn("org-1", "expert"), outcome, "{\"goals\":[1]}").then().statusCode(200);
        patch(signedIn("org-2", "participant"), outcome, "{\"goals\":[1]}")
                .then()
                .statusCode(403);
        patch(signedIn("org-1", "partner"), outcome, "{\"goals\":[1]}").then().statusCode(403);
        signedIn("org-1", "participant")
                .header("If-Match", "*")
                .delete(outcome)
                .then()
                .statusCode(204);
    }

    @Test
    void an_organizer_and_the_secretariat_read_what_is_not_published_and_others_do_not() {
        var input = Programme.session(START, END, false)
                .replace("\"attendance\"", "\"organizerAccounts\":[\"org-1\"],\"attendance\"");
        var session = Programme.added(input);
        var outcome = recorded(organizer("org-1"), said(session));
        var id = outcome.substring(OUTCOMES.length() + 1);
        var ofSession = OUTCOMES + "?session=" + session;
        signedIn("org-1", "participant").get(ofSession).then().body("items.id", contains(id));
        signedIn("s", "secretariat").get(outcome).then().statusCode(200);
        signedIn("s", "secretariat").get(OUTCOMES).then().body("items.id", contains(id));
        for (var list : List.of(OUTCOMES, ofSession)) {
            signedIn("org-2", "participant").get(list).then().body("items", empty());
            when().get(list).then().body("items", empty());
        }
        // Of all sessions an organizer lists what everybody does.
        signedIn("org-1", "participant").get(OUTCOMES).then().body("items", empty());
    }

    @Test
    void a_session_of_which_outcomes_are_recorded_is_not_deleted() {
        var session = Programme.added(Programme.session(START, END, false));
        var outcome = recorded(Programme.reader(), said(session));
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(409)
                .body("code", is("session-has-outcomes"));
        Programme.reader().get(outcome).then().statusCode(200);
        Programme.reader().header("If-Match", "*").delete(outcome).then().statusCode(204);
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(204);
    }

    @Test
    void everybody_is_told_once_when_an_outcome_comes_to_be_read() {
        var session = Programme.added(Programme.session(START, END, false));
        var cursor = now();
        var outcome = recorded(Programme.reader(), said(session));
        var tag = Programme.reader().get(outcome).header("ETag");
        publications.tell();
        since(cursor).body("items", empty());
        ForumTime.is(END);
        publications.tell();
        publications.tell();
        since(cursor).body("items.type", contains(WHAT + "published.v1"));
        // Whoever is about to correct it has seen what there is.
        Programme.reader().get(outcome).then().header("ETag", is(tag));
        patch(Programme.reader(), outcome, "{\"goals\":[1]}").then().statusCode(200);
        Programme.reader().header("If-Match", "*").delete(outcome).then().statusCode(204);
        since(cursor)
                .body("items.type", contains(WHAT + "published.v1", WHAT + "changed.v1", WHAT + "unpublished.v1"))
                .body("items[0]", not(hasKey("actor")));
    }

    @Test
    void one_recorded_after_the_session_is_told_at_once_and_not_again() {
        var session = Programme.added(Programme.session(START, END, false));
        ForumTime.is(END);
        var cursor = now();
        recorded(Programme.reader(), said(session));
        publications.tell();
        since(cursor).body("items.type", contains(WHAT + "published.v1"));
    }

    @Test
    void everybody_is_told_when_a_release_shows_or_moves_the_session() {
        var session = Programme.addedToDraft(Programme.session(START, END, false));
        var outcome = recorded(Programme.reader(), said(session));
        ForumTime.is(END);
        var cursor = now();
        publications.tell();
        since(cursor).body("items", empty());
        Programme.release();
        publications.tell();
        since(cursor).body("items.type", contains(WHAT + "published.v1"));
        moves(session, "2021-04-01T11:00:00+02:00", "2021-04-01T12:00:00+02:00");
        when().get(outcome).then().statusCode(404);
        publications.tell();
        since(cursor).body("items.type", contains(WHAT + "published.v1", WHAT + "unpublished.v1"));
        ForumTime.is("2021-04-01T12:00:00+02:00");
        publications.tell();
        since(cursor)
                .body("items.type", contains(WHAT + "published.v1", WHAT + "unpublished.v1", WHAT + "published.v1"));
    }

    @Test
    void of_several_copies_of_the_service_one_tells() throws Exception {
        var session = Programme.added(Programme.session(START, END, false));
        for (var i = 0; i < 10; i++) {
            recorded(Programme.reader(), said(session));
        }
        ForumTime.is(END);
        var cursor = now();
        try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 8)
                    .mapToObj(i -> copies.submit(() -> publications.tell()))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
        since(cursor).body("items.size()", is(10)).body("items.subject.unique().size()", is(10));
    }

    @Test
    void an_outcome_that_says_nothing_of_its_own_serves_what_its_session_comes_to_serve() {
        var session = Programme.added(Programme.session(START, END, false));
        var outcome = recorded(Programme.reader(), said(session));
        ForumTime.is(END);
        patch(Programme.reader(), Programme.SESSIONS + "/" + session, "{\"actionLines\":[\"C5\"],\"goals\":[16]}")
                .then()
                .statusCode(200);
        // Everybody reads it of the session as it is released.
        when().get(outcome).then().body("actionLines", contains("C2")).body("goals", contains(9));
        Programme.release();
        when().get(outcome).then().body("actionLines", contains("C5")).body("goals", contains(16));
        when().get(OUTCOMES).then().body("items.actionLines", contains(List.of("C5")));
        when().get("/agenda/v1/editions/2021/sdgs/16/report").then().body("outcomes.session", contains(session));
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
    void an_outcome_of_a_statement_is_read_only_while_that_is_delivered() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, "2021-03-22T14:00:00Z").then().statusCode(200);
        ForumTime.is("2021-03-22T15:10:00+01:00");
        Offices.delivers(office, "2021-03-22T14:00:00Z", "2021-03-22T14:03:00Z")
                .then()
                .statusCode(200);
        var cursor = now();
        var outcome = recorded(
                Programme.reader(),
                said(session).replace("\"text\"", "\"statement\":\"" + office.id() + "\",\"text\""));
        var ofSession = recorded(Programme.reader(), said(session)).substring(OUTCOMES.length() + 1);
        var report = "/agenda/v1/editions/2021/sdgs/9/report";
        when().get(outcome).then().statusCode(200);
        when().get(OUTCOMES).then().body("items.size()", is(2));
        when().get(report).then().body("counts.outcomes", is(2));

        Offices.staff("secretariat")
                .header("If-Match", office.tag())
                .delete(office.statement() + "/delivery")
                .then()
                .statusCode(200);
        when().get(outcome).then().statusCode(404);
        when().get(OUTCOMES).then().body("items.id", contains(ofSession));
        when().get(report).then().body("outcomes.id", contains(ofSession)).body("counts.outcomes", is(1));
        Programme.reader().get(outcome).then().statusCode(200);
        publications.tell();
        publications.tell();
        since(cursor)
                .body("items.type", contains(WHAT + "published.v1", WHAT + "published.v1", WHAT + "unpublished.v1"))
                .body("items[2].subject", is(outcome.substring(outcome.indexOf("outcomes/"))));

        Offices.delivers(office, "2021-03-22T14:00:00Z", "2021-03-22T14:03:00Z")
                .then()
                .statusCode(200);
        when().get(outcome).then().statusCode(200);
        publications.tell();
        since(cursor).body("items.size()", is(4)).body("items[3].type", is(WHAT + "published.v1"));
    }

    @Test
    void what_a_session_itself_says_is_told_once_when_it_ends() {
        var session = Programme.added(Programme.session(START, END, false));
        patch(Programme.reader(), Programme.SESSIONS + "/" + session, SAYS)
                .then()
                .statusCode(200);
        Programme.release();
        var cursor = now();
        publications.tell();
        ofSession(session, cursor).body("items", empty());
        ForumTime.is(END);
        var tag = Programme.tag(session);
        publications.tell();
        publications.tell();
        ofSession(session, cursor)
                .body("items.type", contains("org.wsisforum.agenda.session.changed.v1"))
                .body("items.data.fields", contains(List.of("outcome")))
                .body("items[0]", not(hasKey("actor")));
        // Whoever is about to change the session has seen what there is.
        assertThat(Programme.tag(session)).isEqualTo(tag);
        moves(session, "2021-04-01T11:00:00+02:00", "2021-04-01T12:00:00+02:00");
        publications.tell();
        ForumTime.is("2021-04-01T12:00:00+02:00");
        publications.tell();
        ofSession(session, cursor)
                .body(
                        "items.data.fields",
                        contains(List.of("outcome"), List.of("startsAt", "endsAt", "outcome"), List.of("outcome")));
    }

    @Test
    void what_a_release_tells_of_a_session_that_is_over_is_not_told_again() {
        var session = Programme.added(Programme.session(START, END, false));
        ForumTime.is(END);
        var cursor = now();
        publications.tell();
        patch(Programme.reader(), Programme.SESSIONS + "/" + session, SAYS)
                .then()
                .statusCode(200);
        Programme.release();
        publications.tell();
        publications.tell();
        ofSession(session, cursor).body("items.data.fields", contains(List.of("outcome")));
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
        return signedIn(account, "session-organizer");
    }

    private static RequestSpecification signedIn(String account, String role) {
        return RestAssured.given()
                .header("Authorization", TestCredentials.of(account, role, "agenda:read", "agenda:write"))
                .contentType("application/json");
    }

    private static void moves(String session, String startsAt, String endsAt) {
        patch(
                        Programme.reader(),
                        Programme.SESSIONS + "/" + session,
                        "{\"startsAt\":\"" + startsAt + "\",\"endsAt\":\"" + endsAt + "\"}")
                .then()
                .statusCode(200);
        Programme.release();
    }

    private static String now() {
        return when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
    }

    /** What everybody was told of a session. */
    private static ValidatableResponse ofSession(String session, String cursor) {
        return RestAssured.given()
                .queryParam("since", cursor)
                .queryParam("subject", "sessions/" + session)
                .get(CHANGES)
                .then();
    }

    /** What everybody was told of outcomes. */
    private static ValidatableResponse since(String cursor) {
        return RestAssured.given()
                .queryParam("since", cursor)
                .queryParam("subject", "outcomes/*")
                .get(CHANGES)
                .then();
    }
}
