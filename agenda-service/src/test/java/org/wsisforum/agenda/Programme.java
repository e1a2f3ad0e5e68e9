package org.wsisforum.agenda;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

import org.wsisforum.kit.testing.TestCredentials;

import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.is;

/** Does what a programme manager does, so that a test can begin where its own matter begins. */
public final class Programme {

    public static final String SESSIONS = "/agenda/v1/editions/2021/sessions";
    public static final String RELEASES = "/agenda/v1/editions/2021/releases";
    public static final String ROOMS = "/agenda/v1/editions/2021/rooms";
    public static final String PEOPLE = "/agenda/v1/editions/2021/people";

    private Programme() {}

    public static RequestSpecification manager() {
        return RestAssured.given()
                .header("Authorization", TestCredentials.of("manager", "programme-manager", "agenda:write"))
                .contentType("application/json");
    }

    /** The input of a session that no other test uses. */
    public static String session(String startsAt, String endsAt, boolean statements) {
        return """
                {"code":"test-%s","type":"high-level-policy-session","track":"high-level",
                 "title":{"en":{"value":"A test","status":"official"},"ar":{"value":"اختبار","status":"unofficial"}},
                 "description":{"en":{"value":"What it is about."}},
                 "startsAt":"%s","endsAt":"%s","attendance":"virtual","actionLines":["C2"],"goals":[9],
                 "organizers":["ITU"],"statements":%s,"confirmed":true,"source":"a test"}""".formatted(UUID.randomUUID().toString().substring(0, 8), startsAt, endsAt, statements);
    }

    /** Adds a session that everybody sees, and answers its id. */
    public static String added(String input) {
        var id = addedToDraft(input);
        release();
        return id;
    }

    /** Adds a session that the next release shows, and answers its id. */
    public static String addedToDraft(String input) {
        var id = UUID.randomUUID().toString();
        manager()
                .contentType("application/json; charset=utf-8")
                .header("If-None-Match", "*")
                .body(input)
                .put(SESSIONS + "/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    /** A session of 22 March from 15:00 to 15:10 Geneva time, with three slots of three minutes and one left over. */
    public static String withSlots() {
        return added(session("2021-03-22T15:00:00+01:00", "2021-03-22T15:10:00+01:00", true));
    }

    /** Has everybody see the programme as it stands in the draft. */
    public static void release() {
        ask(manager()).then().statusCode(201);
    }

    /** The same, if there is something to show; also before a test has begun. */
    public static void releaseIfNew() {
        ask(manager().baseUri(ConfigProvider.getConfig().getValue("test.url", String.class)))
                .then()
                .statusCode(either(is(201)).or(is(409)));
    }

    private static Response ask(RequestSpecification manager) {
        return manager.header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post(RELEASES);
    }

    /** A programme manager who may also read what is not for everybody. */
    public static RequestSpecification reader() {
        return RestAssured.given()
                .header(
                        "Authorization",
                        TestCredentials.of("manager", "programme-manager", "agenda:read", "agenda:write"))
                .contentType("application/json; charset=utf-8");
    }

    /** Adds a session as a draft, and answers its id. */
    public static String drafted(String input) {
        var id = UUID.randomUUID().toString();
        manager()
                .header("If-None-Match", "*")
                .queryParam("draft", true)
                .body(input)
                .put(SESSIONS + "/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    /** Adds a hall that no other test uses, and answers its id. */
    public static String room() {
        return addedRoom(hall("test-" + UUID.randomUUID()));
    }

    /** Adds a room, and answers its id. */
    public static String addedRoom(String input) {
        var id = UUID.randomUUID().toString();
        reader().header("If-None-Match", "*")
                .body(input)
                .put(ROOMS + "/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    /** Adds somebody of this name, and answers the id. */
    public static String person(String name) {
        return addedPerson("{\"honorific\":\"H.E. Ms\",\"name\":\"" + name + "\",\"country\":\"CH\"}");
    }

    /** Adds a person, and answers the id. */
    public static String addedPerson(String input) {
        return reader().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(input)
                .post(PEOPLE)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The input of a hall. */
    public static String hall(String code) {
        return """
                {"code":"%s","name":{"en":{"value":"Popov Room","status":"official"}},"kind":"physical","capacity":180,
                 "building":"ITU Tower","floor":"1st basement","stepFree":true,"hearingLoop":true,
                 "captioning":true}""".formatted(code);
    }

    /** What a change of the session must send in If-Match. */
    public static String tag(String session) {
        return reader().get(SESSIONS + "/" + session + "?release=draft")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
