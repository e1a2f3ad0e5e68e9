package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** A slot is asked for, offered, and confirmed before the offer ends. */
@ForumTest
class OfferingSlotsTest {

    private static final String FIRST = "2021-03-22T14:00:00Z";
    private static final String SECOND = "2021-03-22T14:03:00Z";
    private static final String THIRD = "2021-03-22T14:06:00Z";
    private static final String CHANGES = "/agenda/v1/editions/2021/changes";

    private static Office requesting(String session) {
        var office = Offices.accepted();
        office.requests(session).then().statusCode(200);
        return office;
    }

    @Test
    void an_office_asks_is_offered_a_slot_and_confirms_it() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.requests(session)
                .then()
                .statusCode(200)
                .body("state", is("requested"))
                .body("request.sessions", contains(session))
                .body("requestedAt", startsWith("2021-02-15T09:00:0"));
        Offices.offers(session)
                .then()
                .statusCode(200)
                .body("places.statement", contains(office.id()))
                .body("places[0].state", is("offered"))
                .body("waiting", empty());
        office.read()
                .then()
                .body("state", is("offered"))
                .body("slot.startsAt", is(FIRST))
                .body("offerExpiresAt", startsWith("2021-02-18T09:00:0"));
        // Until it is confirmed it is nobody else's matter.
        when().get(office.statement()).then().statusCode(404);
        when().get(Offices.LISTS + "/" + session).then().body("places", empty());
        when().get(Programme.SESSIONS + "/" + session).then().body("speakers", empty());
        office.confirms().then().statusCode(200).body("state", is("booked")).body("$", not(hasKey("offerExpiresAt")));
        when().get(Programme.SESSIONS + "/" + session).then().body("speakers.startsAt", contains(FIRST));
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("places.country", contains(office.country()))
                .body("places[0].reasons.rule", contains("protocol"))
                .body("$", not(hasKey("waiting")));
        // What is confirmed stays so.
        office.confirms().then().statusCode(200).body("state", is("booked"));
    }

    @Test
    void an_offer_that_has_ended_is_a_request_again_and_its_slot_is_free() {
        var session = Programme.withSlots();
        var office = requesting(session);
        Offices.offers(session).then().statusCode(200);
        var other = Offices.accepted();
        ForumTime.is("2021-02-18T08:59:00Z");
        other.books(session, FIRST).then().statusCode(409).body("code", is("slot-taken"));
        ForumTime.is("2021-02-18T09:01:00Z");
        office.read().then().body("state", is("requested")).body("$", not(hasKey("slot")));
        for (var filter : List.of("requested", "offered")) {
            Offices.staff("secretariat")
                    .queryParam("state", filter)
                    .get(Offices.STATEMENTS)
                    .then()
                    .body("items.id", filter.equals("requested") ? contains(office.id()) : empty());
        }
        office.confirms().then().statusCode(409).body("code", is("nothing-offered"));
        other.request()
                .get(Programme.SESSIONS + "/" + session + "/slots")
                .then()
                .body("items.free", contains(true, true, true));
        other.books(session, FIRST).then().statusCode(200);
        Offices.staff("secretariat")
                .get(Offices.LISTS + "/" + session)
                .then()
                .body("places.statement", contains(other.id()))
                .body("waiting.id", contains(office.id()))
                .body("left.rule", contains("lapsed"))
                .body("left[0].startsAt", is(FIRST));
        // It keeps the moment at which it asked.
        Offices.offers(session)
                .then()
                .body(
                        "places.find { it.statement == '" + office.id() + "' }.reasons[-1].requestedAt",
                        startsWith("2021-02-15T09:00:0"));
    }

    @Test
    void an_offer_ends_when_its_slot_begins() {
        var session = Programme.withSlots();
        var office = requesting(session);
        ForumTime.is("2021-03-21T10:00:00Z");
        Offices.offers(session).then().statusCode(200);
        office.read().then().body("offerExpiresAt", is(FIRST));
        // Also when the session moves, and the slot with it.
        Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body("{\"startsAt\":\"2021-03-22T13:00:00Z\",\"endsAt\":\"2021-03-22T13:10:00Z\"}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
        office.read()
                .then()
                .body("slot.startsAt", is("2021-03-22T13:00:00Z"))
                .body("offerExpiresAt", is("2021-03-22T13:00:00Z"));
    }

    @Test
    void an_offer_is_given_back() {
        var session = Programme.withSlots();
        var office = requesting(session);
        Offices.offers(session).then().statusCode(200);
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        office.releases().then().statusCode(200).body("state", is("open")).body("$", not(hasKey("request")));
        Offices.accepted().books(session, FIRST).then().statusCode(200);
        // Nobody was told of the offer, and nobody is told of its end.
        given().queryParam("since", cursor)
                .queryParam("subject", "statements/" + office.id())
                .get(CHANGES)
                .then()
                .body("items", empty());
    }

    @Test
    void a_request_is_changed_and_keeps_its_place_in_the_queue() {
        var session = Programme.withSlots();
        var other = Programme.withSlots();
        var office = requesting(session);
        ForumTime.is("2021-02-16T09:00:00Z");
        office.requests(other, session).then().statusCode(200).body("requestedAt", startsWith("2021-02-15T09:00:0"));
        office.releases().then().statusCode(200).body("state", is("open"));
        office.requests(session).then().body("requestedAt", startsWith("2021-02-16T09:00:0"));
    }

    @Test
    void slots_are_offered_as_far_as_they_reach() {
        var session = Programme.withSlots();
        for (var i = 0; i < 4; i++) {
            requesting(session);
        }
        Offices.offers(session)
                .then()
                .statusCode(200)
                .body("places.startsAt", contains(FIRST, SECOND, THIRD))
                .body("waiting.size()", is(1));
        var waiting = Offices.staff("secretariat")
                .get(Offices.LISTS + "/" + session)
                .jsonPath()
                .getString("waiting[0].id");
        Offices.offers(session, "{\"statement\":\"" + waiting + "\"}")
                .then()
                .statusCode(409)
                .body("code", is("list-full"));
        Offices.offers(session, "{\"statement\":\"" + UUID.randomUUID() + "\"}")
                .then()
                .statusCode(409)
                .body("code", is("not-waiting"));
        Offices.offers(UUID.randomUUID().toString()).then().statusCode(404);
    }

    private static Office requesting(String session, String window) {
        var office = Offices.accepted();
        office.request()
                .header("If-Match", office.tag())
                .body("{\"sessions\":[\"" + session + "\"]," + window + "}")
                .put(office.statement() + "/request")
                .then()
                .statusCode(200);
        return office;
    }

    @Test
    void whose_hours_protocol_does_not_meet_is_left_out_and_offered_a_slot_that_staff_choose() {
        var session = Programme.withSlots();
        ForumTime.is("2021-02-15T10:00:00Z");
        var early = requesting(session, "\"notAfter\":\"" + FIRST + "\"");
        ForumTime.is("2021-02-15T10:01:00Z");
        var late = requesting(session, "\"notBefore\":\"" + THIRD + "\"");
        ForumTime.is("2021-02-15T10:02:00Z");
        var other = requesting(session);
        Offices.offers(session)
                .then()
                .statusCode(200)
                .body("places.statement", contains(early.id(), other.id()))
                .body("waiting.id", contains(late.id()));
        var chosen = "{\"statement\":\"" + late.id() + "\",\"startsAt\":\"%s\",\"reason\":\"Arrives late.\"}";
        Offices.offers(session, chosen.formatted(FIRST)).then().statusCode(409).body("code", is("slot-taken"));
        Offices.offers(session, chosen.formatted("2021-03-22T14:01:00Z"))
                .then()
                .statusCode(422)
                .body("code", is("no-such-slot"));
        Offices.offers(session, "{\"startsAt\":\"" + THIRD + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/statement"));
        Offices.offers(session, chosen.formatted(THIRD))
                .then()
                .statusCode(200)
                .body("places.statement", contains(early.id(), other.id(), late.id()))
                .body("places[2].startsAt", is(THIRD))
                .body("places[2].reasons.rule", contains("assigned"))
                .body("places[2].reasons[0].remark", is("Arrives late."));
        late.confirms().then().statusCode(200).body("slot.startsAt", is(THIRD));
        ForumTime.is("2021-03-22T14:01:00Z");
        var last = requesting(session);
        Offices.offers(session, "{\"statement\":\"" + last.id() + "\",\"startsAt\":\"" + FIRST + "\"}")
                .then()
                .statusCode(409)
                .body("code", is("slot-in-the-past"));
    }

    @Test
    void of_two_speakers_of_one_delegation_one_is_offered_a_slot() {
        var session = Programme.withSlots();
        var minister = Offices.invited("PT");
        var ambassador = Offices.invited("PT");
        for (var office : List.of(minister, ambassador)) {
            office.accepts();
            office.requests(session).then().statusCode(200);
        }
        Offices.offers(session)
                .then()
                .statusCode(200)
                .body("places.size()", is(1))
                .body("waiting.size()", is(1));
    }

    @Test
    void what_cannot_be_asked_for_is_refused() {
        var session = Programme.withSlots();
        var silent =
                Programme.added(Programme.session("2021-03-22T15:00:00+01:00", "2021-03-22T16:00:00+01:00", false));
        var office = Offices.accepted();
        office.requests(silent).then().statusCode(422).body("code", is("session-takes-no-statements"));
        office.requests(session, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sessions/1"));
        office.requests(session, session).then().statusCode(422).body("errors.code", contains("unique"));
        office.requests().then().statusCode(422).body("errors.pointer", contains("/sessions"));
        office.request()
                .header("If-Match", office.tag())
                .body("{\"sessions\":[\"" + session + "\"],\"notBefore\":\"" + SECOND + "\",\"notAfter\":\"" + FIRST
                        + "\"}")
                .put(office.statement() + "/request")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/notAfter"));
        office.request().body("{}").put(office.statement() + "/request").then().statusCode(422);
        office.request()
                .body("{\"sessions\":[\"" + session + "\"]}")
                .put(office.statement() + "/request")
                .then()
                .statusCode(428);
        office.books(session, FIRST).then().statusCode(200);
        office.requests(session).then().statusCode(409).body("code", is("slot-given-already"));
    }

    @Test
    void nothing_offered_is_nothing_to_confirm_and_a_withdrawn_statement_asks_for_nothing() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.confirms().then().statusCode(409).body("code", is("nothing-offered"));
        office.requests(session).then().statusCode(200);
        Offices.offers(session).then().statusCode(200);
        office.declines();
        Offices.untilRead();
        office.requests(session).then().statusCode(409).body("code", is("statement-withdrawn"));
        office.confirms().then().statusCode(409).body("code", is("statement-withdrawn"));
        Offices.staff("secretariat")
                .get(Offices.LISTS + "/" + session)
                .then()
                .body("places", empty())
                .body("left.rule", contains("withdrawn"));
    }

    @Test
    void a_statement_that_no_letter_invites_to_is_of_a_country_or_of_an_entity() {
        for (var bad : List.of(
                "{\"speaker\":{\"name\":\"N\",\"rank\":\"minister\"}}",
                "{\"country\":\"XX\",\"speaker\":{\"name\":\"N\",\"rank\":\"minister\"}}",
                "{\"country\":\"CH\",\"speaker\":{\"name\":\"N\",\"rank\":\"emperor\"}}",
                "{\"country\":\"CH\",\"speaker\":{\"name\":\"N\\u202e\",\"rank\":\"minister\"}}",
                "{\"country\":\"CH\",\"entity\":{\"code\":\"unesco\",\"name\":{\"en\":{\"value\":\"U\"}}},"
                        + "\"speaker\":{\"name\":\"N\",\"rank\":\"minister\"}}")) {
            Offices.staff("secretariat")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(bad)
                    .post(Offices.STATEMENTS)
                    .then()
                    .statusCode(422)
                    .body("code", is("validation-failed"));
        }
        var session = Programme.withSlots();
        var agency = Offices.opens("""
                {"entity":{"code":"unesco","name":{"en":{"value":"UNESCO"}}},
                 "speaker":{"name":"Audrey Azoulay","rank":"head-of-agency"}}""");
        Offices.staff("secretariat")
                .header("If-Match", "*")
                .body("{\"session\":\"" + session + "\",\"startsAt\":\"" + FIRST + "\"}")
                .put(agency + "/slot")
                .then()
                .statusCode(200);
        when().get(agency)
                .then()
                .statusCode(200)
                .body("entity", is("unesco"))
                .body("entityName.en.value", is("UNESCO"))
                .body("$", not(hasKey("country")));
        when().get(Programme.SESSIONS + "/" + session).then().body("speakers[0].countryName.en.value", is("UNESCO"));
        // One speaker a delegation, whatever it is a delegation of.
        var second = Offices.opens("""
                {"entity":{"code":"unesco","name":{"en":{"value":"UNESCO"}}},"speaker":{"name":"N","rank":"other"}}""");
        Offices.staff("secretariat")
                .header("If-Match", "*")
                .body("{\"session\":\"" + session + "\",\"startsAt\":\"" + SECOND + "\"}")
                .put(second + "/slot")
                .then()
                .statusCode(409)
                .body("code", is("delegation-speaks-already"));
    }
}
