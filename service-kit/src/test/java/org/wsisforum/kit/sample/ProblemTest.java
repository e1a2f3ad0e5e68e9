package org.wsisforum.kit.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Every error is a problem of RFC 9457 with a stable code, and shows nothing of the inside. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ProblemTest {

    @Inject
    AgroalDataSource database;

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", is(code))
                .body("status", is(status))
                .body("type", is("http://localhost:8080/problems/" + code));
    }

    @Test
    void an_unknown_path_is_a_problem() {
        problem(when().get("/sample/v1/nothing").then(), 404, "not-found");
    }

    @Test
    void an_id_that_is_none_leads_nowhere() {
        problem(when().get(Notes.path("x") + "/no-uuid").then(), 404, "not-found");
    }

    @Test
    void a_number_that_is_none_is_the_fault_of_the_request() {
        problem(when().get(Notes.path("x") + "?atLeast=many").then(), 400, "malformed-request")
                .body("errors.parameter", contains("atLeast"));
        problem(when().get(Notes.path("x") + "?limit=all").then(), 400, "malformed-request")
                .body("errors.parameter", contains("limit"));
    }

    @Test
    void a_limit_out_of_bounds_is_refused_and_not_cut() {
        problem(when().get(Notes.path("x") + "?limit=201").then(), 422, "validation-failed")
                .body("errors[0].parameter", is("limit"))
                .body("errors[0].code", is("max"));
    }

    @Test
    void who_had_to_give_way_to_another_at_the_same_moment_is_told_so() {
        problem(when().get(Notes.path("x") + "/clash").then(), 409, "conflict")
                .body("detail", containsString("at this moment"));
    }

    @Test
    void a_method_that_the_address_does_not_have() {
        problem(when().put(Notes.path("x")).then(), 405, "method-not-allowed");
    }

    @Test
    void a_representation_that_the_address_does_not_have() {
        problem(given().accept("text/csv").get(Notes.path("x")).then(), 406, "not-acceptable");
    }

    @Test
    void without_a_credential_the_challenge_names_no_error() {
        problem(Notes.create("x", 1).then(), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer realm=\"wsis\"");
    }

    @Test
    @TestSecurity(user = "p", roles = "participant", permissions = "sample:write")
    void another_role_is_forbidden() {
        problem(Notes.create("x", 1).then(), 403, "forbidden");
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat")
    void a_missing_scope_is_named_in_the_challenge() {
        problem(Notes.create("x", 1).then(), 403, "insufficient-scope")
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"wsis\", error=\"insufficient_scope\", scope=\"sample:write\"");
    }

    @Test
    void what_has_no_security_annotation_is_closed() {
        problem(when().get(Notes.path("x") + "/forgotten").then(), 401, "unauthenticated");
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void broken_json_is_malformed() {
        problem(
                Notes.json()
                        .header("Idempotency-Key", "k1")
                        .body("{\"title\":")
                        .post(Notes.path("x"))
                        .then(),
                400,
                "malformed-request");
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void json_that_can_be_read_in_two_ways_is_malformed() {
        for (var body : List.of("{\"place\":1,\"place\":2}", "{\"title\":{\"en\":{\"value\":\"a\"}},\"place\":9} {}")) {
            problem(
                    Notes.json()
                            .header("Idempotency-Key", "k7")
                            .body(body)
                            .post(Notes.path("x"))
                            .then(),
                    400,
                    "malformed-request");
        }
    }

    @Test
    void a_character_that_cannot_be_stored_is_the_fault_of_the_request() {
        problem(
                given().urlEncodingEnabled(false)
                        .get("/sample/v1/editions/x/changes?subject=notes/a%00b")
                        .then(),
                422,
                "validation-failed");
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void a_field_of_the_wrong_form_is_pointed_to() {
        problem(
                        Notes.json()
                                .header("Idempotency-Key", "k2")
                                .body("{\"title\":{\"en\":{\"value\":\"a\"}},\"place\":\"first\"}")
                                .post(Notes.path("x"))
                                .then(),
                        400,
                        "malformed-request")
                .body("errors.pointer", contains("/place"));
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void a_misspelt_field_is_named() {
        problem(
                        Notes.json()
                                .header("Idempotency-Key", "k3")
                                .body("{\"tilte\":1,\"place\":1}")
                                .post(Notes.path("x"))
                                .then(),
                        400,
                        "malformed-request")
                .body("detail", containsString("tilte"));
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void each_broken_rule_is_pointed_to() {
        problem(
                        Notes.json()
                                .header("Idempotency-Key", "k4")
                                .body("""
                                        {"title":{"en":{"value":"  "},"fr":{"value":"far too long for a title"}},
                                         "place":-1,"inner":{}}""")
                                .post(Notes.path("x"))
                                .then(),
                        422,
                        "validation-failed")
                .body("errors.pointer", contains("/inner/name", "/place", "/title/en/value", "/title/fr/value"))
                .body("errors.code", hasItem("not-null"));
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void a_body_over_the_limit_is_refused_before_it_is_sent() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST " + Notes.path("x") + " HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: k5\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 200000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 413 ");
            assertThat(answer.readAllAsString())
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"code\":\"content-too-large\"", "No body may have more than 102400 bytes here.");
        }
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void another_media_type_is_refused() {
        problem(
                given().contentType("text/plain")
                        .header("Idempotency-Key", "k6")
                        .body("a note")
                        .post(Notes.path("x"))
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void a_constraint_of_the_database_tells_the_same_as_a_check() {
        var edition = Notes.freshEdition();
        Notes.create(edition, 7).then().statusCode(201);
        problem(Notes.create(edition, 7).then(), 409, "place-taken");
    }

    @Test
    void the_unforeseen_shows_nothing_of_the_inside() {
        problem(when().get(Notes.path("x") + "/broken").then(), 500, "internal-error")
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")))
                .body("instance", equalTo(Notes.path("x") + "/broken"));
    }

    @Test
    void when_no_connection_to_the_database_becomes_free_one_may_come_again() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            while (takeAnother(taken)) {
                // Until there is none.
            }
            problem(when().get(Notes.path("x")).then(), 503, "service-unavailable")
                    .header("Retry-After", "5");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private boolean takeAnother(List<Connection> taken) {
        try {
            return taken.add(database.getConnection());
        } catch (SQLException none) {
            return false;
        }
    }

    @Test
    void the_catalogue_lists_every_code_of_the_service() {
        when().get("/sample/v1/problems")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("place-taken"))
                .body("items.code", hasItem("validation-failed"))
                .body("items.find { it.code == 'place-taken' }.status", is(409))
                .body("items.type", hasItem(startsWith("http://localhost:8080/problems/")));
    }
}
