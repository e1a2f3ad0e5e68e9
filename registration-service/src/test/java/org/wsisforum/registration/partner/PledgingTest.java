package org.wsisforum.registration.partner;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.registration.ForumTest;
import org.wsisforum.registration.Secretariat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wsisforum.registration.partner.PartnerOffice.OFFERS;
import static org.wsisforum.registration.partner.PartnerOffice.by;
import static org.wsisforum.registration.partner.PartnerOffice.currentTag;
import static org.wsisforum.registration.partner.PartnerOffice.offer;
import static org.wsisforum.registration.partner.PartnerOffice.partner;

@ForumTest
class PledgingTest {

    private static final String CASH = """
            {"kind":"cash","amount":{"amount":"1000.50","currency":"CHF"},"earmark":"fellowships"}""";

    @BeforeEach
    void in_april() {
        ForumTime.is("2021-04-12T10:00:00Z");
    }

    private static ValidatableResponse pledge(String person, String partner, String body) {
        return by(person).body(body).post(OFFERS + "/" + partner + "/pledges").then();
    }

    /** A confirmed pledge of cash, as a path. */
    private static String confirmed(String person, String body) {
        var partner = partner(person, person, "supporting");
        var path = OFFERS + "/" + partner + "/pledges/"
                + pledge(person, partner, body).statusCode(201).extract().path("id");
        Secretariat.request()
                .post(path + "/confirmation")
                .then()
                .statusCode(200)
                .body("state", is("confirmed"));
        return path;
    }

    private static ValidatableResponse receive(String pledge, String amount) {
        return Secretariat.request()
                .body("{\"receivedOn\":\"2021-04-12\",\"amount\":{\"amount\":\"%s\",\"currency\":\"CHF\"}}"
                        .formatted(amount))
                .post(pledge + "/fulfilments")
                .then();
    }

    @Test
    void a_pledge_is_made_changed_confirmed_and_fulfilled_in_instalments() {
        var partner = partner("qatar", "Qatar", "supporting");
        var path = OFFERS + "/" + partner + "/pledges/"
                + pledge("qatar", partner, CASH)
                        .statusCode(201)
                        .body("state", is("pledged"))
                        .body("amount.amount", is("1000.50"))
                        .extract()
                        .path("id");
        receive(path, "1").statusCode(409).body("code", is("pledge-not-confirmed"));
        by("qatar")
                .contentType("application/merge-patch+json")
                .header("If-Match", currentTag("qatar", path))
                .body("{\"amount\":{\"amount\":\"0.30\"}}")
                .patch(path)
                .then()
                .statusCode(200);
        Secretariat.request().post(path + "/confirmation").then().statusCode(200);
        by("qatar")
                .contentType("application/merge-patch+json")
                .header("If-Match", currentTag("qatar", path))
                .body("{\"earmark\":null}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("code", is("pledge-settled"));

        // 0.1 + 0.2 is 0.3 here.
        receive(path, "0.1").statusCode(201);
        by("qatar").get(path).then().body("received.amount", is("0.10")).body("fulfilled", is(false));
        receive(path, "0.2").statusCode(201);
        by("qatar").get(path).then().body("received.amount", is("0.30")).body("fulfilled", is(true));
        receive(path, "0.01").statusCode(409).body("code", is("more-than-pledged"));
        by("qatar").get(path + "/fulfilments").then().body("items.amount.amount", contains("0.10", "0.20"));
        by("qatar").post(path + "/withdrawal").then().statusCode(409).body("code", is("pledge-settled"));
    }

    @Test
    void what_was_entered_by_mistake_is_reversed_and_stays_on_record() {
        var path = confirmed("ieee", CASH);
        receive(path, "1000.50").statusCode(201);
        var entry = by("ieee").get(path + "/fulfilments").then().extract().<String>path("items[0].id");
        Secretariat.request()
                .body("{}")
                .post(path + "/fulfilments/" + entry + "/reversal")
                .then()
                .statusCode(422);
        Secretariat.request()
                .body("{\"reason\":\"Another account.\"}")
                .post(path + "/fulfilments/" + entry + "/reversal")
                .then()
                .statusCode(200)
                .body("reversedAt", notNullValue());
        Secretariat.request()
                .body("{\"reason\":\"Again.\"}")
                .post(path + "/fulfilments/" + entry + "/reversal")
                .then()
                .statusCode(409)
                .body("code", is("entry-reversed"));
        by("ieee").get(path).then().body("received.amount", is("0.00")).body("fulfilled", is(false));
        by("ieee").get(path + "/fulfilments").then().body("items.reversedBecause", contains("Another account."));
        by("ieee").post(path + "/withdrawal").then().statusCode(200).body("state", is("withdrawn"));
    }

    @Test
    void ten_who_enter_instalments_at_once_never_enter_more_than_was_pledged() throws Exception {
        var path = confirmed("at-once", CASH.replace("1000.50", "300"));
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(IntStream.range(0, 10)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> receive(path, "100").extract().statusCode())
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .sorted()
                    .toList();
        }
        assertThat(answers).containsExactly(201, 201, 201, 409, 409, 409, 409, 409, 409, 409);
        by("at-once").get(path).then().body("received.amount", is("300.00")).body("fulfilled", is(true));
    }

