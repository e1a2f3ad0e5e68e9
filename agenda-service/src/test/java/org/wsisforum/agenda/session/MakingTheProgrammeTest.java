package org.wsisforum.agenda.session;

import java.util.List;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Programme managers add sessions and say anew what the programme says of them. */
@ForumTest
class MakingTheProgrammeTest {

    private static final String START = "2021-04-01T10:00:00+02:00";
    private static final String END = "2021-04-01T11:00:00+02:00";
    private static final String CHANGES = "/agenda/v1/editions/2021/changes";

    private final String id = UUID.randomUUID().toString();

    private ValidatableResponse create(String input) {
        return Programme.manager()
                .header("If-None-Match", "*")
                .body(input)
                .put(Programme.SESSIONS + "/" + id)
                .then();
    }

    private static ValidatableResponse patch(String session, String patch) {
        return Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then();
    }

    private static String now() {
        return when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
    }

    private static ValidatableResponse since(String cursor) {
        return given().queryParam("since", cursor).get(CHANGES).then();
    }

    @Test
    void a_session_is_added_under_the_id_that_the_caller_chose() {
        create(Programme.session(START, END, true))
                .statusCode(201)
                .header("Location", endsWith("/agenda/v1/editions/2021/sessions/" + id))
                .header("ETag", startsWith("\"v0-"))
                .body("id", is(id))
                .body("startsAt", is("2021-04-01T08:00:00Z"))
                .body("speakers", empty());
        when().get(Programme.SESSIONS + "/" + id).then().statusCode(404);
        Programme.release();
        when().get(Programme.SESSIONS + "/" + id).then().statusCode(200).body("title.ar.value", is("اختبار"));
    }

    @Test
    void what_is_there_is_not_added_again() {
        create(Programme.session(START, END, true)).statusCode(201);
        create(Programme.session(START, END, true)).statusCode(412).body("code", is("already-exists"));
    }

    @Test
    void a_put_says_whether_it_adds_or_replaces() {
        Programme.manager()
                .body(Programme.session(START, END, true))
                .put(Programme.SESSIONS + "/" + id)
                .then()
                .statusCode(428)
                .body("code", is("precondition-required"));
        Programme.manager()
                .header("If-Match", "*")
                .body(Programme.session(START, END, true))
                .put(Programme.SESSIONS + "/" + id)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
    }

    @Test
    void a_code_belongs_to_one_session() {
        var input = Programme.session(START, END, true);
        Programme.added(input);
        create(input).statusCode(409).body("code", is("session-code-taken"));
    }

    @Test
    void codes_are_stored_in_one_spelling() {
        create(Programme.session(START, END, false)
                        .replace("\"C2\"", "\"С2\", \"ehealth\", \"c 02\"")
                        .replace("[9]", "[9, 3, 9]")
                        .replace("high-level-policy-session", "High-Level Policy Session"))
                .statusCode(201)
                .body("actionLines", contains("C2", "C7-e-health"))
                .body("goals", contains(3, 9))
                .body("type", is("high-level-policy-session"));
    }

    @Test
    void a_line_and_a_goal_that_the_matrix_does_not_link_are_taken() {
        create(Programme.session(START, END, false).replace("\"C2\"", "\"C10\"").replace("[9]", "[14]"))
                .statusCode(201)
                .body("actionLines", contains("C10"))
                .body("goals", contains(14));
    }

    @Test
    void each_broken_rule_is_pointed_to() {
        create(Programme.session("2021-04-01T11:00:00+02:00", "2021-04-01T10:00:00+02:00", false)
                        .replace("high-level-policy-session", "party")
                        .replace("\"high-level\"", "\"nowhere\"")
                        .replace("\"C2\"", "\"C2\",\"C99\"")
                        .replace("[9]", "[18]"))
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body("errors.pointer", contains("/type", "/track", "/actionLines/1", "/goals/0", "/endsAt"));
    }

    @Test
    void a_session_lies_within_the_edition() {
        create(Programme.session("2021-05-21T23:00:00+02:00", "2021-05-22T01:00:00+02:00", false))
                .statusCode(422)
                .body("errors.pointer", contains("/endsAt"));
        create(Programme.session("2020-09-08T10:00:00+02:00", "2020-09-08T11:00:00+02:00", false))
                .statusCode(422)
                .body("errors.pointer", contains("/startsAt"));
        // Phases that prepare the Forum begin before its first day.
        create(Programme.session("2020-09-09T10:00:00+02:00", "2020-09-09T11:00:00+02:00", false))
                .statusCode(201);
    }

    @Test
    void a_session_begins_at_a_whole_minute() {
        create(Programme.session("2021-04-01T10:00:30+02:00", END, false))
                .statusCode(422)
                .body("errors.pointer", contains("/startsAt"))
                .body("errors.code", contains("whole-minute"));
    }

    @Test
    void shape_and_size_are_checked() {
        var good = Programme.session(START, END, false);
        for (var bad : List.of(
                List.of(good.replace("\"code\":\"test-", "\"code\":\"Test "), "/code"),
                List.of(good.replace("\"A test\"", "\"" + "x".repeat(301) + "\""), "/title/en/value"),
                List.of(good.replace("\"A test\"", "\"a\\u202eb\""), "/title/en/value"),
                List.of(good.replace("What it is about.", "x".repeat(10_001)), "/description/en/value"),
                List.of(good.replace("\"ar\"", "\"de\""), "/title/de"),
                List.of(good.replace("\"ITU\"", "\" \""), "/organizers/0"),
                List.of(good.replace("\"a test\"", "\"" + "x".repeat(501) + "\""), "/source"),
                List.of(good.replace("\"startsAt\":\"" + START + "\",", ""), "/startsAt"))) {
            create(bad.getFirst()).statusCode(422).body("errors.pointer", contains(bad.getLast()));
        }
    }

