package org.wsisforum.agenda.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** Whatever happens to a list, it says why it is as it is. */
@ForumTest
class ChangingASpeakersListTest {

    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String BEFORE_IT_CLOSES = "2021-03-21T13:59:59Z";
    private static final String WHEN_IT_CLOSES = "2021-03-21T14:00:00Z";

    /** Five slots, of which the ministers of these countries have the first, in this order. */
    private static List<Office> speaking(String session, String... countries) {
        var offices = new ArrayList<Office>();
        for (var i = 0; i < countries.length; i++) {
            ForumTime.is("2021-02-15T10:0" + i + ":00Z");
            var office = Offices.invited(countries[i]);
            office.accepts();
            office.requests(session).then().statusCode(200);
            offices.add(office);
        }
        Offices.offers(session).then().statusCode(200);
        offices.forEach(office -> office.confirms().then().statusCode(200));
        return offices;
    }

    private static String fiveSlots() {
        return Programme.added(Programme.session("2021-03-22T15:00:00+01:00", "2021-03-22T15:15:00+01:00", true));
    }

    private static JsonPath list(String session) {
        return Offices.staff("secretariat")
                .get(Offices.LISTS + "/" + session)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** "14:00 KE protocol", with the last reason of each place. */
    private static List<String> table(String session) {
        var list = list(session);
        var rows = new ArrayList<String>();
        for (var i = 0; i < list.getList("places").size(); i++) {
            rows.add(list.getString("places[" + i + "].startsAt").substring(11, 16) + " "
                    + list.getString("places[" + i + "].country") + " "
                    + list.getString("places[" + i + "].reasons[-1].rule"));
        }
        return rows;
    }

    private static Office late(String country, String session) {
        var office = Offices.invited(country);
        office.accepts();
        office.requests(session).then().statusCode(200);
        return office;
    }

    @Test
    void a_vice_minister_who_comes_for_a_minister_speaks_after_the_ministers() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        var cursor = when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
        offices.get(0)
                .substitutes("John Tanui", "vice-minister")
                .then()
                .statusCode(200)
                .body("slot.startsAt", is("2021-03-22T14:06:00Z"));
        assertThat(table(session)).containsExactly("14:00 SN made-room", "14:03 JP made-room", "14:06 KE substitution");
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("places[2].speaker.name", is("John Tanui"))
                .body("places[2].reasons[-1].formerRank", is("minister"))
                .body("places[2].reasons[-1].rank", is("vice-minister"))
                .body("places[0].reasons[-1].because", is(offices.get(0).id()));
        await().untilAsserted(() -> given().queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body(
                        "items.type.collect { it.replace('org.wsisforum.agenda.statement.', '') }",
                        contains("substituted.v1", "moved.v1", "moved.v1", "moved.v1"))
                .body("items.subject", hasItem("statements/" + offices.get(1).id())));
    }

