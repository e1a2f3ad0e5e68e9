package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Who has accepted and wishes to speak books a slot in a session that takes statements. */
@ForumTest
class BookingASlotTest {

    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String FIRST = "2021-03-22T14:00:00Z";
    private static final String SECOND = "2021-03-22T14:03:00Z";
    private static final String THIRD = "2021-03-22T14:06:00Z";

    private static ValidatableResponse slots(Office office, String session) {
        return office.request()
                .get(Programme.SESSIONS + "/" + session + "/slots")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse speakers(String session) {
        return when().get(Programme.SESSIONS + "/" + session).then().statusCode(200);
    }

    private static ValidatableResponse patch(String session, String patch) {
        return Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then();
    }

    private static String slot(String session, String startsAt) {
        return "{\"session\":\"" + session + "\",\"startsAt\":\"" + startsAt + "\"}";
    }

    @Test
    void slots_tile_the_session_from_its_start_and_what_is_left_over_is_none() {
        var session = Programme.withSlots();
        slots(Offices.accepted(), session)
                .header("Cache-Control", "private, no-store")
                .body("items.startsAt", contains(FIRST, SECOND, THIRD))
                .body("items[2].endsAt", is("2021-03-22T14:09:00Z"))
                .body("items.free", contains(true, true, true));
    }

    @Test
    void a_slot_that_is_given_or_has_begun_is_not_free() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        Offices.accepted().books(session, THIRD).then().statusCode(200);
        ForumTime.is(FIRST);
        slots(office, session).body("items.free", contains(false, true, false)).body("items[2]", not(hasKey("name")));
    }

    @Test
    void a_session_without_statements_has_no_slots() {
        var session =
                Programme.added(Programme.session("2021-03-22T15:00:00+01:00", "2021-03-22T16:00:00+01:00", false));
        var office = Offices.accepted();
        slots(office, session).body("items", empty());
        office.books(session, FIRST).then().statusCode(422).body("code", is("session-takes-no-statements"));
    }

    @Test
    void an_office_books_and_stands_in_the_programme() {
        var session = Programme.withSlots();
        var office = Offices.invited("CH");
        office.accepts("H.E. Ms", "Simonetta Sommaruga");
        office.books(session, "2021-03-22T15:03:00+01:00")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v1-"))
                .body("state", is("booked"))
                .body("slot.session", is(session))
                .body("slot.startsAt", is(SECOND))
                .body("slot.endsAt", is(THIRD));
        speakers(session)
                .body("speakers.country", contains("CH"))
                .body("speakers[0].countryName.fr.value", is("Suisse"))
                .body("speakers[0].honorific", is("H.E. Ms"))
                .body("speakers[0].name", is("Simonetta Sommaruga"))
                .body("speakers[0].title", is("Minister of Communications"))
                .body("speakers[0].startsAt", is(SECOND));
        given().queryParam("lang", "fr")
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .body("speakers[0].countryName", is("Suisse"));
    }

    @Test
    void speakers_stand_in_the_order_in_which_they_speak() {
        var session = Programme.withSlots();
        var offices = Offices.accepted(3);
        offices.get(0).books(session, THIRD).then().statusCode(200);
        offices.get(1).books(session, FIRST).then().statusCode(200);
        offices.get(2).books(session, SECOND).then().statusCode(200);
        speakers(session).body("speakers.startsAt", contains(FIRST, SECOND, THIRD));
        given().queryParam("day", "2021-03-22")
                .get(Programme.SESSIONS)
                .then()
                .body(
                        "items.find { it.id == '" + session + "' }.speakers.country",
                        contains(
                                offices.get(1).country(),
                                offices.get(2).country(),
                                offices.get(0).country()));
    }

    @Test
    void a_copy_of_the_session_is_stale_once_somebody_booked() {
        var session = Programme.withSlots();
        var before = Programme.tag(session);
        Offices.accepted().books(session, FIRST).then().statusCode(200);
        given().header("If-None-Match", before)
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
    }

    @Test
    void a_slot_is_given_once() {
        var session = Programme.withSlots();
        Offices.accepted().books(session, FIRST).then().statusCode(200);
        Offices.accepted().books(session, FIRST).then().statusCode(409).body("code", is("slot-taken"));
        speakers(session).body("speakers.size()", is(1));
    }

