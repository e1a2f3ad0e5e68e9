package org.wsisforum.agenda.acceptance;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Offices.Office;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.follow.FollowedFeed;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** The agenda follows the answers to invitations, which registration-service tells it of. */
@ForumTest
class FollowingAnswersTest {

    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String FEED = "/agenda/v1/editions/2021/feeds/registration";
    private static final String HEALTH = "/q/health/ready";
    private static final String FEED_HEALTH = "checks.find { it.name == 'feed-registration' }.";
    private static final String SLOT = "2021-03-22T14:00:00Z";

    private final List<LogRecord> log = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            log.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger(FollowedFeed.class.getPackageName()).addHandler(listener);
    }

    @AfterEach
    void stop_listening() {
        Logger.getLogger(FollowedFeed.class.getPackageName()).removeHandler(listener);
    }

    private static List<String> states(Office office) {
        return Offices.staff("secretariat")
                .queryParam("invitation", office.invitation())
                .get(Offices.STATEMENTS)
                .jsonPath()
                .getList("items.state");
    }

    private static String now() {
        return when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
    }

    private static List<String> since(String cursor) {
        return Offices.staff("secretariat")
                .queryParam("since", cursor)
                .get(CHANGES)
                .jsonPath()
                .<String>getList("items.type")
                .stream()
                .map(type -> type.replaceAll("org.wsisforum.agenda.(.*).v1", "$1"))
                .toList();
    }

    private static void pause(boolean paused) {
        given().header("Authorization", TestCredentials.of("staff", "secretariat", "agenda:write"))
                .contentType("application/json")
                .body("{\"paused\": " + paused + "}")
                .put(FEED)
                .then()
                .statusCode(200)
                .body("paused", is(paused));
    }

    @Test
    void who_accepts_and_wishes_to_speak_has_a_statement() {
        var office = Offices.invited("CH");
        office.accepts("S.E. Mme", "Simonetta Sommaruga");
        office.statement();
        office.read()
                .then()
                .body("country", is("CH"))
                .body("countryName.es.value", is("Suiza"))
                .body("state", is("open"))
                .body("speaker.honorific", is("S.E. Mme"))
                .body("speaker.name", is("Simonetta Sommaruga"))
                .body("speaker.title", is("Minister of Communications"))
                .body("$", not(hasKey("slot")))
                .body("openedAt", org.hamcrest.Matchers.startsWith("2021-02-15T09:"));
    }

    @Test
    void whoever_represents_the_minister_speaks() {
        var office = Offices.invited();
        office.tells("represented", true, "Mr Amb.", "Jean Dupont");
        office.statement();
        office.read().then().body("speaker.name", is("Jean Dupont")).body("speaker.honorific", is("Mr Amb."));
    }

    @Test
    void who_declines_or_does_not_wish_to_speak_has_none() {
        var declined = Offices.invited();
        declined.declines();
        var silent = Offices.invited();
        silent.tells("accepted", false, "H.E. Mr", "Silent");
        Offices.untilRead();
        assertThat(states(declined)).isEmpty();
        assertThat(states(silent)).isEmpty();
    }

    @Test
    void who_declines_after_all_gives_the_slot_back() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, SLOT).then().statusCode(200);
        var cursor = now();
        office.declines();
        await().until(() -> states(office), is(List.of("withdrawn")));
        when().get(Programme.SESSIONS + "/" + session).then().body("speakers", empty());
        given().queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body("items.type", contains("org.wsisforum.agenda.statement.withdrawn.v1"));
        Offices.accepted().books(session, SLOT).then().statusCode(200);
    }

    @Test
    void that_somebody_declines_who_was_never_in_the_programme_is_not_for_everybody() {
        var office = Offices.accepted();
        var cursor = now();
        office.declines();
        await().until(() -> states(office), is(List.of("withdrawn")));
        given().queryParam("since", cursor).get(CHANGES).then().body("items", empty());
        assertThat(since(cursor)).containsExactly("statement.withdrawn");
    }

    @Test
    void a_withdrawn_statement_takes_no_changes_until_the_invitation_is_accepted_again() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.declines();
        await().until(() -> states(office), is(List.of("withdrawn")));
        office.books(session, SLOT).then().statusCode(409).body("code", is("statement-withdrawn"));
        office.submits("{\"en\":{\"value\":\"Mr Chairman\"}}")
                .then()
                .statusCode(409)
                .body("code", is("statement-withdrawn"));
        office.request()
                .header("If-Match", office.tag())
                .delete(office.statement() + "/slot")
                .then()
                .statusCode(409);
        office.request()
                .get(Programme.SESSIONS + "/" + session + "/slots")
                .then()
                .statusCode(401)
                .body("code", is("link-not-valid"));

        office.accepts();
        await().until(() -> states(office), is(List.of("open")));
        office.books(session, SLOT).then().statusCode(200);
    }

    @Test
    void another_speaker_takes_over_the_slot() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, SLOT).then().statusCode(200);
        var cursor = now();
        office.tells("represented", true, "Mr Amb.", "Jean Dupont");
        Offices.untilRead();
        when().get(Programme.SESSIONS + "/" + session).then().body("speakers.name", contains("Jean Dupont"));
        given().queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body("items.type", contains("org.wsisforum.agenda.statement.changed.v1"))
                .body("items[0].data.fields", contains("speaker", "rank"));
    }

    @Test
    void a_new_link_opens_and_the_old_one_does_not() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        var statement = office.statement();
        var renewed = office.withNewLink();
        assertThat(renewed.statement()).isEqualTo(statement);
        office.request().get(Offices.STATEMENTS).then().body("items", empty());
        office.request()
                .header("If-Match", "*")
                .body("{\"session\":\"" + session + "\",\"startsAt\":\"" + SLOT + "\"}")
                .put(statement + "/slot")
                .then()
                .statusCode(401)
                .body("code", is("link-not-valid"));
        renewed.books(session, SLOT).then().statusCode(200);
    }

    @Test
    void an_invitation_that_was_withdrawn_or_is_answered_tentatively_has_no_statement() {
        for (var state : List.of("withdrawn", "tentative")) {
            var office = Offices.accepted();
            office.tells(state, false, "H.E. Ms", "Aline Favre");
            Offices.untilRead();
            assertThat(states(office)).containsExactly("withdrawn");
        }
    }

    @Test
    void a_speaker_has_the_rank_that_the_letter_went_to_if_the_year_has_it() {
        var vice = Offices.invited();
        vice.acceptsAs("vice-minister");
        vice.read().then().body("rank", is("vice-minister"));
        var unheard = Offices.invited();
        unheard.acceptsAs("grand-vizier");
        unheard.read().then().body("rank", is("minister"));
    }

    @Test
    void what_was_said_stays_said() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, SLOT).then().statusCode(200);
        ForumTime.is(SLOT);
        office.declines();
        Offices.untilRead();
        assertThat(states(office)).containsExactly("booked");
    }

    @Test
    void events_that_come_twice_or_in_the_wrong_order_do_no_harm() {
        var office = Offices.accepted();
        var cursor = now();
        // The invitation stands accepted, whatever the events about it say and however often they say it.
        office.happens("declined");
        office.happens("accepted");
        office.happens("accepted");
        office.happens("link-issued");
        office.happens("declined");
        Offices.untilRead();
        assertThat(states(office)).containsExactly("open");
        assertThat(since(cursor)).isEmpty();
    }

    @Test
    void a_failure_on_the_way_costs_time_and_nothing_else() {
        for (var failing : List.of("/changes", "/office", "/token")) {
            Offices.fails(failing, 503, 0, 500, 429, 403);
            var office = Offices.invited();
            office.accepts();
            office.statement();
            Offices.recovers();
        }
    }

    @Test
    void a_token_that_is_refused_is_replaced() {
        Offices.fails("/changes", 401, 401);
        Offices.accepted();
    }

    @Test
    void an_answer_that_is_no_feed_is_no_end_of_it() {
        Offices.rawEvent("not json");
        var office = Offices.invited();
        office.accepts();
        await().until(() ->
                log.stream().anyMatch(entry -> entry.getLevel().getName().equals("WARN")));
        Offices.forgetsBrokenEvents();
        office.statement();
    }

    @Test
    void an_outage_is_logged_when_it_begins_and_when_it_is_over() {
        Offices.fails("/changes", 503, 503, 0, 503, 0, 503, 503, 503);
        await().until(() -> log.stream().anyMatch(entry -> entry.getLevel().equals(Level.INFO)));
        assertThat(log).extracting(LogRecord::getLevel).map(Level::getName).containsExactly("WARN", "INFO");
    }

    @Test
    void an_outage_that_the_feed_itself_survives_is_logged_once_as_well() {
        Offices.fails("/office", 503, 503, 503);
        Offices.accepted();
        await().until(() -> log.stream().anyMatch(entry -> entry.getLevel().equals(Level.INFO)));
        assertThat(log).extracting(LogRecord::getLevel).map(Level::getName).containsExactly("WARN", "INFO");
    }

    @Test
    void what_cannot_be_applied_is_recorded_and_does_not_hold_up_the_rest() {
        var cursor = now();
        var nowhere = Offices.invited();
        Offices.answerOf(nowhere.invitation(), """
                {"invitation":"%s","country":"XX","state":"accepted","wishesToSpeak":true,"speaker":{"name":"N"}}""".formatted(nowhere.invitation()));
        nowhere.happens("accepted");
        var nameless = Offices.invited();
        nameless.tells("accepted", true, "H.E.", " ");
        var noAnswer = Offices.invited();
        Offices.answerOf(noAnswer.invitation(), "<html>");
        noAnswer.happens("accepted");
        var unknownState = Offices.invited();
        unknownState.tells("pondering", true, "H.E.", "A");
        var gone = Offices.invited();
        gone.happens("accepted");
        var speakerless = Offices.invited();
        Offices.answerOf(speakerless.invitation(), """
                {"invitation":"%s","country":"CH","state":"accepted","wishesToSpeak":true}""".formatted(speakerless.invitation()));
        speakerless.happens("accepted");
        var mistaken = Offices.invited();
        Offices.answerOf(mistaken.invitation(), """
                {"invitation":"%s","country":"CH","state":"declined"}""".formatted(UUID.randomUUID()));
        mistaken.happens("declined");
        Offices.event("org.wsisforum.registration.invitation.accepted.v1", "invitations/x/../y");
        Offices.event("something.else", "letters/1");
        Offices.rawEvent("{}");
        Offices.rawEvent("7");
        Offices.rawEvent("{\"subject\":{\"a\":1},\"sequence\":\"SEQUENCE\"}");

        var office = Offices.accepted();

        assertThat(since(cursor))
                .filteredOn(type -> type.equals("acceptance.not-applied"))
                .hasSize(12);
        assertThat(since(cursor)).last().isEqualTo("statement.opened");
        Offices.staff("secretariat")
                .queryParam("since", cursor)
                .queryParam("limit", 200)
                .get(CHANGES)
                .then()
                .body("items.subject", hasItem("invitations/" + nowhere.invitation()))
                .body("items.subject", not(hasItem("invitations/x/../y")));
        given().queryParam("since", cursor).get(CHANGES).then().body("items", empty());
        assertThat(states(nowhere)).isEmpty();
        assertThat(states(office)).containsExactly("open");
    }

    @Test
    void what_was_recorded_as_not_applied_is_applied_when_it_is_told_again() {
        var office = Offices.invited();
        Offices.answerOf(office.invitation(), "{}");
        office.happens("accepted");
        Offices.untilRead();
        assertThat(states(office)).isEmpty();
        office.accepts();
        office.statement();
    }

    @Test
    void a_feed_that_forgot_the_cursor_is_followed_anew_and_nothing_is_missed() {
        var accepted = Offices.accepted();
        var declinedMeanwhile = Offices.accepted();
        var acceptedMeanwhile = Offices.invited();
        var representedMeanwhile = Offices.invited();
        Offices.withoutTelling(() -> {
            declinedMeanwhile.declines();
            acceptedMeanwhile.accepts();
            representedMeanwhile.tells("represented", true, "Mr Amb.", "Jean Dupont");
        });
        Offices.forgetsItsFeed();
        assertThat(acceptedMeanwhile.statement()).isNotNull();
        assertThat(representedMeanwhile.statement()).isNotNull();
        assertThat(states(accepted)).containsExactly("open");
        assertThat(states(declinedMeanwhile)).containsExactly("withdrawn");
        // And on it goes.
        Offices.accepted();
    }

    @Test
    void the_agenda_asks_for_the_changes_that_concern_it_and_no_other() {
        Offices.accepted();
        assertThat(Offices.asked())
                .filteredOn(path -> path.contains("/changes?"))
                .allSatisfy(path -> assertThat(path)
                        .contains("type=org.wsisforum.registration.invitation.accepted.v1")
                        .contains("type=org.wsisforum.registration.invitation.declined.v1")
                        .contains("type=org.wsisforum.registration.invitation.represented.v1")
                        .contains("type=org.wsisforum.registration.invitation.link-issued.v1")
                        .contains("limit=200"));
    }

    @Test
    void while_there_is_nothing_new_a_read_waits_for_it() {
        Offices.accepted();
        Offices.untilRead();
        assertThat(Offices.asked())
                .filteredOn(path -> path.contains("/changes?"))
                .last()
                .asString()
                .contains("wait=20");
    }

    @Test
    void a_paused_feed_applies_nothing_and_a_resumed_one_what_came_meanwhile() {
        var before = Offices.accepted();
        Offices.untilRead();
        pause(true);
        Offices.staff("secretariat").get(FEED).then().statusCode(200).body("paused", is(true));
        when().get(HEALTH).then().statusCode(200).body(FEED_HEALTH + "data.'2021.paused'", is(true));
        var office = Offices.invited();
        office.accepts();
        before.declines();
        assertThat(states(office)).isEmpty();
        assertThat(states(before)).containsExactly("open");

        pause(false);
        office.statement();
        await().until(() -> states(before), is(List.of("withdrawn")));
        Offices.staff("secretariat").get(FEED).then().body("paused", is(false));
    }

    @Test
    void a_feed_of_no_edition_is_neither_read_nor_paused() {
        var nowhere = FEED.replace("2021", "1999");
        Offices.staff("secretariat").get(nowhere).then().statusCode(404).body("code", is("edition-not-found"));
        given().header("Authorization", TestCredentials.of("staff", "secretariat", "agenda:write"))
                .contentType("application/json")
                .body("{\"paused\": true}")
                .put(nowhere)
                .then()
                .statusCode(404)
                .body("code", is("edition-not-found"));
    }

    @Test
    void the_service_is_ready_and_tells_its_lag_whether_registration_answers_or_not() {
        Offices.accepted();
        Offices.untilRead();
        when().get(HEALTH)
                .then()
                .statusCode(200)
                .body(FEED_HEALTH + "status", is("UP"))
                .body(FEED_HEALTH + "data.'2021.lastReadAt'", matchesPattern("20\\d\\d-.*Z"))
                .body(FEED_HEALTH + "data.'2021.secondsSince'", greaterThanOrEqualTo(0))
                .body(FEED_HEALTH + "data.'2021.lagSeconds'", is(0))
                .body(FEED_HEALTH + "data.'2021.paused'", is(false));
        Offices.fails("/changes", Collections.nCopies(1000, 503).toArray(Integer[]::new));
        await().untilAsserted(() -> when().get(HEALTH)
                .then()
                .statusCode(200)
                .body(FEED_HEALTH + "status", is("UP"))
                .body(FEED_HEALTH + "data.unreachable", is(true)));
        Offices.recovers();
        await().untilAsserted(() -> when().get(HEALTH).then().body(FEED_HEALTH + "data.unreachable", is(false)));
    }
}