    @Test
    void a_substitute_of_the_same_rank_keeps_the_slot() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN");
        offices.get(0).substitutes("Another Minister", "minister").then().statusCode(200);
        assertThat(table(session)).containsExactly("14:00 KE protocol", "14:03 SN protocol");
    }

    @Test
    void a_delegation_does_not_give_itself_a_higher_rank_and_the_secretariat_does() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN");
        offices.get(1)
                .substitutes("Macky Sall", "head-of-state")
                .then()
                .statusCode(403)
                .body("code", is("rank-is-for-staff"));
        offices.get(1)
                .substitutes("Macky Sall", "emperor")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/rank"));
        Offices.ranks(offices.get(1), "head-of-state");
        assertThat(table(session)).containsExactly("14:00 SN substitution", "14:03 KE made-room");
    }

    @Test
    void a_list_that_is_closed_moves_nobody_up_and_still_moves_down() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        ForumTime.is(WHEN_IT_CLOSES);
        Offices.ranks(offices.get(2), "head-of-state");
        assertThat(table(session)).containsExactly("14:00 KE protocol", "14:03 SN protocol", "14:06 JP substitution");
        offices.get(0).substitutes("Somebody", "other").then().statusCode(200);
        assertThat(table(session)).containsExactly("14:00 SN made-room", "14:03 JP made-room", "14:06 KE substitution");
    }

    @Test
    void an_answer_that_names_a_representative_moves_the_slot_too() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN");
        offices.get(0).tells("represented", true, "Mr Amb.", "Jean Dupont");
        Offices.untilRead();
        assertThat(table(session)).containsExactly("14:00 SN made-room", "14:03 KE substitution");
        list(session);
        offices.get(0).read().then().body("rank", is("other")).body("speaker.name", is("Jean Dupont"));
    }

    @Test
    void the_same_answer_read_again_does_not_take_a_substitute_back() {
        var session = fiveSlots();
        var office = speaking(session, "KE").getFirst();
        office.substitutes("John Tanui", "vice-minister").then().statusCode(200);
        office.happens("accepted");
        Offices.untilRead();
        office.read().then().body("speaker.name", is("John Tanui")).body("rank", is("vice-minister"));
        office.tells("accepted", true, "H.E. Mr", "Joe Mucheru");
        Offices.untilRead();
        office.read().then().body("speaker.name", is("Joe Mucheru")).body("rank", is("minister"));
    }

    @Test
    void who_accepts_late_stands_where_protocol_says_while_the_list_is_open() {
        var session = fiveSlots();
        speaking(session, "KE", "SN");
        var vice = Offices.invited("NO");
        vice.accepts();
        Offices.ranks(vice, "vice-minister");
        vice.requests(session).then().statusCode(200);
        Offices.offers(session);
        vice.confirms().then().statusCode(200);
        ForumTime.is(BEFORE_IT_CLOSES);
        var minister = late("BR", session);
        Offices.offers(session).then().body("state", is("open"));
        minister.confirms().then().statusCode(200);
        assertThat(table(session))
                .containsExactly("14:00 KE protocol", "14:03 SN protocol", "14:06 BR protocol", "14:09 NO made-room");
    }

    @Test
    void who_accepts_after_the_list_is_closed_stands_at_the_end_and_the_list_says_so() {
        var session = fiveSlots();
        speaking(session, "KE", "SN");
        ForumTime.is(WHEN_IT_CLOSES);
        var president = late("GA", session);
        Offices.ranks(president, "head-of-state");
        Offices.offers(session).then().body("state", is("closed"));
        president.confirms().then().statusCode(200);
        assertThat(table(session)).containsExactly("14:00 KE protocol", "14:03 SN protocol", "14:06 GA late");
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("state", is("closed"))
                .body("places[2].reasons[0].closedAt", is(WHEN_IT_CLOSES))
                .body("places[2].reasons[0].rank", is("head-of-state"));
    }

    @Test
    void an_office_that_chooses_late_chooses_after_the_last_speaker() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        ForumTime.is(WHEN_IT_CLOSES);
        offices.get(0).releases().then().statusCode(200);
        var office = Offices.accepted();
        office.books(session, "2021-03-22T14:00:00Z").then().statusCode(409).body("code", is("list-closed"));
        office.books(session, "2021-03-22T14:09:00Z").then().statusCode(200);
    }

    @Test
    void a_list_that_has_no_room_behind_moves_up_into_the_room_before() {
        var session = Programme.withSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        offices.get(0).releases().then().statusCode(200);
        ForumTime.is("2021-02-16T10:00:00Z");
        var late = late("BR", session);
        Offices.offers(session).then().statusCode(200);
        late.confirms().then().statusCode(200);
        assertThat(table(session)).containsExactly("14:00 SN made-room", "14:03 JP made-room", "14:06 BR protocol");
    }

    @Test
    void who_withdraws_on_the_day_leaves_a_free_place_and_the_others_stay() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        ForumTime.is("2021-03-22T13:59:00Z");
        offices.get(1).releases().then().statusCode(200);
        assertThat(table(session)).containsExactly("14:00 KE protocol", "14:06 JP protocol");
        var list = list(session);
        assertThat(list.getString("left[0].statement")).isEqualTo(offices.get(1).id());
        assertThat(list.getString("left[0].rule")).isEqualTo("released");
        assertThat(list.getString("left[0].startsAt")).isEqualTo("2021-03-22T14:03:00Z");
        assertThat(list.getString("left[0].at")).startsWith("2021-03-22T13:59:0");
        offices.get(2).declines();
        Offices.untilRead();
        assertThat(table(session)).containsExactly("14:00 KE protocol");
        assertThat(list(session).getList("left.rule")).containsExactly("released", "withdrawn");
    }

    @Test
    void whose_turn_came_and_who_did_not_speak_is_taken_off_by_the_secretariat() {
        var session = fiveSlots();
        var office = speaking(session, "KE").getFirst();
        ForumTime.is("2021-03-22T14:02:00Z");
        office.releases().then().statusCode(409).body("code", is("statement-closed"));
        Offices.staff("secretariat")
                .header("If-Match", office.tag())
                .delete(office.statement() + "/slot")
                .then()
                .statusCode(200)
                .body("state", is("open"));
        assertThat(list(session).getList("left.rule")).containsExactly("not-given");
    }

    @Test
    void two_delegations_that_agree_exchange_their_slots() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN");
        var kenya = offices.get(0);
        var senegal = offices.get(1);
        kenya.exchangesWith(senegal).then().statusCode(200).body("exchange.with", is(senegal.id()));
        assertThat(table(session)).containsExactly("14:00 KE protocol", "14:03 SN protocol");
        senegal.request()
                .get(senegal.statement() + "/exchange")
                .then()
                .statusCode(200)
                .body("items.id", contains(kenya.id()))
                .body("items[0]", not(hasKey("invitation")));
        // What delegations talk of is not for everybody.
        when().get(kenya.statement()).then().body("$", not(hasKey("exchange")));
        senegal.exchangesWith(kenya)
                .then()
                .statusCode(200)
                .body("slot.startsAt", is("2021-03-22T14:00:00Z"))
                .body("$", not(hasKey("exchange")));
        assertThat(table(session)).containsExactly("14:00 SN exchange", "14:03 KE exchange");
        assertThat(list(session).getString("places[0].reasons[-1].because")).isEqualTo(kenya.id());
    }

    @Test
    void slots_of_two_sessions_are_exchanged() {
        var session = fiveSlots();
        var other = Programme.added(Programme.session("2021-03-23T15:00:00+01:00", "2021-03-23T15:15:00+01:00", true));
        var kenya = speaking(session, "KE").getFirst();
        var japan = speaking(other, "JP").getFirst();
        kenya.exchangesWith(japan).then().statusCode(200);
        japan.exchangesWith(kenya).then().statusCode(200).body("slot.session", is(session));
        assertThat(table(session)).containsExactly("14:00 JP exchange");
        assertThat(table(other)).containsExactly("14:00 KE exchange");
        // Each list says who left it for the other.
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("left.rule", contains("exchanged"))
                .body("left.statement", contains(kenya.id()));
        when().get(Offices.LISTS + "/" + other).then().body("left.statement", contains(japan.id()));
    }

    @Test
    void a_proposal_is_for_the_slot_that_was_there_when_it_was_made() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN");
        offices.get(0).exchangesWith(offices.get(1)).then().statusCode(200);
        offices.get(1).books(session, "2021-03-22T14:12:00Z").then().statusCode(200);
        offices.get(1)
                .request()
                .get(offices.get(1).statement() + "/exchange")
                .then()
                .body("items", empty());
        offices.get(1)
                .exchangesWith(offices.get(0))
                .then()
                .statusCode(200)
                .body("slot.startsAt", is("2021-03-22T14:12:00Z"));
        offices.get(1)
                .request()
                .header("If-Match", offices.get(1).tag())
                .delete(offices.get(1).statement() + "/exchange")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("exchange")));
    }

    @Test
    void an_exchange_needs_two_slots_that_are_still_to_come() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN");
        var without = Offices.accepted();
        for (var with :
                List.of(without.id(), offices.get(0).id(), UUID.randomUUID().toString())) {
            offices.get(0)
                    .request()
                    .header("If-Match", offices.get(0).tag())
                    .body("{\"with\":\"" + with + "\"}")
                    .put(offices.get(0).statement() + "/exchange")
                    .then()
                    .statusCode(409)
                    .body("code", is("exchange-not-possible"));
        }
        without.exchangesWith(offices.get(0)).then().statusCode(409).body("code", is("exchange-not-possible"));
        ForumTime.is("2021-03-22T14:00:00Z");
        offices.get(1).exchangesWith(offices.get(0)).then().statusCode(409).body("code", is("exchange-not-possible"));
        offices.get(0).exchangesWith(offices.get(1)).then().statusCode(409).body("code", is("statement-closed"));
    }

    private static Response reorder(String session, String tag, String reason, Office... offices) {
        var ids = new ArrayList<String>();
        for (var office : offices) {
            ids.add("\"" + office.id() + "\"");
        }
        return Offices.staff("programme-manager")
                .header("If-Match", tag)
                .body("{\"statements\":" + ids + ",\"reason\":\"" + reason + "\"}")
                .put(Offices.LISTS + "/" + session + "/order");
    }

    private static String tag(String session) {
        return Offices.staff("programme-manager")
                .get(Offices.LISTS + "/" + session)
                .header("ETag");
    }

    @Test
    void the_chair_changes_the_order_and_the_list_says_who_why_and_when() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        ForumTime.is("2021-03-22T10:00:00Z");
        reorder(session, tag(session), "The minister flies at noon.", offices.get(2), offices.get(1), offices.get(0))
                .then()
                .statusCode(200);
        assertThat(table(session)).containsExactly("14:00 JP chair", "14:03 SN protocol", "14:06 KE chair");
        Offices.staff("secretariat")
                .get(Offices.LISTS + "/" + session)
                .then()
                .body("places[0].reasons[-1].remark", is("The minister flies at noon."))
                .body("places[0].reasons[-1].by", is("staff"))
                .body("places[0].reasons[-1].at", startsWith("2021-03-22T10:00:0"));
        // Everybody sees that it was the Chair, and not why.
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("places[0].reasons[-1].rule", is("chair"))
                .body("places[0].reasons[-1]", not(hasKey("by")))
                .body(not(containsString("flies")));
        Offices.staff("secretariat")
                .get(offices.get(2).statement() + "/history")
                .then()
                .body("items[-1].actor", notNullValue());
    }

    @Test
    void the_chair_orders_the_list_that_was_seen_and_those_who_have_not_begun() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        var seen = tag(session);
        reorder(session, seen, "Why", offices.get(0), offices.get(1))
                .then()
                .statusCode(409)
                .body("code", is("list-is-another"));
        reorder(session, seen, "Why", offices.get(0), offices.get(1), offices.get(1))
                .then()
                .statusCode(409);
        reorder(session, seen, " ", offices.get(0)).then().statusCode(422).body("errors.pointer", contains("/reason"));
        offices.get(2).releases().then().statusCode(200);
        reorder(session, seen, "Why", offices.get(1), offices.get(0))
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        ForumTime.is("2021-03-22T14:01:00Z");
        reorder(session, tag(session), "Why", offices.get(1), offices.get(0))
                .then()
                .statusCode(409);
        reorder(session, tag(session), "Why", offices.get(1)).then().statusCode(200);
    }

    @Test
    void what_offices_chose_is_put_into_the_order_of_protocol() {
        var session = fiveSlots();
        var offices = new ArrayList<Office>();
        for (var row :
                List.of("KE ambassador 14:00", "SN minister 14:03", "GA head-of-state 14:09", "JP minister 14:12")) {
            var words = row.split(" ");
            ForumTime.is("2021-02-15T10:0" + offices.size() + ":00Z");
            var office = Offices.invited(words[0]);
            office.acceptsAs(words[1]);
            office.books(session, "2021-03-22T" + words[2] + ":00Z").then().statusCode(200);
            offices.add(office);
        }
        assertThat(table(session))
                .containsExactly("14:00 KE booked", "14:03 SN booked", "14:09 GA booked", "14:12 JP booked");
        var seen = tag(session);
        byProtocol(session, seen).then().statusCode(200);
        assertThat(table(session))
                .containsExactly("14:00 GA protocol", "14:03 SN protocol", "14:09 JP protocol", "14:12 KE protocol");
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("places[0].reasons.rule", contains("booked", "protocol"))
                .body("places[0].reasons[-1].rank", is("head-of-state"))
                .body("places[0].reasons[-1].name", is("Gabon"));
        byProtocol(session, seen).then().statusCode(412);
        // What stands so already is given no further reason.
        var ordered = tag(session);
        byProtocol(session, ordered).then().statusCode(200).header("ETag", is(ordered));
        ForumTime.is(WHEN_IT_CLOSES);
        byProtocol(session, ordered).then().statusCode(409).body("code", is("list-closed"));
        byProtocol(UUID.randomUUID().toString(), "*").then().statusCode(404);
    }

    private static Response byProtocol(String session, String tag) {
        return Offices.staff("programme-manager")
                .header("If-Match", tag)
                .put(Offices.LISTS + "/" + session + "/order/protocol");
    }

    @Test
    void on_a_closed_list_nobody_moves_for_who_comes_late() {
        var session = Programme.withSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        offices.get(0).releases().then().statusCode(200);
        ForumTime.is("2021-03-22T13:59:30Z");
        var late = late("BR", session);
        Offices.offers(session, "{\"statement\":\"" + late.id() + "\"}")
                .then()
                .statusCode(409)
                .body("code", is("list-full"));
        Offices.offers(session).then().statusCode(200).body("waiting.id", contains(late.id()));
        assertThat(table(session)).containsExactly("14:03 SN protocol", "14:06 JP protocol");
        offices.get(2).releases().then().statusCode(200);
        Offices.offers(session).then().statusCode(200);
        assertThat(table(session)).containsExactly("14:03 SN protocol", "14:06 BR late");
    }

    @Test
    void who_is_only_offered_a_slot_is_no_reason_that_everybody_sees() {
        var session = fiveSlots();
        var minister = speaking(session, "KE").getFirst();
        var president = Offices.invited("GA");
        president.acceptsAs("head-of-state");
        president.requests(session).then().statusCode(200);
        Offices.offers(session).then().statusCode(200);
        assertThat(list(session).getString("places[1].reasons[-1].because")).isEqualTo(president.id());
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("places.statement", contains(minister.id()))
                .body("places[0].reasons[-1].rule", is("made-room"))
                .body(not(containsString(president.id())));
        president.confirms().then().statusCode(200);
        when().get(Offices.LISTS + "/" + session).then().body("places[1].reasons[-1].because", is(president.id()));
    }

    @Test
    void everybody_sees_that_a_place_was_left_and_not_who_was_only_offered_one() {
        var session = fiveSlots();
        var offices = speaking(session, "KE", "SN", "JP");
        offices.get(1).releases().then().statusCode(200);
        offices.get(2).declines();
        Offices.untilRead();
        var offered = late("BR", session);
        Offices.offers(session).then().statusCode(200);
        offered.releases().then().statusCode(200);
        when().get(Offices.LISTS + "/" + session)
                .then()
                .body("places.startsAt", contains("2021-03-22T14:00:00Z"))
                .body("left.startsAt", contains("2021-03-22T14:03:00Z", "2021-03-22T14:06:00Z"))
                .body("left.rule", contains("released", "withdrawn"))
                .body(not(containsString(offered.id())));
        assertThat(list(session).getList("left.rule")).containsExactly("released", "withdrawn", "released");
    }

    @Test
    void a_session_that_moves_says_so_on_its_list() {
        var session = fiveSlots();
        speaking(session, "KE");
        Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body("{\"startsAt\":\"2021-03-22T15:00:00Z\",\"endsAt\":\"2021-03-22T15:15:00Z\"}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
        assertThat(table(session)).containsExactly("15:00 KE session-moved");
        assertThat(list(session).getString("places[0].reasons[-1].startsAt")).isEqualTo("2021-03-22T15:00:00Z");
    }

    @Test
    void the_lists_of_an_edition_are_counted_for_everybody_without_what_is_only_offered() {
        var session = fiveSlots();
        speaking(session, "KE");
        late("SN", session);
        Offices.offers(session).then().statusCode(200);
        var path = "items.find { it.session == '" + session + "' }.";
        when().get(Offices.LISTS)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .body(path + "slots", is(5))
                .body(path + "speakers", is(1))
                .body(path + "state", is("open"))
                .body(path + "closesAt", is(WHEN_IT_CLOSES));
        Offices.staff("secretariat").get(Offices.LISTS).then().body(path + "speakers", is(2));
        given().header("Authorization", TestCredentials.of("s", "secretariat", "statements:write"))
                .get(Offices.LISTS + "/" + session)
                .then()
                .body("places", hasSize(1))
                .body("places.state", everyItem(is("booked")));
        when().get(Offices.LISTS + "/" + UUID.randomUUID()).then().statusCode(404);
        var hidden = Programme.addedToDraft(
                Programme.session("2021-03-24T15:00:00+01:00", "2021-03-24T15:15:00+01:00", true));
        when().get(Offices.LISTS + "/" + hidden).then().statusCode(404);
    }
}
