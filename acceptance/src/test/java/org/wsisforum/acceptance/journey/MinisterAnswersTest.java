package org.wsisforum.acceptance.journey;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;
import org.wsisforum.acceptance.journey.CircularLetter.Office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.wsisforum.acceptance.journey.CircularLetter.AGENDA;
import static org.wsisforum.acceptance.journey.CircularLetter.REGISTRATION;

/** The journey that the letter asks for, through the gateway, with real tokens and links, over two copies of each service. */
class MinisterAnswersTest {

    private static final String ACCEPT = "{\"answer\":\"accepted\",\"wishesToSpeak\":true}";

    @BeforeEach
    void mid_february() {
        Forum.timeIs("2021-02-15T10:00+01:00");
    }

    private static JsonPath policySession() {
        return Forum.anybody()
                .queryParam("type", "high-level-policy-session")
                .get(AGENDA + "/sessions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath slots(Office office, String session) {
        return Forum.office(office.key())
                .get(AGENDA + "/sessions/" + session + "/slots")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String statementTag(Office office, String statement) {
        return Forum.office(office.key())
                .get(AGENDA + "/statements/" + statement)
                .header("ETag");
    }

    private static String freeSlot(Office office, String session) {
        return slots(office, session).getString("items.find { it.free }.startsAt");
    }

    /** Books the first free slot of a session for an office, and answers its statement's id. */
    private static String book(Office office, String session) {
        var statement = office.statement().getString("items[0].id");
        Forum.office(office.key())
                .header("If-Match", statementTag(office, statement))
                .body(Map.of("session", session, "startsAt", freeSlot(office, session)))
                .put(AGENDA + "/statements/" + statement + "/slot")
                .then()
                .statusCode(200);
        return statement;
    }

    private static List<String> speakers(String session) {
        return Forum.anybody()
                .get(AGENDA + "/sessions/" + session)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("speakers.name");
    }

    @Test
    void a_minister_accepts_books_a_slot_and_stands_in_the_programme() {
        var rwanda = CircularLetter.invited("RW", "H.E. Ms", "Paula Ingabire", "Minister of ICT and Innovation", "fr");

        var link = URI.create(rwanda.link());
        Forum.anybody()
                .get(link.getRawPath() + "?" + link.getRawQuery())
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", "fr")
                .body(containsString("Paula Ingabire"))
                .body(containsString("CL-21/4"))
                .body(containsString("Forum du SMSI"));

        rwanda.answers(ACCEPT).statusCode(201).body("statements", is(AGENDA + "/statements"));

        var session = policySession().getString("items.find { it.statements }.id");
        var statement = book(rwanda, session);
        Forum.office(rwanda.key())
                .header("If-Match", statementTag(rwanda, statement))
                .body("""
                        {"fr":{"value":"Madame la Présidente, le Rwanda se félicite de ce Forum.","status":"official"}}""")
                .put(AGENDA + "/statements/" + statement + "/text")
                .then()
                .statusCode(200);

        assertThat(speakers(session)).contains("Paula Ingabire");
        Forum.anybody()
                .get(AGENDA + "/statements")
                .then()
                .statusCode(200)
                .body("items.find { it.country == 'RW' }.speaker.name", is("Paula Ingabire"))
                .body(not(containsString("se félicite")));

        // Its time is up, and nobody has said yet that it was given.
        Forum.timeIs("2021-03-27T10:00+01:00");
        Forum.anybody().get(AGENDA + "/statements").then().body(not(containsString("se félicite")));
        deliver(statement);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> Forum.anybody().get(AGENDA + "/statements").then().body(containsString("se félicite")));
    }

    /** The secretariat records that the speaker had the floor for the whole slot. */
    private static void deliver(String statement) {
        var staff = Forum.as("secretariat").get(AGENDA + "/statements/" + statement);
        Forum.as("secretariat")
                .header("If-Match", staff.header("ETag"))
                .body(Map.of(
                        "startedAt", staff.jsonPath().getString("slot.startsAt"),
                        "endedAt", staff.jsonPath().getString("slot.endsAt")))
                .put(AGENDA + "/statements/" + statement + "/delivery")
                .then()
                .statusCode(200)
                .body("state", is("delivered"));
    }

    private static void puts(Office office, String statement, String what, Object body) {
        Forum.office(office.key())
                .header("If-Match", statementTag(office, statement))
                .body(body)
                .put(AGENDA + "/statements/" + statement + "/" + what)
                .then()
                .statusCode(200);
    }

    @Test
    void a_minister_asks_for_a_slot_is_offered_one_by_protocol_and_the_statement_is_published() {
        var togo = CircularLetter.invited("TG", "H.E. Ms", "Cina Lawson", "Minister of Digital Economy", "fr");
        togo.answers(ACCEPT).statusCode(201);
        var session = policySession().getString("items.findAll { it.statements }[4].id");
        var statement = togo.statement().getString("items[0].id");
        puts(togo, statement, "request", Map.of("sessions", List.of(session)));

        Forum.as("secretariat")
                .body(Map.of("statement", statement))
                .post(AGENDA + "/speakers-lists/" + session + "/offers")
                .then()
                .statusCode(200)
                .body("places.find { it.country == 'TG' }.state", is("offered"));
        assertThat(speakers(session)).doesNotContain("Cina Lawson");
        puts(togo, statement, "confirmation", Map.of());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Forum.anybody()
                .get(AGENDA + "/speakers-lists/" + session)
                .then()
                .statusCode(200)
                .body("places.find { it.country == 'TG' }.speaker.name", is("Cina Lawson"))
                .body("places.find { it.country == 'TG' }.reasons[0].rule", is("protocol"))
                .body("places.find { it.country == 'TG' }.reasons[0].rank", is("minister")));

        puts(togo, statement, "text", Map.of("fr", Map.of("value", "Le Togo connecte ses villages.")));
        var end = Forum.office(togo.key())
                .get(AGENDA + "/statements/" + statement)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("slot.endsAt");
        // Within the quarter of an hour in which the office corrects its text.
        Forum.timeIs(OffsetDateTime.parse(end).plusMinutes(5).toString());
        deliver(statement);
        puts(togo, statement, "text", Map.of("fr", Map.of("value", "Le Togo connecte tous ses villages.")));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Forum.anybody()
                .get(AGENDA + "/statements?state=delivered&country=TG")
                .then()
                .statusCode(200)
                .body("items[0].text.fr.value", is("Le Togo connecte tous ses villages."))
                .body("items[0].checkAgainstDelivery", is(false)));
    }

    @Test
    void the_chair_of_the_track_is_appointed_by_an_instrument_that_everybody_sees() {
        Forum.anybody()
                .get(AGENDA + "/appointments")
                .then()
                .statusCode(200)
                .body("items.find { it.function == 'chair' }.name", is("Maxim Parshin"))
                .body("items.find { it.function == 'chair' }.instrument", containsString("CL-21/4"));
        var facilitator = Forum.as("programme-manager")
                .body(Map.of(
                        "function", "facilitator",
                        "honorific", "Ms",
                        "name", "Aline Favre",
                        "country", "CH",
                        "appointedOn", "2021-03-22",
                        "instrument", "DM-21/1004"))
                .post(AGENDA + "/appointments")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Forum.anybody()
                .get(facilitator)
                .then()
                .statusCode(200)
                .body("name", is("Aline Favre"))
                .body("instrument", is("DM-21/1004"));
    }

    @Test
    void the_arabic_letter_reads_from_right_to_left() {
        var egypt = CircularLetter.invited("EG", "H.E. Mr", "Amr Talaat", "Minister of Communications", "ar");
        var link = URI.create(egypt.link());
        Forum.anybody()
                .get(link.getRawPath() + "?" + link.getRawQuery())
                .then()
                .statusCode(200)
                .header("Content-Language", "ar")
                .body(containsString("<html lang=\"ar\" dir=\"rtl\">"))
                .body(containsString("دعوة إلى منتدى القمة العالمية لمجتمع المعلومات"));
    }

    @Test
    void a_slot_that_another_office_took_is_refused() {
        var kenya = CircularLetter.invited("KE", "H.E. Mr", "Joe Mucheru", "Cabinet Secretary for ICT", "en");
        var japan = CircularLetter.invited("JP", "H.E. Mr", "Takeda Ryota", "Minister for Communications", "en");
        kenya.answers(ACCEPT).statusCode(201);
        japan.answers(ACCEPT).statusCode(201);
        var session = policySession().getString("items.findAll { it.statements }[1].id");
        kenya.statement();
        var taken = freeSlot(kenya, session);
        book(kenya, session);
        var statement = japan.statement().getString("items[0].id");
        Forum.office(japan.key())
                .header("If-Match", statementTag(japan, statement))
                .body(Map.of("session", session, "startsAt", taken))
                .put(AGENDA + "/statements/" + statement + "/slot")
                .then()
                .statusCode(409)
                .body("code", is("slot-taken"));
    }

    @Test
    void a_minister_who_declines_opens_no_statement() {
        var norway = CircularLetter.invited("NO", "H.E. Ms", "Linda Hofstad", "Minister of Digitalization", "en");
        norway.answers("{\"answer\":\"declined\",\"reason\":\"Elections on these days.\"}")
                .statusCode(201);
        // Another office that accepts later is known to the agenda: by then it has read the decline as well.
        var sweden = CircularLetter.invited("SE", "H.E. Mr", "Anders Ygeman", "Minister for Digital Development", "en");
        sweden.answers(ACCEPT).statusCode(201);
        sweden.statement();
        assertThat(norway.statements().getList("items")).isEmpty();
    }

    @Test
    void a_minister_who_declines_after_booking_frees_the_slot() {
        var chile = CircularLetter.invited("CL", "H.E. Ms", "Gloria Hutt", "Minister of Telecommunications", "es");
        chile.answers(ACCEPT).statusCode(201);
        var session = policySession().getString("items.findAll { it.statements }[2].id");
        book(chile, session);
        assertThat(speakers(session)).contains("Gloria Hutt");
        chile.answers("{\"answer\":\"declined\"}").statusCode(201);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(speakers(session)).doesNotContain("Gloria Hutt"));
    }

    @Test
    void whoever_represents_a_minister_speaks_for_the_country() {
        var senegal = CircularLetter.invited("SN", "H.E. Mr", "Yankhoba Diattara", "Minister of Digital Economy", "fr");
        senegal.answers("""
                        {"answer":"represented","wishesToSpeak":true,
                         "by":{"honorific":"H.E. Mr","name":"Coly Seck","title":"Ambassador, Permanent Representative"}}""").statusCode(201);
        var session = policySession().getString("items.findAll { it.statements }[3].id");
        book(senegal, session);
        assertThat(speakers(session)).contains("Coly Seck").doesNotContain("Yankhoba Diattara");
    }

    @Test
    void an_acceptance_by_post_is_recorded_by_the_secretariat() {
        var brazil = CircularLetter.invited("BR", "H.E. Mr", "Fábio Faria", "Minister of Communications", "es");
        Forum.timeIs("2021-03-04T09:00+01:00");
        Forum.as("secretariat")
                .body("""
                        {"answer":"accepted","wishesToSpeak":true,"channel":"correspondence","receivedOn":"2021-02-25"}""")
                .post(brazil.path() + "/response")
                .then()
                .statusCode(201)
                .body("channel", is("correspondence"))
                .body("recordedBy", notNullValue());
        assertThat(brazil.statement().getString("items[0].country")).isEqualTo("BR");
    }

    @Test
    void after_the_deadline_only_the_secretariat_takes_an_answer_and_says_why() {
        var peru = CircularLetter.invited("PE", "H.E. Mr", "Eduardo González", "Minister of Transport", "es");
        Forum.timeIs("2021-03-01T00:00+01:00");
        peru.answers(ACCEPT).statusCode(409).body("code", is("response-deadline-passed"));
        Forum.as("secretariat")
                .body("""
                        {"answer":"accepted","wishesToSpeak":true,"channel":"correspondence","receivedOn":"2021-03-01",
                         "override":{"reason":"Announced by telephone on 26 February."}}""")
                .post(peru.path() + "/response")
                .then()
                .statusCode(201)
                .body("overrideReason", is("Announced by telephone on 26 February."));
        // The feed shows a change once every transaction that began before it has ended.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Forum.as("secretariat")
                .get(REGISTRATION + "/changes?subject=invitations/" + peru.invitation())
                .then()
                .body("items.type", hasItem("org.wsisforum.registration.invitation.deadline-overridden.v1"))
                .body("items.findAll { it.type.contains('overridden') }.actor", not(hasItem("anonymous"))));
        peru.statement();
    }

    @Test
    void a_link_of_one_office_opens_nothing_of_another() {
        var kenya = CircularLetter.invited("KE", "H.E. Mr", "Joe Mucheru", "Cabinet Secretary for ICT", "en");
        var ghana = CircularLetter.invited("GH", "H.E. Ms", "Ursula Owusu-Ekuful", "Minister of Communications", "en");
        Forum.office(ghana.key())
                .get(kenya.path())
                .then()
                .statusCode(401)
                .body("code", is("link-not-valid"))
                .body(not(containsString("Mucheru")));
        ghana.answers(ACCEPT).statusCode(201);
        var statement = ghana.statement().getString("items[0].id");
        Forum.office(kenya.key())
                .header("If-Match", statementTag(ghana, statement))
                .body("{\"en\":{\"value\":\"Not ours.\",\"status\":\"official\"}}")
                .put(AGENDA + "/statements/" + statement + "/text")
                .then()
                .statusCode(401)
                .body("code", is("link-not-valid"));
    }
}
