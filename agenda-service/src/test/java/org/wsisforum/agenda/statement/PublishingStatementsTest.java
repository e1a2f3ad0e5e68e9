package org.wsisforum.agenda.statement;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What was delivered is published, and whoever keeps a copy of it follows from there. */
@ForumTest
class PublishingStatementsTest {

    private static final String PUBLISHED = Offices.STATEMENTS + "?state=delivered&count=exact";
    private static final String FIRST = "2021-03-22T14:00:00Z";
    private static final String SECOND = "2021-03-22T14:03:00Z";
    private static final String THIRD = "2021-03-22T14:06:00Z";

    private static Office speaking(String session, String startsAt, String words) {
        var office = Offices.accepted();
        office.books(session, startsAt).then().statusCode(200);
        office.submits("{\"en\":{\"value\":\"" + words + "\",\"status\":\"official\"}}")
                .then()
                .statusCode(200);
        return office;
    }

    @Test
    void the_published_statements_are_listed_and_followed() {
        var session = Programme.withSlots();
        var one = speaking(session, FIRST, "The first.");
        var other = speaking(session, SECOND, "The second.");
        ForumTime.is("2021-03-22T14:07:00Z");
        var before = when().get(PUBLISHED)
                .then()
                .body("items", empty())
                .body("count", is(0))
                .extract();
        Offices.delivers(one, FIRST, SECOND).then().statusCode(200);
        var after = given().header("If-None-Match", before.header("ETag"))
                .get(PUBLISHED)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("items.id", contains(one.id()))
                .body("items.text.en.value", contains("The first."))
                .body("items.checkAgainstDelivery", contains(true))
                .body("items[0].delivery.endedAt", is(SECOND))
                .body("count", is(1))
                .extract();
        given().header("If-None-Match", after.header("ETag"))
                .get(PUBLISHED)
                .then()
                .statusCode(304);

        Offices.delivers(other, SECOND, THIRD).then().statusCode(200);
        one.submits("{\"en\":{\"value\":\"The first, as it was said.\"}}")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> when().get(after.<String>path("links.changes"))
                .then()
                .statusCode(200)
                .body("items.findAll { it.type.endsWith('delivered.v1') }.subject", hasItem("statements/" + other.id()))
                .body("items.findAll { it.type.endsWith('corrected.v1') }.subject", contains("statements/" + one.id()))
                .body(not(containsString("as it was said"))));
        when().get(PUBLISHED)
                .then()
                .body("items.id", contains(one.id(), other.id()))
                .body("items[0].text.en.value", is("The first, as it was said."))
                .body("items[0].checkAgainstDelivery", is(false));
    }

    @Test
    void a_statement_without_a_text_is_delivered_too_and_the_text_may_follow() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, FIRST).then().statusCode(200);
        ForumTime.is("2021-03-22T14:07:00Z");
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200).body("$", not(hasKey("checkAgainstDelivery")));
        when().get(office.statement()).then().body("state", is("delivered")).body("$", not(hasKey("text")));
        office.submits("{\"en\":{\"value\":\"Afterwards.\"}}").then().statusCode(200);
        when().get(office.statement()).then().body("text.en.value", is("Afterwards."));
    }

    @Test
    void what_was_delivered_stays() {
        var session = Programme.withSlots();
        var office = speaking(session, FIRST, "The first.");
        ForumTime.is("2021-03-22T14:07:00Z");
        Offices.delivers(office, FIRST, SECOND).then().statusCode(200);
        office.books(session, "2021-03-22T14:09:00Z").then().statusCode(409).body("code", is("statement-closed"));
        office.releases().then().statusCode(409);
        office.substitutes("Somebody", "other").then().statusCode(409);
        Offices.staff("secretariat")
                .header("If-Match", office.tag())
                .delete(office.statement() + "/slot")
                .then()
                .statusCode(409);
        office.declines();
        Offices.untilRead();
        when().get(office.statement()).then().statusCode(200).body("state", is("delivered"));
        when().get(Programme.SESSIONS + "/" + session).then().body("speakers.country", contains(office.country()));
        // The times are corrected, and the rest with them: nothing is published anew.
        Offices.delivers(office, FIRST, "2021-03-22T14:04:00Z")
                .then()
                .statusCode(200)
                .body("delivery.endedAt", is("2021-03-22T14:04:00Z"));
    }

    @Test
    void only_what_happened_is_a_delivery() {
        var session = Programme.withSlots();
        var office = speaking(session, FIRST, "The first.");
        ForumTime.is("2021-03-22T14:02:00Z");
        for (var times : List.of(
                List.of(FIRST, "2021-03-22T14:03:30Z", "future"),
                List.of("2021-03-22T14:01:00Z", FIRST, "order"),
                List.of("2021-03-22T13:59:59Z", "2021-03-22T14:01:00Z", "too-early"))) {
            Offices.delivers(office, times.get(0), times.get(1))
                    .then()
                    .statusCode(422)
                    .body("errors.code", contains(times.get(2)));
        }
        ForumTime.is("2021-03-22T20:00:00Z");
        Offices.delivers(office, FIRST, "2021-03-22T17:00:01Z")
                .then()
                .statusCode(422)
                .body("errors.code", contains("too-long"));
        var open = Offices.accepted();
        Offices.delivers(open, FIRST, "2021-03-22T14:01:00Z")
                .then()
                .statusCode(409)
                .body("code", is("not-on-the-list"));
        office.request()
                .header("If-Match", office.tag())
                .body("{\"startedAt\":\"" + FIRST + "\",\"endedAt\":\"2021-03-22T14:01:00Z\"}")
                .put(office.statement() + "/delivery")
                .then()
                .statusCode(403);
    }
}
