package org.wsisforum.agenda.statement;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Everybody sees who speaks when; what is not settled yet is for those who settle it. */
@ForumTest
class SeeingStatementsTest {

    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String FIRST = "2021-03-22T14:00:00Z";
    private static final String SECOND = "2021-03-22T14:03:00Z";

    @Test
    void everybody_sees_what_is_booked_in_the_order_in_which_it_is_given() {
        var session = Programme.withSlots();
        var offices = Offices.accepted(3);
        offices.get(0).books(session, SECOND).then().statusCode(200);
        offices.get(1).books(session, FIRST).then().statusCode(200);
        when().get(Offices.STATEMENTS)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body(
                        "items.country",
                        contains(offices.get(1).country(), offices.get(0).country()))
                .body("items[0].state", is("booked"))
                .body(
                        "items[0].speaker.name",
                        is("Minister of " + offices.get(1).country()))
                .body("items[0].slot.startsAt", is(FIRST))
                .body("items[0]", not(hasKey("invitation")))
                .body("items[0]", not(hasKey("openedAt")))
                .body(not(containsString(offices.get(1).key().hash())));
        given().queryParam("limit", 1)
                .get(Offices.STATEMENTS)
                .then()
                .body("items.country", contains(offices.get(1).country()))
                .body("links.next", containsString("cursor="));
    }

    @Test
    void what_is_not_booked_is_not_there_for_everybody() {
        var office = Offices.accepted();
        when().get(office.statement()).then().statusCode(404).body("code", is("not-found"));
        when().get(Offices.STATEMENTS + "?state=open").then().body("items", empty());
        office.books(Programme.withSlots(), FIRST).then().statusCode(200);
        when().get(office.statement())
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("speaker.honorific", is("H.E. Ms"));
    }

    @Test
    void an_office_sees_its_own() {
        var office = Offices.accepted();
        var other = Offices.accepted();
        other.books(Programme.withSlots(), FIRST).then().statusCode(200);
        office.request()
                .get(Offices.STATEMENTS)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("items.country", contains(office.country()))
                .body("items[0].state", is("open"))
                .body("items[0].invitation", is(office.invitation().toString()));
        office.request().get(office.statement()).then().statusCode(200).body("state", is("open"));
        // Of another's it sees what everybody sees.
        office.request().get(other.statement()).then().statusCode(200).body("$", not(hasKey("invitation")));
        other.request().get(office.statement()).then().statusCode(404);
    }

    @Test
    void a_link_may_stand_in_the_address_and_is_not_repeated() {
        var office = Offices.accepted();
        given().queryParam("key", office.key().secret())
                .get(Offices.STATEMENTS)
                .then()
                .body("items.country", contains(office.country()))
                .body(not(containsString(office.key().secret())));
    }

    @Test
    void a_link_that_opens_nothing_finds_nothing() {
        given().header("Authorization", "Link " + LinkKey.random().secret())
                .get(Offices.STATEMENTS)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void staff_see_all_states_and_choose_among_them() {
        var session = Programme.withSlots();
        var open = Offices.accepted();
        var booked = Offices.accepted();
        booked.books(session, FIRST).then().statusCode(200);
        var withdrawn = Offices.accepted();
        withdrawn.declines();
        Offices.untilRead();
        for (var role : List.of("secretariat", "programme-manager")) {
            Offices.staff(role)
                    .get(Offices.STATEMENTS)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "private, no-store")
                    .body("items.state", containsInAnyOrder("open", "booked", "withdrawn"));
            for (var filter : List.of(
                    List.of("state", "withdrawn", withdrawn.country()),
                    List.of("country", open.country().toLowerCase(java.util.Locale.ROOT), open.country()),
                    List.of("session", session, booked.country()),
                    List.of("invitation", booked.invitation().toString(), booked.country()))) {
                Offices.staff(role)
                        .queryParam(filter.get(0), filter.get(1))
                        .get(Offices.STATEMENTS)
                        .then()
                        .body("items.country", contains(filter.get(2)));
            }
        }
    }

