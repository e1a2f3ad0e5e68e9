package org.wsisforum.agenda.session;

import java.util.List;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** A session is drafted, scheduled, live, over, postponed, cancelled; what is a draft is nobody else's business. */
@ForumTest
class StatesOfASessionTest {

    private static final String START = "2021-04-01T10:00:00+02:00";
    private static final String END = "2021-04-01T11:00:00+02:00";
    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String WHAT = "org.wsisforum.agenda.session.";

    private static String drafted() {
        return Programme.drafted(Programme.session(START, END, false));
    }

    private static String scheduled() {
        return Programme.added(Programme.session(START, END, false));
    }

    private static ValidatableResponse patch(String session, String patch) {
        return Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then();
    }

    private static ValidatableResponse bring(String verb, String session) {
        return Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + session + "/" + verb)
                .then();
    }

    private static ValidatableResponse shown(String session) {
        return when().get(Programme.SESSIONS + "/" + session).then();
    }

    private static String now() {
        return when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
    }

    private static ValidatableResponse since(String cursor) {
        return given().queryParam("since", cursor).get(CHANGES).then();
    }

    @Test
    void a_draft_is_read_by_programme_managers_alone() {
        var draft = drafted();
        Programme.reader()
                .get(Programme.SESSIONS + "/" + draft + "?release=draft")
                .then()
                .statusCode(200)
                .body("state", is("draft"));
        Programme.reader()
                .queryParam("state", "draft")
                .queryParam("release", "draft")
                .get(Programme.SESSIONS)
                .then()
                .body("items.id", contains(draft));
        Programme.releaseIfNew();
        shown(draft).statusCode(404).body("code", is("not-found"));
        Programme.reader().get(Programme.SESSIONS + "/" + draft).then().statusCode(404);
        for (var role : List.of("participant", "secretariat", "session-organizer", "analyst", "partner", "service")) {
            var credential = TestCredentials.of("somebody", role, "agenda:read", "agenda:write");
            var makesOne = role.equals("session-organizer");
            given().header("Authorization", credential)
                    .get(Programme.SESSIONS + "/" + draft + "?release=draft")
                    .then()
                    .statusCode(makesOne ? 404 : 403);
            given().header("Authorization", credential)
                    .queryParam("release", "draft")
                    .get(Programme.SESSIONS)
                    .then()
                    .statusCode(makesOne ? 200 : 403)
                    .body(makesOne ? "items" : "errors", makesOne ? empty() : nullValue());
            given().header("Authorization", credential)
                    .queryParam("state", "draft")
                    .get(Programme.SESSIONS)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        when().get(Programme.SESSIONS + "?release=draft").then().statusCode(403);
        given().header("Authorization", TestCredentials.of("m", "programme-manager", "agenda:write"))
                .get(Programme.SESSIONS + "?release=draft")
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
    }

    @Test
    void nothing_that_everybody_sees_changes_with_a_draft() {
        var list = Programme.SESSIONS + "?count=exact&limit=200";
        var tag = when().get(list).then().body("count", is(22)).extract().header("ETag");
        var cursor = now();
        var draft = drafted();
        patch(draft, "{\"title\":{\"en\":{\"value\":\"Another\"}},\"startsAt\":\"2021-04-01T09:00:00+02:00\"}")
                .statusCode(200);
        when().get(list).then().header("ETag", is(tag)).body("items.id", not(hasItem(draft)));
        bring("postpone", draft).statusCode(409).body("code", is("session-not-scheduled"));
        bring("cancel", draft).statusCode(409).body("code", is("session-not-scheduled"));
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + draft)
                .then()
                .statusCode(204);
        Programme.releaseIfNew();
        since(cursor).body("items", empty());
        when().get(list).then().header("ETag", is(tag));
        given().header("Authorization", TestCredentials.of("m", "programme-manager", "agenda:read"))
                .queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body(
                        "items.findAll { it.subject == 'sessions/" + draft + "' }.type",
                        contains(WHAT + "drafted.v1", WHAT + "draft-changed.v1", WHAT + "draft-deleted.v1"));
    }

    @Test
    void the_history_of_a_draft_is_not_for_the_secretariat() {
        var draft = drafted();
        var history = Programme.SESSIONS + "/" + draft + "/history";
        given().header("Authorization", TestCredentials.of("s", "secretariat", "agenda:read"))
                .get(history)
                .then()
                .statusCode(404);
        Programme.reader().get(history).then().statusCode(200).body("items.type", contains(WHAT + "drafted.v1"));
    }

    @Test
    void no_slot_is_given_in_a_draft() {
        var draft =
                Programme.drafted(Programme.session("2021-03-22T15:00:00+01:00", "2021-03-22T15:10:00+01:00", true));
        Offices.staff("secretariat")
                .get(Programme.SESSIONS + "/" + draft + "/slots")
                .then()
                .statusCode(404);
        Offices.accepted()
                .books(draft, "2021-03-22T15:00:00+01:00")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/session"));
    }

    @Test
    void a_draft_that_is_scheduled_is_new_to_everybody() {
        var draft = drafted();
        var cursor = now();
        bring("schedule", draft).statusCode(200).body("state", is("scheduled"));
        bring("schedule", draft).statusCode(200);
        shown(draft).statusCode(404);
        since(cursor).body("items", empty());
        Programme.release();
        shown(draft).statusCode(200).body("state", is("scheduled"));
        given().queryParam("since", cursor)
                .queryParam("subject", "sessions/*")
                .get(CHANGES)
                .then()
                .body("items.type", contains(WHAT + "created.v1"))
                .body("items.subject", contains("sessions/" + draft));
    }

    @Test
    void a_session_is_live_and_over_by_itself() {
        var session = scheduled();
        var tag = shown(session).body("state", is("scheduled")).extract().header("ETag");
        var cursor = now();
        ForumTime.is(START);
        shown(session).body("state", is("live"));
        when().get(Programme.SESSIONS + "?state=live").then().body("items.id", contains(session));
        given().header("If-None-Match", tag)
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
        ForumTime.is(END);
        shown(session).body("state", is("ended"));
        when().get(Programme.SESSIONS + "?state=live").then().body("items", empty());
        since(cursor).body("items", empty());
    }

    @Test
    void a_session_is_postponed_given_another_time_and_scheduled_again() {
        var session = scheduled();
        var cursor = now();
        bring("postpone", session).statusCode(200).body("state", is("postponed"));
        Programme.release();
        shown(session).statusCode(200).body("state", is("postponed"));
        patch(session, "{\"startsAt\":\"2021-04-02T10:00:00+02:00\",\"endsAt\":\"2021-04-02T11:00:00+02:00\"}")
                .statusCode(200)
                .body("state", is("postponed"));
        Programme.release();
        bring("schedule", session).statusCode(200).body("state", is("scheduled"));
        Programme.release();
        given().queryParam("since", cursor)
                .queryParam("subject", "sessions/*")
                .get(CHANGES)
                .then()
                .body("items.type", contains(WHAT + "postponed.v1", WHAT + "moved.v1", WHAT + "rescheduled.v1"))
                .body("items[0].data.fields", contains("state"));
    }

    @Test
    void a_cancelled_session_is_still_shown() {
        var session = scheduled();
        var cursor = now();
        bring("cancel", session).statusCode(200).body("state", is("cancelled"));
        Programme.release();
        shown(session).statusCode(200).body("state", is("cancelled"));
        when().get(Programme.SESSIONS + "?state=cancelled").then().body("items.id", contains(session));
        given().queryParam("since", cursor)
                .queryParam("subject", "sessions/*")
                .get(CHANGES)
                .then()
                .body("items.type", contains(WHAT + "cancelled.v1"));
        bring("cancel", session).statusCode(200);
        bring("postpone", session).statusCode(409).body("code", is("session-not-scheduled"));
        // Somebody cancelled the wrong one.
        bring("schedule", session).statusCode(200).body("state", is("scheduled"));
        Programme.release();
        ForumTime.is("2021-04-01T10:30:00+02:00");
        shown(session).body("state", is("live"));
    }

    @Test
    void what_is_over_is_neither_postponed_nor_cancelled() {
        var session = scheduled();
        ForumTime.is("2021-04-01T10:59:00+02:00");
        bring("postpone", session).statusCode(200);
        bring("schedule", session).statusCode(200);
        ForumTime.is(END);
        bring("postpone", session).statusCode(409).body("code", is("session-not-scheduled"));
        bring("cancel", session).statusCode(409).body("code", is("session-not-scheduled"));
    }

    @Test
    void a_session_is_not_cancelled_while_delegations_hold_slots_in_it() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, "2021-03-22T15:00:00+01:00").then().statusCode(200);
        bring("cancel", session).statusCode(409).body("code", is("session-has-speakers"));
        bring("postpone", session).statusCode(200);
        shown(session).body("speakers.country", contains(office.country()));
    }

    @Test
    void bringing_a_session_elsewhere_needs_the_version_that_was_seen() {
        var session = scheduled();
        var path = Programme.SESSIONS + "/" + session + "/cancel";
        Programme.manager().post(path).then().statusCode(428).body("code", is("precondition-required"));
        Programme.manager()
                .header("If-Match", "\"v9-x\"")
                .post(path)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        RestAssured.given().header("If-Match", "*").post(path).then().statusCode(401);
    }
}
