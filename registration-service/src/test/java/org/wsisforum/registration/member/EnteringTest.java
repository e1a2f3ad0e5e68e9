package org.wsisforum.registration.member;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.delegation.DelegationOffice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.registration.member.Focal.member;

@ForumTest
class EnteringTest {

    @BeforeEach
    void registrationIsOpen() {
        ForumTime.is("2021-02-10T09:00:00Z");
    }

    private static Response send(Focal focal, String key, String table) {
        return io.restassured.RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .defaultContentCharset("UTF-8")
                                .encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .header(
                        "Authorization",
                        org.wsisforum.kit.testing.TestCredentials.of(
                                focal.person(), "focal-point", "registration:read", "registration:write"))
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(table)
                .post(focal.path() + "/bulk");
    }

    private static Response send(Focal focal, String table) {
        return send(focal, UUID.randomUUID().toString(), table);
    }

    @Test
    void a_table_of_a_spreadsheet_program_enters_members_approved_and_in_their_places() {
        var focal = Focal.of(DelegationOffice.state("UG"));
        send(
                        focal,
                        "\ufeffemail;attendance;role;rank;givenName;familyName;entity\r\n"
                                + "a@ug.example;on-site;head;minister;Grace;\"Aceng; Dr\";Ministry\r\n"
                                + "b@ug.example;remote;;;Ольга;Ким;Ministry\r\n"
                                + "c@ug.example;on-site;adviser;;;علي;Ministry\r\n")
                .then()
                .statusCode(201)
                .body("entered", is(3))
                .body("items.pointer", contains("/lines/2", "/lines/3", "/lines/4"));
        focal.members()
                .body("items[0].name", is("Grace Aceng; Dr"))
                .body("items[0].role", is("head"))
                .body("items.name", hasItem("Ольга Ким"))
                .body("items.name", hasItem("علي"))
                .body("items.state", contains("focal-point-approved", "focal-point-approved", "focal-point-approved"));
        focal.request().get(focal.path()).then().body("taken.onSite", is(2)).body("taken.remote", is(1));
    }

    @Test
    void with_a_fault_in_any_line_nobody_is_entered_and_each_line_says_what_is_wrong() {
        var focal = Focal.ofUnBody(null);
        send(
                        focal,
                        "email,attendance,role,rank,familyName,entity\n"
                                + "good@un.example,on-site,delegate,,Good,UN\n"
                                + "no address,on-site,,,Bad,UN\n"
                                + "c@un.example,on-site,boss,,Bad,UN\n"
                                + "d@un.example,on-site,,archduke,Bad,UN\n"
                                + "GOOD@un.example,on-site,,,Twice,UN\n")
                .then()
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/lines/3/email", "/lines/4/role", "/lines/5/rank", "/lines/6/email"));
        focal.members().body("items.size()", is(0));
        focal.request().get(focal.path()).then().body("taken.onSite", is(0));
    }

    @Test
    void in_json_faults_are_named_by_the_place_of_the_member() {
        var focal = Focal.ofUnBody(null);
        focal.enter(
                        member("One", Map.of("role", "head")),
                        member("Two", Map.of("role", "head", "rank", "other")),
                        member("Three", Map.of("country", "XX")))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/members/1/role", "/members/2/country"));
        focal.members().body("items.size()", is(0));
    }

    @Test
    void more_than_there_are_places_enter_nobody() {
        var focal = Focal.of(DelegationOffice.state("TZ"));
        DelegationOffice.officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", DelegationOffice.officer().get(focal.path()).getHeader("ETag"))
                .body("{\"quota\":{\"onSite\":1}}")
                .patch(focal.path())
                .then()
                .statusCode(200);
        focal.enter(member("One", Map.of()), member("Two", Map.of()))
                .then()
                .statusCode(409)
                .body("code", is("quota-full"));
        focal.members().body("items.size()", is(0));
        focal.request().get(focal.path()).then().body("taken.onSite", is(0));
    }

    @Test
    void sent_again_it_enters_nobody_twice() {
        var focal = Focal.ofUnBody(null);
        var table = "email,attendance,familyName,entity\nonce@un.example,on-site,Once,UN\n";
        var key = UUID.randomUUID().toString();
        var first = send(focal, key, table).then().statusCode(201).extract().<String>path("items[0].registration");
        send(focal, key, table)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", is("true"))
                .body("items[0].registration", is(first));
        send(focal, table).then().statusCode(422).body("errors.code", contains("already-a-member"));
        focal.members().body("items.size()", is(1));
    }

    @Test
    void as_many_as_a_request_holds_are_entered_at_once() {
        var focal = Focal.of(DelegationOffice.state("NG"));
        var most = IntStream.range(0, 500)
                .mapToObj(number -> number + "@ng.example,on-site,Member " + number + ",Ministry\n")
                .collect(Collectors.joining());
        send(focal, "email,attendance,familyName,entity\n" + most)
                .then()
                .statusCode(201)
                .body("entered", is(500));
        send(focal, "email,attendance,familyName,entity\n" + most + "one@more.example,on-site,More,Ministry\n")
                .then()
                .statusCode(422)
                .body("code", is("table-not-readable"));
        focal.request().get(focal.path()).then().body("taken.onSite", is(500));
    }

    @Test
    void what_is_no_table_is_refused() {
        var focal = Focal.ofUnBody(null);
        send(focal, "email,passport\na@un.example,X1\n").then().statusCode(422).body("code", is("table-not-readable"));
        send(focal, "email,attendance\n").then().statusCode(422).body("code", is("table-not-readable"));
        send(focal, "email,attendance\n\"unclosed").then().statusCode(422);
    }

    @Test
    void nobody_enters_members_of_another_s_delegation() {
        var focal = Focal.ofUnBody(null);
        var other = Focal.ofUnBody(null);
        DelegationOffice.focalPoint(other.person())
                .body("{\"members\":[" + member("Intruder", Map.of()) + "]}")
                .post(focal.path() + "/bulk")
                .then()
                .statusCode(404)
                .body("items", nullValue());
    }
}