    @Test
    void a_session_that_no_release_shows_is_shown_by_no_statement_and_chosen_by_no_office() {
        var session = Programme.addedToDraft(
                Programme.session("2021-03-22T15:00:00+01:00", "2021-03-22T15:10:00+01:00", true));
        var office = Offices.accepted();
        office.request()
                .get(Programme.SESSIONS + "/" + session + "/slots")
                .then()
                .statusCode(404);
        office.books(session, FIRST).then().statusCode(422).body("errors.pointer", contains("/session"));
        office.requests(session).then().statusCode(422).body("errors.pointer", contains("/sessions/0"));
        Offices.staff("secretariat")
                .header("If-Match", office.tag())
                .body("{\"session\":\"" + session + "\",\"startsAt\":\"" + FIRST + "\"}")
                .put(office.statement() + "/slot")
                .then()
                .statusCode(200);
        when().get(office.statement()).then().statusCode(404);
        when().get(Offices.STATEMENTS).then().body("items", empty());
        Offices.focalPoint("VA").get(Offices.STATEMENTS).then().body("items", empty());
        office.read().then().statusCode(200).body("slot.session", is(session));
        Offices.focalPoint(office.country()).get(Offices.STATEMENTS).then().body("items.id", contains(office.id()));
        Programme.release();
        when().get(office.statement()).then().statusCode(200);
        when().get(Offices.STATEMENTS).then().body("items.id", contains(office.id()));
    }

    @Test
    void everybody_is_told_of_a_slot_when_a_release_shows_its_session() {
        var session = Programme.addedToDraft(
                Programme.session("2021-03-22T15:00:00+01:00", "2021-03-22T15:10:00+01:00", true));
        var office = Offices.accepted();
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        Offices.staff("secretariat")
                .header("If-Match", office.tag())
                .body("{\"session\":\"" + session + "\",\"startsAt\":\"" + FIRST + "\"}")
                .put(office.statement() + "/slot")
                .then()
                .statusCode(200);
        var changes = CHANGES + "?since=" + cursor + "&subject=statements/" + office.id();
        when().get(changes).then().body("items", empty());
        Offices.focalPoint("VA".equals(office.country()) ? "SM" : "VA")
                .get(changes)
                .then()
                .body("items", empty());
        for (var prepares : List.of(Offices.staff("secretariat"), Offices.focalPoint(office.country()))) {
            prepares.get(changes).then().body("items.type", contains("org.wsisforum.agenda.statement.booked.v1"));
        }
        Programme.release();
        when().get(changes).then().body("items.type", contains("org.wsisforum.agenda.statement.booked.v1"));
        // Once, and not with each release.
        Programme.withSlots();
        when().get(changes).then().body("items.type", contains("org.wsisforum.agenda.statement.booked.v1"));
    }

    @Test
    void who_does_not_see_invitations_finds_nothing_by_one() {
        var office = Offices.accepted();
        office.books(Programme.withSlots(), FIRST).then().statusCode(200);
        var path = Offices.STATEMENTS + "?invitation=" + office.invitation();
        when().get(path).then().statusCode(200).body("items", empty());
        Offices.focalPoint("VA").get(path).then().body("items", empty());
        Offices.focalPoint(office.country()).get(path).then().body("items.id", contains(office.id()));
        office.request().get(path).then().body("items.id", contains(office.id()));
    }

    @Test
    void staff_without_the_scope_see_what_everybody_sees() {
        var office = Offices.accepted();
        for (var role : List.of("secretariat", "programme-manager")) {
            given().header("Authorization", TestCredentials.of("s", role, "statements:write"))
                    .get(Offices.STATEMENTS)
                    .then()
                    .body("items", empty());
            given().header("Authorization", TestCredentials.of("s", role, "statements:write"))
                    .get(office.statement())
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void another_role_sees_what_everybody_sees() {
        Offices.accepted();
        for (var role : List.of("participant", "service", "analyst", "partner")) {
            Offices.staff(role).get(Offices.STATEMENTS).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void a_focal_point_also_sees_all_of_its_delegation() {
        var own = Offices.accepted();
        var other = Offices.accepted();
        var booked = Offices.accepted();
        booked.books(Programme.withSlots(), FIRST).then().statusCode(200);
        Offices.focalPoint(own.country())
                .get(Offices.STATEMENTS)
                .then()
                .body("items.country", containsInAnyOrder(own.country(), booked.country()))
                .body("items.find { it.country == '" + own.country() + "' }.state", is("open"))
                .body("items.find { it.country == '" + booked.country() + "' }", not(hasKey("invitation")));
        Offices.focalPoint(own.country()).get(own.statement()).then().statusCode(200);
        Offices.focalPoint(own.country()).get(other.statement()).then().statusCode(404);
    }

    @Test
    void a_filter_that_names_nothing_is_refused_by_name() {
        for (var filter : List.of(List.of("state", "done"), List.of("country", "XX"))) {
            given().queryParam(filter.get(0), filter.get(1))
                    .get(Offices.STATEMENTS)
                    .then()
                    .statusCode(422)
                    .body("errors[0].parameter", is(filter.get(0)));
        }
        for (var parameter : List.of("session", "invitation")) {
            given().queryParam(parameter, "x")
                    .get(Offices.STATEMENTS)
                    .then()
                    .statusCode(400)
                    .body("code", is("malformed-request"));
        }
    }
}
