package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** What the secretariat records of the day is what happened: not before it did, by whom it was done, and put right where it was not so. */
@ForumTest
class CorrectingTheRecordTest {

    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String FIRST = "2021-03-22T14:00:00Z";
    private static final String SECOND = "2021-03-22T14:03:00Z";
    private static final String THIRD = "2021-03-22T14:06:00Z";
    private static final String TEXT = "{\"en\":{\"value\":\"Words under embargo.\"}}";

    private static Office booked(String session, String startsAt) {
        var office = Offices.accepted();
        office.books(session, startsAt).then().statusCode(200);
        return office;
    }

    private static Response staff(Office office, String method, String what, Object body) {
        var request = Offices.staff("secretariat").header("If-Match", office.tag());
        if (body != null) {
            request.body(body);
        }
        return request.request(method, office.statement() + "/" + what);
    }

    private static Map<String, String> slot(String session, String startsAt) {
        return Map.of("session", session, "startsAt", startsAt);
    }

    private static Response list(String session) {
        return Offices.staff("secretariat").get(Offices.LISTS + "/" + session);
    }

    @Test
    void nothing_is_delivered_before_its_session_has_begun() {
        var session = Programme.withSlots();
        var office = booked(session, SECOND);
        office.submits(TEXT).then().statusCode(200);
        Offices.delivers(office, "2021-02-15T08:00:00Z", "2021-02-15T08:03:00Z")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/startedAt"))
                .body("errors.code", contains("too-early"));
        when().get(office.statement()).then().body("state", is("booked")).body(not(containsString("embargo")));
        // Within the session a speaker may have come first all the same.
        ForumTime.is("2021-03-22T14:05:00Z");
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200);
    }

    @Test
    void a_delivery_that_was_recorded_by_mistake_is_taken_back_and_the_text_is_under_embargo_again() {
        var session = Programme.withSlots();
        var office = booked(session, FIRST);
        office.submits(TEXT).then().statusCode(200);
        ForumTime.is("2021-03-22T14:05:00Z");
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200);
        when().get(office.statement()).then().body(containsString("embargo"));
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        staff(office, "DELETE", "delivery", null)
                .then()
                .statusCode(200)
                .body("state", is("booked"))
                .body("slot.startsAt", is(FIRST))
                .body("$", not(hasKey("delivery")));
        when().get(office.statement())
                .then()
                .body("state", is("booked"))
                .body("$", not(hasKey("delivery")))
                .body(not(containsString("embargo")));
        when().get(Offices.STATEMENTS + "?state=delivered").then().body("items", empty());
        given().queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body("items.type", contains("org.wsisforum.agenda.statement.not-delivered.v1"))
                .body("items.subject", contains("statements/" + office.id()));
        // Without a delivery there is none to take back.
        staff(office, "DELETE", "delivery", null).then().statusCode(200).body("state", is("booked"));
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200);
        when().get(office.statement()).then().body(containsString("embargo"));
        office.request()
                .header("If-Match", office.tag())
                .delete(office.statement() + "/delivery")
                .then()
                .statusCode(403);
    }

    @Test
    void no_later_answer_says_who_had_the_floor() {
        var session = Programme.withSlots();
        var office = booked(session, FIRST);
        ForumTime.is("2021-03-22T14:01:00Z");
        office.tells("represented", true, "Mr", "Somebody Else");
        Offices.untilRead();
        when().get(office.statement()).then().body("speaker.name", is("Minister of " + office.country()));
        ForumTime.is("2021-03-22T14:05:00Z");
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200);
        office.tells("accepted", true, "Mr", "Another");
        Offices.untilRead();
        when().get(office.statement())
                .then()
                .body("state", is("delivered"))
                .body("speaker.name", is("Minister of " + office.country()))
                .body("rank", is("minister"));
        // The link is the office's all the same.
        office.withNewLink().read().then().statusCode(200);
    }

    @Test
    void staff_say_who_gave_a_delivered_statement_and_nothing_moves() {
        var session = Programme.withSlots();
        var office = booked(session, FIRST);
        var other = booked(session, SECOND);
        ForumTime.is("2021-03-22T14:05:00Z");
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200);
        office.substitutes("An Ambassador", "ambassador").then().statusCode(409);
        staff(office, "PUT", "speaker", Map.of("name", "An Ambassador", "rank", "ambassador"))
                .then()
                .statusCode(200)
                .body("state", is("delivered"))
                .body("slot.startsAt", is(FIRST));
        when().get(office.statement())
                .then()
                .body("speaker.name", is("An Ambassador"))
                .body("rank", is("ambassador"));
        list(session).then().body("places.statement", contains(office.id(), other.id()));
    }

    @Test
    void staff_say_afterwards_who_had_the_floor() {
        var session = Programme.withSlots();
        var unconfirmed = Offices.accepted();
        unconfirmed.requests(session).then().statusCode(200);
        ForumTime.is("2021-03-22T13:30:00Z");
        Offices.offers(session).then().statusCode(200);
        var office = booked(session, SECOND);
        ForumTime.is("2021-03-22T14:10:00Z");
        // Who was offered a slot, never confirmed it and spoke.
        unconfirmed.read().then().body("state", is("requested"));
        unconfirmed.books(session, FIRST).then().statusCode(409);
        staff(unconfirmed, "PUT", "slot", slot(session, FIRST))
                .then()
                .statusCode(200)
                .body("state", is("booked"));
        Offices.delivers(unconfirmed, FIRST, SECOND).then().statusCode(200);
        // Who was taken off by mistake.
        staff(office, "DELETE", "slot", null).then().statusCode(200);
        staff(office, "PUT", "slot", slot(session, SECOND)).then().statusCode(200);
        Offices.delivers(office, SECOND, THIRD).then().statusCode(200);
        staff(Offices.accepted(), "PUT", "slot", slot(session, "2021-03-22T14:01:00Z"))
                .then()
                .statusCode(422)
                .body("code", is("no-such-slot"));
    }

    @Test
    void what_staff_book_and_take_back_says_so_and_who_and_why() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        staff(
                        office,
                        "PUT",
                        "slot",
                        Map.of("session", session, "startsAt", FIRST, "reason", "The embassy asked by telephone."))
                .then()
                .statusCode(200);
        list(session)
                .then()
                .body("places[0].reasons.rule", contains("assigned"))
                .body("places[0].reasons[0].by", is("staff"))
                .body("places[0].reasons[0].remark", is("The embassy asked by telephone."));
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("places[0].reasons.rule", contains("assigned"))
                .body("places[0].reasons[0]", not(hasKey("by")))
                .body(not(containsString("telephone")));
        Offices.staff("secretariat")
                .header("If-Match", office.tag())
                .queryParam("reason", "Given twice.")
                .delete(office.statement() + "/slot")
                .then()
                .statusCode(200);
        list(session)
                .then()
                .body("left.rule", contains("taken-off"))
                .body("left[0].by", is("staff"))
                .body("left[0].remark", is("Given twice."));
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("left.rule", contains("taken-off"))
                .body("left.startsAt", contains(FIRST))
                .body("left[0]", not(hasKey("by")))
                .body(not(containsString("twice")));
        Offices.staff("secretariat")
                .header("If-Match", office.tag())
                .queryParam("reason", "a\u202eb")
                .delete(office.statement() + "/slot")
                .then()
                .statusCode(422)
                .body("errors.parameter", contains("reason"));
        // What the delegation does itself is not the secretariat's.
        office.books(session, SECOND).then().statusCode(200);
        office.releases().then().statusCode(200);
        list(session).then().body("left.rule", contains("taken-off", "released"));
    }

    @Test
    void staff_withdraw_what_was_opened_by_mistake_and_open_it_again() {
        var session = Programme.withSlots();
        var office = booked(session, FIRST);
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        staff(office, "PUT", "withdrawal", Map.of("reason", " ")).then().statusCode(422);
        staff(office, "PUT", "withdrawal", Map.of("reason", "The wrong country."))
                .then()
                .statusCode(200)
                .body("state", is("withdrawn"))
                .body("withdrawalReason", is("The wrong country."))
                .body("$", not(hasKey("slot")));
        when().get(office.statement()).then().statusCode(404);
        list(session)
                .then()
                .body("places", empty())
                .body("left.rule", contains("withdrawn"))
                .body("left[0].remark", is("The wrong country."))
                .body("left[0].by", is("staff"));
        given().queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body("items.type", contains("org.wsisforum.agenda.statement.withdrawn.v1"));
        // No answer that is read again opens it.
        office.happens("accepted");
        Offices.untilRead();
        office.read().then().body("state", is("withdrawn"));
        office.requests(session).then().statusCode(409).body("code", is("statement-withdrawn"));
        staff(office, "PUT", "withdrawal", Map.of("reason", "Again."))
                .then()
                .statusCode(409)
                .body("code", is("statement-withdrawn"));
        staff(office, "DELETE", "withdrawal", null)
                .then()
                .statusCode(200)
                .body("state", is("open"))
                .body("$", not(hasKey("withdrawalReason")));
        office.books(session, FIRST).then().statusCode(200);
        // Of what staff did not withdraw nothing changes.
        staff(office, "DELETE", "withdrawal", null).then().statusCode(200).body("state", is("booked"));
        ForumTime.is("2021-03-22T14:05:00Z");
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200);
        staff(office, "PUT", "withdrawal", Map.of("reason", "Too late."))
                .then()
                .statusCode(409)
                .body("code", is("statement-closed"));
    }

    @Test
    void who_declines_when_the_turn_has_come_is_not_left_open_when_it_turns_out_that_nobody_spoke() {
        var session = Programme.withSlots();
        var office = booked(session, FIRST);
        ForumTime.is("2021-03-22T14:01:00Z");
        office.declines();
        Offices.untilRead();
        office.read().then().body("state", is("booked"));
        staff(office, "DELETE", "slot", null).then().statusCode(200).body("state", is("withdrawn"));
        list(session).then().body("left.rule", contains("not-given"));
        // Who accepts again may speak after all.
        office.accepts();
        Offices.untilRead();
        office.read().then().body("state", is("open"));
    }

    @Test
    void another_honorific_of_the_same_person_keeps_the_substitute_and_the_rank() {
        var session = Programme.withSlots();
        var office = booked(session, FIRST);
        var name = "Minister of " + office.country();
        Offices.ranks(office, "head-of-state");
        office.tells("accepted", true, "H.E. Dr", name);
        Offices.untilRead();
        office.read()
                .then()
                .body("speaker.honorific", is("H.E. Dr"))
                .body("speaker.name", is(name))
                .body("rank", is("head-of-state"));
        office.substitutes("A Vice-Minister", "vice-minister").then().statusCode(200);
        office.tells("accepted", true, "H.E. Professor", name);
        Offices.untilRead();
        office.read().then().body("speaker.name", is("A Vice-Minister")).body("rank", is("vice-minister"));
        // Somebody else is somebody else.
        office.tells("accepted", true, "H.E. Ms", "A New Minister");
        Offices.untilRead();
        office.read().then().body("speaker.name", is("A New Minister")).body("rank", is("minister"));
    }

    @Test
    void an_answer_in_another_rank_changes_the_rank_and_one_in_the_same_leaves_what_staff_said() {
        var session = Programme.withSlots();
        var office = Offices.invited();
        var name = "Minister of " + office.country();
        office.acceptsAs("ambassador");
        var minister = booked(session, FIRST);
        office.books(session, SECOND).then().statusCode(200).body("rank", is("ambassador"));
        // The same person in the rank that was meant.
        office.acceptsAs("head-of-government");
        Offices.untilRead();
        office.read().then().body("speaker.name", is(name)).body("rank", is("head-of-government"));
        list(session).then().body("places.statement", contains(office.id(), minister.id()));
        staff(office, "PUT", "speaker", Map.of("name", name, "rank", "head-of-state"))
                .then()
                .statusCode(200);
        office.acceptsAs("head-of-government");
        Offices.untilRead();
        office.read().then().body("rank", is("head-of-state"));
        office.acceptsAs("ambassador");
        Offices.untilRead();
        office.read().then().body("rank", is("ambassador"));
        // Who speaks in the place of whom the answer names has a rank of its own.
        staff(office, "PUT", "speaker", Map.of("name", "A Vice-Minister", "rank", "vice-minister"))
                .then()
                .statusCode(200);
        office.acceptsAs("minister");
        Offices.untilRead();
        office.read().then().body("speaker.name", is("A Vice-Minister")).body("rank", is("vice-minister"));
    }

    @Test
    void why_staff_withdrew_a_statement_is_for_staff_alone() {
        var office = Offices.accepted();
        staff(office, "PUT", "withdrawal", Map.of("reason", "Awaits a decision of the Chair."))
                .then()
                .statusCode(200)
                .body("withdrawalReason", is("Awaits a decision of the Chair."));
        Offices.staff("programme-manager")
                .get(office.statement())
                .then()
                .body("withdrawalReason", is("Awaits a decision of the Chair."));
        for (var caller : List.of(office.request(), Offices.focalPoint(office.country()))) {
            caller.get(office.statement())
                    .then()
                    .statusCode(200)
                    .body("state", is("withdrawn"))
                    .body("$", not(hasKey("withdrawalReason")));
        }
        for (var nothing : List.of("exchange", "text")) {
            office.request()
                    .header("If-Match", office.tag())
                    .delete(office.statement() + "/" + nothing)
                    .then()
                    .body(not(containsString("decision of the Chair")));
        }
        office.request().get(Offices.STATEMENTS).then().body(not(containsString("decision of the Chair")));
    }

    @Test
    void what_an_office_answers_while_staff_have_withdrawn_its_statement_holds_when_they_open_it_again() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        var withdrawal = Map.of("reason", "The wrong country.");
        staff(office, "PUT", "withdrawal", withdrawal).then().statusCode(200);
        office.tells("represented", true, "Mr", "Somebody Else");
        var renewed = office.withNewLink();
        Offices.untilRead();
        staff(renewed, "DELETE", "withdrawal", null)
                .then()
                .statusCode(200)
                .body("state", is("open"))
                .body("speaker.name", is("Somebody Else"))
                .body("rank", is("other"));
        staff(renewed, "PUT", "withdrawal", withdrawal).then().statusCode(200);
        renewed.declines();
        Offices.untilRead();
        renewed.read().then().body("state", is("withdrawn"));
        staff(renewed, "DELETE", "withdrawal", null)
                .then()
                .statusCode(200)
                .body("state", is("withdrawn"))
                .body("$", not(hasKey("withdrawalReason")));
        renewed.books(session, FIRST).then().statusCode(409).body("code", is("statement-withdrawn"));
        // From then on the next acceptance opens it.
        renewed.accepts();
        Offices.untilRead();
        renewed.books(session, FIRST).then().statusCode(200);
        // Whoever declined first is not open either.
        ForumTime.is("2021-03-22T14:01:00Z");
        renewed.declines();
        Offices.untilRead();
        staff(renewed, "PUT", "withdrawal", withdrawal).then().statusCode(200);
        staff(renewed, "DELETE", "withdrawal", null).then().statusCode(200).body("state", is("withdrawn"));
    }

    @Test
    void a_refusal_of_which_the_feed_no_longer_tells_is_found_behind_a_withdrawn_statement_too() {
        var office = Offices.accepted();
        staff(office, "PUT", "withdrawal", Map.of("reason", "The wrong country."))
                .then()
                .statusCode(200);
        Offices.withoutTelling(office::declines);
        Offices.forgetsItsFeed();
        Offices.untilRead();
        staff(office, "DELETE", "withdrawal", null).then().statusCode(200).body("state", is("withdrawn"));
    }

    @Test
    void a_text_is_taken_back_until_it_is_published() {
        var session = Programme.withSlots();
        var office = booked(session, FIRST);
        office.submits(TEXT).then().statusCode(200);
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        office.request()
                .header("If-Match", office.tag())
                .delete(office.statement() + "/text")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("text")))
                .body("$", not(hasKey("checkAgainstDelivery")));
        office.request()
                .header("If-Match", office.tag())
                .delete(office.statement() + "/text")
                .then()
                .statusCode(200);
        office.request().delete(office.statement() + "/text").then().statusCode(428);
        given().queryParam("since", cursor).get(CHANGES).then().body("items", empty());
        Offices.staff("secretariat")
                .queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body("items.type", hasItem("org.wsisforum.agenda.statement.text-submitted.v1"));
        office.submits(TEXT).then().statusCode(200);
        ForumTime.is("2021-03-22T14:05:00Z");
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200);
        office.request()
                .header("If-Match", office.tag())
                .delete(office.statement() + "/text")
                .then()
                .statusCode(409)
                .body("code", is("statement-closed"));
    }

    @Test
    void a_name_holds_no_markup() {
        var office = Offices.accepted();
        office.substitutes("<b>Somebody</b>", "other")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"))
                .body("errors.code", contains("markup"));
        Offices.staff("secretariat")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"entity":{"code":"unesco","name":{"en":{"value":"<i>UNESCO</i>"}}},
                         "speaker":{"name":"N","title":"Director &amp; Chair","rank":"head-of-agency"}}""")
                .post(Offices.STATEMENTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/speaker/title", "/entity/name/en/value"));
        office.substitutes("Q. O'Neil & Sons <3", "other").then().statusCode(200);
    }

    @Test
    void a_word_without_end_is_no_way_round_the_minutes() {
        var office = Offices.accepted();
        office.submits("{\"en\":{\"value\":\"" + "x".repeat(20_000) + "\"}}")
                .then()
                .statusCode(422)
                .body("code", is("text-too-long"));
    }
}