    @Test
    void staff_is_counted_in_months_and_a_thing_needs_no_price() {
        var staff = confirmed("seconding", "{\"kind\":\"staff\",\"personMonths\":\"10\",\"what\":\"An editor\"}");
        Secretariat.request()
                .body("{\"receivedOn\":\"2021-04-01\",\"personMonths\":\"2.5\"}")
                .post(staff + "/fulfilments")
                .then()
                .statusCode(201);
        by("seconding").get(staff).then().body("personMonths", is("10.0")).body("receivedMonths", is("2.5"));
        receive(staff, "1").statusCode(422).body("code", is("fulfilment-not-coherent"));

        var thing = confirmed("captions", "{\"kind\":\"in-kind\",\"what\":\"Captioning of all sessions\"}");
        by("captions").get(thing).then().body("amount", nullValue()).body("fulfilled", is(false));
        Secretariat.request()
                .body("{\"receivedOn\":\"2021-04-01\",\"note\":\"All captioned\"}")
                .post(thing + "/fulfilments")
                .then()
                .statusCode(201);
        by("captions").get(thing).then().body("fulfilled", is(true));
    }

    @Test
    void what_a_pledge_cannot_be() {
        var partner = partner("bad", "Bad", "supporting");
        for (var incoherent : List.of(
                "{\"kind\":\"cash\"}",
                "{\"kind\":\"in-kind\"}",
                "{\"kind\":\"staff\"}",
                "{\"kind\":\"staff\",\"personMonths\":\"1\",\"amount\":{\"amount\":\"1\",\"currency\":\"CHF\"}}",
                "{\"kind\":\"cash\",\"amount\":{\"amount\":\"1\",\"currency\":\"CHF\"},\"personMonths\":\"1\"}")) {
            pledge("bad", partner, incoherent).statusCode(422).body("code", is("pledge-not-coherent"));
        }
        pledge("bad", partner, CASH.replace("CHF", "XAU"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/amount/currency"));
        pledge("bad", partner, CASH.replace("1000.50", "1.005"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/amount/amount"));
        pledge("bad", partner, CASH.replace("fellowships", "yachts"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/earmark"));
        pledge("bad", partner, "{\"kind\":\"staff\",\"personMonths\":\"1.25\"}").statusCode(422);
        pledge("stranger", partner, CASH).statusCode(404);
        pledge("early", offer("early", "Early", "supporting"), CASH)
                .statusCode(409)
                .body("code", is("no-partner"));

        var path = confirmed("dates", CASH);
        Secretariat.request()
                .body("{\"receivedOn\":\"2021-04-13\",\"amount\":{\"amount\":\"1\",\"currency\":\"CHF\"}}")
                .post(path + "/fulfilments")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/receivedOn"));
        Secretariat.request()
                .body("{\"receivedOn\":\"2021-04-12\",\"amount\":{\"amount\":\"1\",\"currency\":\"EUR\"}}")
                .post(path + "/fulfilments")
                .then()
                .statusCode(422)
                .body("code", is("fulfilment-not-coherent"));
    }

    @Test
    void what_all_pledged_is_added_up_by_kind_earmark_and_currency_and_never_across_currencies() {
        var dollars = CASH.replace("CHF", "USD").replace("fellowships", "accessibility");
        confirmed("total-1", dollars.replace("1000.50", "10.10"));
        confirmed("total-2", dollars.replace("1000.50", "20.20"));
        var received = confirmed("total-3", dollars.replace("USD", "EUR").replace("1000.50", "5"));
        Secretariat.request()
                .body("{\"receivedOn\":\"2021-04-12\",\"amount\":{\"amount\":\"2\",\"currency\":\"EUR\"}}")
                .post(received + "/fulfilments")
                .then()
                .statusCode(201);
        var totals = PartnerOffice.anybody()
                .header("Authorization", TestCredentials.of("figures", "analyst", "registration:read"))
                .get(Secretariat.EDITION + "/pledge-totals")
                .then()
                .statusCode(200)
                .body("asOf", startsWith("2021-04-12T10:00:"))
                .extract()
                .jsonPath();
        var line = "items.find { it.earmark == 'accessibility' && it.pledged.currency == '%s' }";
        assertThat(totals.getString(line.formatted("USD") + ".pledged.amount")).isEqualTo("30.30");
        assertThat(totals.getInt(line.formatted("USD") + ".pledges")).isEqualTo(2);
        assertThat(totals.getString(line.formatted("EUR") + ".received.amount")).isEqualTo("2.00");
    }
}
