package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

/** A session that has no time keeps its speakers in their order, and the turn of none of them comes. */
@ForumTest
class SpeakersOfPostponedSessionsTest {

    private static final String FIRST = "2021-03-22T14:00:00Z";
    private static final String SECOND = "2021-03-22T14:03:00Z";
    private static final String THIRD = "2021-03-22T14:06:00Z";

    private static void becomes(String session, String what) {
        Programme.manager()
                .header("If-Match", Programme.tag(session))
                .post(Programme.SESSIONS + "/" + session + "/" + what)
                .then()
                .statusCode(200);
        Programme.release();
    }

    @Test
    void nobody_is_given_a_slot_in_it() {
        var session = Programme.withSlots();
        var other = Programme.added(Programme.session("2021-03-23T15:00:00+01:00", "2021-03-23T15:10:00+01:00", true));
        var office = Offices.accepted();
        office.books(session, FIRST).then().statusCode(200);
        var elsewhere = Offices.accepted();
        elsewhere.books(other, "2021-03-23T14:00:00Z").then().statusCode(200);
        var waiting = Offices.accepted();
        waiting.requests(session).then().statusCode(200);
        becomes(session, "postpone");
        var late = Offices.accepted();
        late.books(session, SECOND).then().statusCode(409).body("code", is("session-is-postponed"));
        Offices.staff("secretariat")
                .header("If-Match", late.tag())
                .body(Map.of("session", session, "startsAt", SECOND))
                .put(late.statement() + "/slot")
                .then()
                .statusCode(409)
                .body("code", is("session-is-postponed"));
        Offices.offers(session).then().statusCode(409).body("code", is("session-is-postponed"));
        Offices.offers(session, "{\"statement\":\"" + waiting.id() + "\"}")
                .then()
                .statusCode(409)
                .body("code", is("session-is-postponed"));
        office.exchangesWith(elsewhere).then().statusCode(200);
        elsewhere.exchangesWith(office).then().statusCode(409).body("code", is("session-is-postponed"));
        late.request()
                .get(Programme.SESSIONS + "/" + session + "/slots")
                .then()
                .body("items.free", everyItem(is(false)));
    }

    @Test
    void what_was_offered_is_not_confirmed_until_it_has_a_time_again() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.requests(session).then().statusCode(200);
        Offices.offers(session).then().statusCode(200);
        becomes(session, "postpone");
        office.confirms().then().statusCode(409).body("code", is("session-is-postponed"));
        office.read().then().body("state", is("offered"));
        becomes(session, "schedule");
        office.confirms().then().statusCode(200).body("state", is("booked"));
        // What is confirmed stays so.
        becomes(session, "postpone");
        office.confirms().then().statusCode(200).body("state", is("booked"));
    }

    @Test
    void what_was_given_before_it_was_interrupted_is_still_corrected() {
        var session = Programme.withSlots();
        var given = Offices.accepted();
        var next = Offices.accepted();
        given.books(session, FIRST).then().statusCode(200);
        next.books(session, SECOND).then().statusCode(200);
        ForumTime.is("2021-03-22T14:05:00Z");
        Offices.delivers(given, FIRST, SECOND).then().statusCode(200);
        becomes(session, "postpone");
        Offices.delivers(given, "2021-03-22T14:00:10Z", SECOND)
                .then()
                .statusCode(200)
                .body("delivery.startedAt", is("2021-03-22T14:00:10Z"));
        Offices.delivers(next, SECOND, "2021-03-22T14:04:00Z")
                .then()
                .statusCode(409)
                .body("code", is("session-is-postponed"));
        Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body("{\"startsAt\":\"2021-03-24T14:00:00Z\",\"endsAt\":\"2021-03-24T14:10:00Z\"}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
        becomes(session, "schedule");
        Offices.delivers(given, "2021-03-22T14:00:20Z", SECOND)
                .then()
                .statusCode(200)
                .body("delivery.startedAt", is("2021-03-22T14:00:20Z"));
        Offices.delivers(next, SECOND, "2021-03-22T14:04:00Z")
                .then()
                .statusCode(422)
                .body("errors.code", contains("too-early"));
    }

    @Test
    void a_time_that_holds_no_more_is_nobodys_turn() {
        var session = Programme.withSlots();
        var staying = Offices.accepted();
        var leaving = Offices.accepted();
        var declining = Offices.accepted();
        staying.books(session, FIRST).then().statusCode(200);
        leaving.books(session, SECOND).then().statusCode(200);
        declining.books(session, THIRD).then().statusCode(200);
        becomes(session, "postpone");
        ForumTime.is("2021-03-22T14:08:00Z");
        when().get(Offices.LISTS + "/" + session).then().body("state", is("open"));
        Offices.delivers(staying, FIRST, SECOND).then().statusCode(409).body("code", is("session-is-postponed"));
        leaving.releases().then().statusCode(200).body("state", is("open"));
        declining.declines();
        Offices.untilRead();
        declining.read().then().body("state", is("withdrawn"));
        staying.substitutes("Somebody", "other").then().statusCode(200);
        Offices.staff("secretariat")
                .get(Offices.LISTS + "/" + session)
                .then()
                .body("places.statement", contains(staying.id()))
                .body("left.rule", contains("released", "withdrawn"));
    }

    @Test
    void its_speakers_go_with_it_to_the_time_that_it_is_given() {
        var session = Programme.withSlots();
        var offices = Offices.accepted(2);
        offices.get(0).books(session, FIRST).then().statusCode(200);
        offices.get(1).books(session, SECOND).then().statusCode(200);
        becomes(session, "postpone");
        ForumTime.is("2021-03-22T15:00:00Z");
        Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body("{\"startsAt\":\"2021-03-24T14:00:00Z\",\"endsAt\":\"2021-03-24T14:10:00Z\"}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
        becomes(session, "schedule");
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("places.startsAt", contains("2021-03-24T14:00:00Z", "2021-03-24T14:03:00Z"))
                .body(
                        "places.reasons.rule",
                        contains(List.of("booked", "session-moved"), List.of("booked", "session-moved")));
        // From then on turns come again.
        offices.get(1).books(session, "2021-03-24T14:06:00Z").then().statusCode(200);
        ForumTime.is("2021-03-24T14:01:00Z");
        offices.get(0).releases().then().statusCode(409).body("code", is("statement-closed"));
        Offices.staff("secretariat")
                .header("If-Match", "*")
                .delete(Offices.STATEMENTS + "/" + UUID.randomUUID() + "/delivery")
                .then()
                .statusCode(404);
    }
}
