package org.wsisforum.agenda.room;

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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Programme managers say which rooms there are, and everybody reads it. */
@ForumTest
class RoomsTest {

    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String WHAT = "org.wsisforum.agenda.room.";

    private final String id = UUID.randomUUID().toString();
    private final String code = "test-" + id;
    private final String path = Programme.ROOMS + "/" + id;

    private ValidatableResponse create(String input) {
        return Programme.manager()
                .contentType("application/json; charset=utf-8")
                .header("If-None-Match", "*")
                .body(input)
                .put(path)
                .then();
    }

    private ValidatableResponse patch(String patch) {
        return Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag())
                .body(patch)
                .patch(path)
                .then();
    }

    private String tag() {
        return Programme.reader()
                .get(path + "?release=draft")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static String virtual(String code) {
        return "{\"code\":\"%s\",\"name\":{\"en\":{\"value\":\"Room A\"}},\"kind\":\"virtual\",\"platform\":\"Zoom\"}"
                .formatted(code);
    }

    private static String now() {
        return when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
    }

    @Test
    void a_hall_says_where_it_is_and_who_can_take_part_in_it() {
        create(Programme.hall(code))
                .statusCode(201)
                .header("Location", endsWith("/agenda/v1/editions/2021/rooms/" + id))
                .header("ETag", startsWith("\"v0-"));
        when().get(path).then().statusCode(404);
        Programme.release();
        when().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public, max-age=30"))
                .body("name.en.value", is("Popov Room"))
                .body("kind", is("physical"))
                .body("capacity", is(180))
                .body("building", is("ITU Tower"))
                .body("floor", is("1st basement"))
                .body("stepFree", is(true))
                .body("hearingLoop", is(true))
                .body("captioning", is(true))
                .body("$", not(hasKey("platform")));
    }

    @Test
    void a_virtual_room_has_a_platform_and_no_building() {
        create(virtual(code)).statusCode(201).body("platform", is("Zoom")).body("$", not(hasKey("building")));
        patch("{\"building\":\"ITU Tower\",\"hearingLoop\":true}")
                .statusCode(422)
                .body("errors.pointer", contains("/building", "/hearingLoop"));
        patch("{\"kind\":\"physical\"}").statusCode(422).body("errors.pointer", contains("/platform"));
        patch("{\"kind\":\"physical\",\"platform\":null,\"building\":\"ITU Tower\"}")
                .statusCode(200);
    }

    @Test
    void rooms_are_listed_by_code_in_one_language_where_one_is_asked_for() {
        create(Programme.hall(code).replace("\"en\":{", "\"ar\":{\"value\":\"قاعة بوبوف\"},\"en\":{"))
                .statusCode(201);
        Programme.release();
        given().queryParam("lang", "ar")
                .get(Programme.ROOMS)
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.name", is("قاعة بوبوف"))
                .body("links.changes", startsWith(CHANGES));
        when().get(Programme.ROOMS + "?limit=1").then().body("items.id", contains(id));
    }

    @Test
    void a_room_that_breaks_a_rule_is_refused_by_name_of_the_field() {
        var good = Programme.hall(code);
        for (var bad : List.of(
                List.of(good.replace(code, "Popov!"), "/code"),
                List.of(good.replace(":180", ":0"), "/capacity"),
                List.of(good.replace("Popov Room", "a\\u202eb"), "/name/en/value"),
                List.of(good.replace("ITU Tower", "a\\u202eb"), "/building"),
                List.of(good.replace("ITU Tower", "two\\nlines"), "/building"),
                List.of(good.replace("1st basement", ""), "/floor"),
                List.of(good.replace("\"kind\":\"physical\",", ""), "/kind"))) {
            create(bad.getFirst()).statusCode(422).body("errors.pointer", contains(bad.getLast()));
        }
        create(good.replace("physical", "imaginary")).statusCode(400).body("code", is("malformed-request"));
        create(good.replace("capacity", "capcity")).statusCode(400).body("code", is("malformed-request"));
        when().get(path).then().statusCode(404).body("code", is("not-found"));
    }

    @Test
    void a_code_belongs_to_one_room() {
        create(Programme.hall(code)).statusCode(201);
        Programme.manager()
                .header("If-None-Match", "*")
                .body(Programme.hall(code))
                .put(Programme.ROOMS + "/" + UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("code", is("room-code-taken"));
        create(Programme.hall(code)).statusCode(412).body("code", is("already-exists"));
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        create(Programme.hall(code)).statusCode(201);
        var seen = tag();
        patch("{\"capacity\":90}").statusCode(200).header("ETag", startsWith("\"v1-"));
        Programme.manager()
                .header("If-Match", seen)
                .body(Programme.hall(code))
                .put(path)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        Programme.manager()
                .body(Programme.hall(code))
                .put(path)
                .then()
                .statusCode(428)
                .body("code", is("precondition-required"));
    }

    @Test
    void a_session_is_in_a_room_and_shows_its_name() {
        create(Programme.hall(code)).statusCode(201);
        var session = Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false)
                .replace("\"attendance\"", "\"room\":\"" + id + "\",\"attendance\""));
        given().queryParam("lang", "en")
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .body("room.id", is(id))
                .body("room.code", is(code))
                .body("room.name", is("Popov Room"))
                .body("room.kind", is("physical"));
    }

    @Test
    void a_session_is_not_in_a_room_that_there_is_not() {
        Programme.manager()
                .header("If-None-Match", "*")
                .body(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false)
                        .replace("\"attendance\"", "\"room\":\"" + id + "\",\"attendance\""))
                .put(Programme.SESSIONS + "/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/room"));
    }

    @Test
    void a_room_stays_while_a_session_stands_in_it() {
        create(Programme.hall(code)).statusCode(201);
        var session = Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false)
                .replace("\"attendance\"", "\"room\":\"" + id + "\",\"attendance\""));
        delete().statusCode(409).body("code", is("room-in-use"));
        Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body("{\"room\":null}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("room")));
        delete().statusCode(204);
        when().get(path).then().statusCode(200);
        Programme.release();
        when().get(path).then().statusCode(404);
    }

    private ValidatableResponse delete() {
        return Programme.manager().header("If-Match", tag()).delete(path).then();
    }

    @Test
    void everybody_is_told_what_happens_to_rooms_and_staff_by_whom() {
        var cursor = now();
        create(Programme.hall(code)).statusCode(201);
        Programme.release();
        patch("{\"capacity\":90,\"floor\":null}").statusCode(200);
        Programme.release();
        patch("{\"capacity\":90}").statusCode(200);
        delete().statusCode(204);
        Programme.release();
        given().queryParam("since", cursor)
                .queryParam("subject", "rooms/" + id)
                .get(CHANGES)
                .then()
                .body("items.type", contains(WHAT + "created.v1", WHAT + "changed.v1", WHAT + "deleted.v1"))
                .body("items[1].data.fields", containsInAnyOrder("capacity", "floor"));
        RestAssured.given()
                .header("Authorization", TestCredentials.of("s", "secretariat", "agenda:read"))
                .get(path + "/history")
                .then()
                .statusCode(200)
                .body("items.actor", hasItem("manager"));
    }
}