    @Test
    void what_cannot_be_read_is_malformed() {
        var good = Programme.session(START, END, false);
        for (var bad : List.of(
                "",
                "[]",
                "{",
                good.replace("\"virtual\"", "\"by post\""),
                good.replace(START, "tomorrow"),
                good.replace(START, "2021-04-01T10:00:00"),
                good.replace("\"track\"", "\"trakc\""),
                good.replace("[9]", "[\"nine\"]"))) {
            create(bad)
                    .statusCode(not(201))
                    .body("code", is(bad.isEmpty() ? "validation-failed" : "malformed-request"));
        }
        when().get(Programme.SESSIONS + "/" + id).then().statusCode(404);
    }

    @Test
    void replacing_needs_the_version_that_was_seen() {
        create(Programme.session(START, END, false)).statusCode(201);
        var seen = Programme.tag(id);
        var other = Programme.session(START, END, false).replace("A test", "Another title");
        Programme.manager()
                .header("If-Match", seen)
                .body(other)
                .put(Programme.SESSIONS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v1-"))
                .body("title.en.value", is("Another title"));
        Programme.manager()
                .header("If-Match", seen)
                .body(other)
                .put(Programme.SESSIONS + "/" + id)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
    }

    @Test
    void replacing_with_the_same_changes_nothing() {
        var input = Programme.session(START, END, false);
        create(input).statusCode(201);
        var cursor = now();
        Programme.manager()
                .header("If-Match", Programme.tag(id))
                .body(input)
                .put(Programme.SESSIONS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v0-"));
        since(cursor).body("items.subject", not(hasItem("sessions/" + id)));
    }

    @Test
    void a_patch_changes_what_it_names() {
        create(Programme.session(START, END, false)).statusCode(201);
        patch(id, "{\"description\":null,\"title\":{\"fr\":{\"value\":\"Un essai\"}},\"goals\":[3]}")
                .statusCode(200)
                .body("title.en.value", is("A test"))
                .body("title.fr.value", is("Un essai"))
                .body("goals", contains(3))
                .body("$", not(hasKey("description")));
    }

    @Test
    void a_patch_keeps_the_rules_of_a_whole_session() {
        create(Programme.session(START, END, false)).statusCode(201);
        patch(id, "{\"endsAt\":\"" + START + "\"}").statusCode(422).body("errors.pointer", contains("/endsAt"));
        patch(id, "{\"title\":null}").statusCode(422).body("errors.pointer", contains("/title"));
        patch(id, "{\"statement\":true}").statusCode(400).body("code", is("malformed-request"));
        patch(id, "[]").statusCode(400).body("code", is("invalid-patch"));
        Programme.manager()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(Programme.SESSIONS + "/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void everybody_is_told_which_fields_changed_and_whether_the_session_moved() {
        var cursor = now();
        create(Programme.session(START, END, false)).statusCode(201);
        Programme.release();
        patch(id, "{\"track\":\"forum\",\"confirmed\":false}").statusCode(200);
        Programme.release();
        patch(id, "{\"endsAt\":\"2021-04-01T11:30:00+02:00\"}").statusCode(200);
        Programme.release();
        since(cursor)
                .body(
                        "items.findAll { it.subject == 'sessions/" + id + "' }.type",
                        contains(
                                "org.wsisforum.agenda.session.created.v1",
                                "org.wsisforum.agenda.session.changed.v1",
                                "org.wsisforum.agenda.session.moved.v1"))
                .body(
                        "items.findAll { it.subject == 'sessions/" + id + "' }[1].data.fields",
                        contains("track", "confirmed"))
                .body("items.findAll { it.subject == 'sessions/" + id + "' }[2].data.fields", contains("endsAt"));
    }

    private ValidatableResponse delete(String tag) {
        var request = Programme.manager();
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.delete(Programme.SESSIONS + "/" + id).then();
    }

    @Test
    void a_session_that_is_taken_out_leaves_its_history_and_word_to_everybody() {
        create(Programme.session(START, END, false)).statusCode(201);
        Programme.release();
        var cursor = now();
        delete(null).statusCode(428).body("code", is("precondition-required"));
        delete("\"v9-x\"").statusCode(412).body("code", is("stale-version"));
        delete(Programme.tag(id)).statusCode(204);
        when().get(Programme.SESSIONS + "/" + id).then().statusCode(200);
        Programme.release();
        when().get(Programme.SESSIONS + "/" + id).then().statusCode(404);
        delete("*").statusCode(404);
        since(cursor)
                .body(
                        "items.findAll { it.subject == 'sessions/" + id + "' }.type",
                        contains("org.wsisforum.agenda.session.deleted.v1"));
        RestAssured.given()
                .header("Authorization", TestCredentials.of("s", "secretariat", "agenda:read"))
                .get(Programme.SESSIONS + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.agenda.session.drafted.v1",
                                "org.wsisforum.agenda.session.created.v1",
                                "org.wsisforum.agenda.session.draft-deleted.v1",
                                "org.wsisforum.agenda.session.deleted.v1"));
    }

    @Test
    void only_programme_managers_with_the_scope_change_the_programme() {
        var request = Programme.SESSIONS + "/" + id;
        var input = Programme.session(START, END, false);
        RestAssured.given()
                .contentType("application/json")
                .body(input)
                .put(request)
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("Authorization", TestCredentials.of("s", "secretariat", "agenda:write"))
                .contentType("application/json")
                .body(input)
                .put(request)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        RestAssured.given()
                .header("Authorization", TestCredentials.of("m", "programme-manager", "agenda:read"))
                .contentType("application/json")
                .body(input)
                .put(request)
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
    }
}