    @Test
    void of_fifty_who_book_one_slot_at_once_one_gets_it() throws Exception {
        var session = Programme.withSlots();
        Offices.accepted(50);
        var statements = Offices.staff("secretariat")
                .queryParam("limit", 200)
                .queryParam("state", "open")
                .get(Offices.STATEMENTS)
                .jsonPath()
                .<String>getList("items.id");
        assertThat(statements).hasSize(50);

        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = statements.stream()
                    .map(id -> threads.submit((Callable<Integer>) () -> {
                        start.await();
                        return Offices.staff("secretariat")
                                .header("If-Match", "\"v0-\"")
                                .body(slot(session, FIRST))
                                .put(Offices.STATEMENTS + "/" + id + "/slot")
                                .statusCode();
                    }))
                    .toList();
            start.countDown();
            var statuses = new TreeMap<Integer, Integer>();
            for (var answer : answers) {
                statuses.merge(answer.get(), 1, Integer::sum);
            }
            assertThat(statuses).isEqualTo(Map.of(200, 1, 409, 49));
        }
        speakers(session).body("speakers.size()", is(1));
    }

    @Test
    void of_two_speakers_of_one_delegation_one_gets_a_slot() {
        var session = Programme.withSlots();
        var minister = Offices.invited("PT");
        var ambassador = Offices.invited("PT");
        minister.accepts();
        ambassador.accepts();
        minister.books(session, FIRST).then().statusCode(200);
        ambassador.books(session, SECOND).then().statusCode(409).body("code", is("delegation-speaks-already"));
        release(minister).statusCode(200);
        ambassador.books(session, SECOND).then().statusCode(200);
    }

    private static ValidatableResponse release(Office office) {
        return office.request()
                .header("If-Match", office.tag())
                .delete(office.statement() + "/slot")
                .then();
    }

    @Test
    void taking_another_slot_gives_the_first_back() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, FIRST).then().statusCode(200);
        office.books(session, SECOND).then().statusCode(200).body("slot.startsAt", is(SECOND));
        slots(office, session).body("items.free", contains(true, false, true));
        Offices.accepted().books(session, FIRST).then().statusCode(200);
    }

    @Test
    void booking_the_slot_that_one_has_changes_nothing() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, FIRST).then().statusCode(200).header("ETag", startsWith("\"v1-"));
        office.books(session, FIRST).then().statusCode(200).header("ETag", startsWith("\"v1-"));
    }

    @Test
    void a_slot_is_given_back() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, FIRST).then().statusCode(200);
        release(office).statusCode(200).body("state", is("open")).body("$", not(hasKey("slot")));
        speakers(session).body("speakers", empty());
        // A second time there is nothing to give back.
        release(office).statusCode(200).header("ETag", startsWith("\"v2-"));
    }

    @Test
    void only_what_is_a_slot_can_be_booked() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        for (var start : List.of(
                "2021-03-22T14:01:00Z",
                "2021-03-22T14:03:00.5Z",
                "2021-03-22T13:57:00Z",
                "2021-03-22T14:09:00Z",
                "2021-03-23T14:00:00Z")) {
            office.books(session, start).then().statusCode(422).body("code", is("no-such-slot"));
        }
        office.books(UUID.randomUUID().toString(), FIRST)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/session"));
    }

    @Test
    void what_is_no_booking_is_refused() {
        var office = Offices.accepted();
        for (var body : List.of("{", "[]", "{\"session\":\"one\",\"startsAt\":\"" + FIRST + "\"}", "{\"sesion\":1}")) {
            office.request()
                    .header("If-Match", office.tag())
                    .body(body)
                    .put(office.statement() + "/slot")
                    .then()
                    .statusCode(400)
                    .body("code", is("malformed-request"));
        }
        office.request()
                .header("If-Match", office.tag())
                .body("{}")
                .put(office.statement() + "/slot")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/session", "/startsAt"));
    }

    @Test
    void a_slot_that_has_begun_cannot_be_booked() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        ForumTime.is(SECOND);
        office.books(session, FIRST).then().statusCode(409).body("code", is("slot-in-the-past"));
        office.books(session, SECOND).then().statusCode(409).body("code", is("slot-in-the-past"));
        office.books(session, THIRD).then().statusCode(200);
    }

    @Test
    void who_has_taken_the_floor_neither_moves_nor_leaves() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, FIRST).then().statusCode(200);
        ForumTime.is(FIRST);
        office.books(session, THIRD).then().statusCode(409).body("code", is("statement-closed"));
        release(office).statusCode(409).body("code", is("statement-closed"));
    }

    @Test
    void a_change_says_which_version_it_changes() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.request()
                .body(slot(session, FIRST))
                .put(office.statement() + "/slot")
                .then()
                .statusCode(428)
                .body("code", is("precondition-required"));
        office.request().delete(office.statement() + "/slot").then().statusCode(428);
        var seen = office.tag();
        office.books(session, FIRST).then().statusCode(200);
        office.request()
                .header("If-Match", seen)
                .body(slot(session, SECOND))
                .put(office.statement() + "/slot")
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
    }

    @Test
    void a_link_opens_its_own_statement_and_no_other() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        var other = Offices.accepted();
        for (var key : List.of(other.key(), LinkKey.random())) {
            for (var statement : List.of(office.statement(), Offices.STATEMENTS + "/" + UUID.randomUUID())) {
                given().header("Authorization", "Link " + key.secret())
                        .contentType("application/json")
                        .header("If-Match", "*")
                        .body(slot(session, FIRST))
                        .put(statement + "/slot")
                        .then()
                        .statusCode(401)
                        .body("code", is("link-not-valid"));
            }
        }
        given().header("Authorization", "Link " + LinkKey.random().secret())
                .get(Programme.SESSIONS + "/" + session + "/slots")
                .then()
                .statusCode(401)
                .body("code", is("link-not-valid"));
    }

    @Test
    void the_secretariat_books_for_an_office() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        for (var role : List.of("secretariat", "programme-manager")) {
            Offices.staff(role)
                    .header("If-Match", office.tag())
                    .body(slot(session, role.equals("secretariat") ? FIRST : SECOND))
                    .put(office.statement() + "/slot")
                    .then()
                    .statusCode(200);
            Offices.staff(role)
                    .get(Programme.SESSIONS + "/" + session + "/slots")
                    .then()
                    .statusCode(200);
        }
        given().header("Authorization", TestCredentials.of("s", "secretariat", "agenda:read"))
                .header("If-Match", office.tag())
                .delete(office.statement() + "/slot")
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
        Offices.staff("secretariat")
                .header("If-Match", "*")
                .delete(Offices.STATEMENTS + "/" + UUID.randomUUID() + "/slot")
                .then()
                .statusCode(404);
    }

    @Test
    void a_focal_point_books_for_its_own_delegation() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        var other = Offices.accepted();
        Offices.focalPoint(office.country())
                .header("If-Match", office.tag())
                .body(slot(session, FIRST))
                .put(office.statement() + "/slot")
                .then()
                .statusCode(200);
        Offices.focalPoint(office.country())
                .header("If-Match", other.tag())
                .body(slot(session, SECOND))
                .put(other.statement() + "/slot")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        Offices.focalPoint(office.country())
                .get(Programme.SESSIONS + "/" + session + "/slots")
                .then()
                .statusCode(200);
        Offices.focalPoint("VA")
                .get(Programme.SESSIONS + "/" + session + "/slots")
                .then()
                .statusCode(403);
    }

    @Test
    void everybody_is_told_of_slots_and_nobody_of_names() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        office.books(session, FIRST).then().statusCode(200);
        office.books(session, SECOND).then().statusCode(200);
        release(office).statusCode(200);
        var subject = office.statement().replaceAll(".*/statements/", "statements/");
        given().queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.agenda.statement.booked.v1",
                                "org.wsisforum.agenda.statement.moved.v1",
                                "org.wsisforum.agenda.statement.released.v1"))
                .body("items.subject", contains(subject, subject, subject))
                .body("items.data.fields", contains(List.of("slot"), List.of("slot"), List.of("slot")))
                .body("items[0]", not(hasKey("actor")));
    }

    @Test
    void speakers_move_along_with_their_session() {
        var session = Programme.withSlots();
        var offices = Offices.accepted(3);
        offices.get(0).books(session, FIRST).then().statusCode(200);
        offices.get(1).books(session, SECOND).then().statusCode(200);
        offices.get(2).books(session, THIRD).then().statusCode(200);
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        // By one slot, so that each takes the place of the next.
        patch(session, "{\"startsAt\":\"2021-03-22T14:03:00Z\",\"endsAt\":\"2021-03-22T14:13:00Z\"}")
                .statusCode(200)
                .body("speakers.startsAt", contains(SECOND, THIRD, "2021-03-22T14:09:00Z"))
                .body(
                        "speakers.country",
                        contains(offices.stream().map(Office::country).toArray()));
        offices.getFirst().read().then().body("slot.startsAt", is(SECOND)).header("ETag", startsWith("\"v2-"));
        given().queryParam("since", cursor)
                .queryParam("type", "org.wsisforum.agenda.statement.moved.v1")
                .get(CHANGES)
                .then()
                .body("items.size()", is(3));
    }

    @Test
    void a_session_in_which_a_delegation_holds_a_slot_is_not_taken_out() {
        var session = Programme.withSlots();
        Offices.accepted().books(session, THIRD).then().statusCode(200);
        Programme.manager()
                .header("If-Match", Programme.tag(session))
                .delete(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(409)
                .body("code", is("session-has-speakers"));
        given().get(Programme.SESSIONS + "/" + session).then().statusCode(200);
    }

    @Test
    void a_change_that_would_cost_a_speaker_the_slot_is_refused() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, THIRD).then().statusCode(200);
        patch(session, "{\"endsAt\":\"2021-03-22T14:06:00Z\"}")
                .statusCode(409)
                .body("code", is("session-has-speakers"));
        patch(session, "{\"statements\":false}").statusCode(409).body("code", is("session-has-speakers"));
        release(office).statusCode(200);
        patch(session, "{\"statements\":false}").statusCode(200).body("$", not(hasKey("speakers")));
    }

    @Test
    void a_delegation_is_told_of_its_statement() {
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        var office = Offices.accepted();
        var opened = "org.wsisforum.agenda.statement.opened.v1";
        for (var reader :
                List.of(Offices.focalPoint(office.country()), Offices.staff("secretariat"), Offices.staff("service"))) {
            reader.queryParam("since", cursor).get(CHANGES).then().body("items.type", hasItem(opened));
        }
        given().queryParam("since", cursor).get(CHANGES).then().body("items", empty());
        Offices.focalPoint("VA").queryParam("since", cursor).get(CHANGES).then().body("items", empty());
    }
}
