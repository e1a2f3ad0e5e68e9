package org.wsisforum.agenda.session;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

/** A room or a person that two sessions want at the same time is reported with what is in the way. */
@ForumTest
class DoubleBookingTest {

    private static final String CLASHES = "/agenda/v1/editions/2021/clashes";
    private static final String TEN = "2021-04-01T10:00:00+02:00";
    private static final String HALF_PAST_TEN = "2021-04-01T10:30:00+02:00";
    private static final String ELEVEN = "2021-04-01T11:00:00+02:00";
    private static final String NOON = "2021-04-01T12:00:00+02:00";

    @Inject
    AgroalDataSource database;

    private static String in(String room, String startsAt, String endsAt) {
        return Programme.session(startsAt, endsAt, false)
                .replace("\"attendance\"", "\"room\":\"" + room + "\",\"attendance\"");
    }

    private static String with(String person, String startsAt, String endsAt) {
        return Programme.session(startsAt, endsAt, false)
                .replace(
                        "\"attendance\"",
                        "\"people\":[{\"person\":\"" + person + "\",\"role\":\"panellist\"}],\"attendance\"");
    }

    private static ValidatableResponse add(String input, String query) {
        return Programme.reader()
                .header("If-None-Match", "*")
                .body(input)
                .put(Programme.SESSIONS + "/" + UUID.randomUUID() + query)
                .then();
    }

    private static ValidatableResponse patch(String session, String patch) {
        return Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then();
    }

    private static ValidatableResponse report() {
        return Programme.reader().get(CLASHES).then().statusCode(200);
    }

    @Test
    void a_room_is_given_to_one_session_at_a_time() {
        var room = Programme.room();
        var first = Programme.added(in(room, TEN, ELEVEN));
        add(in(room, HALF_PAST_TEN, NOON), "")
                .statusCode(409)
                .body("code", is("room-taken"))
                .body("errors.pointer", contains("/room"))
                .body("errors[0].detail", containsString(first))
                .body("errors[0].detail", containsString("from 2021-04-01T08:00:00Z until 2021-04-01T09:00:00Z"));
        // One goes out while the other comes in.
        add(in(room, ELEVEN, NOON), "").statusCode(201).body("clashes", empty());
        add(in(Programme.room(), TEN, ELEVEN), "").statusCode(201).body("clashes", empty());
        report().body("items", empty());
    }

    @Test
    void a_session_does_not_move_into_a_room_that_is_taken() {
        var room = Programme.room();
        Programme.added(in(room, TEN, ELEVEN));
        var later = Programme.added(in(room, ELEVEN, NOON));
        patch(later, "{\"startsAt\":\"" + HALF_PAST_TEN + "\"}").statusCode(409).body("code", is("room-taken"));
        var elsewhere = Programme.added(Programme.session(HALF_PAST_TEN, NOON, false));
        patch(elsewhere, "{\"room\":\"" + room + "\"}").statusCode(409).body("errors", hasSize(2));
        patch(later, "{\"endsAt\":\"2021-04-01T13:00:00+02:00\"}").statusCode(200);
    }

    @Test
    void two_sessions_share_a_room_if_a_manager_says_so() {
        var room = Programme.room();
        var first = Programme.added(in(room, TEN, ELEVEN));
        var second = add(in(room, HALF_PAST_TEN, NOON), "?clashes=accept")
                .statusCode(201)
                .body("clashes.session", contains(first))
                .body("clashes.over", contains("room"))
                .body("clashes.wanted", contains(room))
                .extract()
                .<String>path("id");
        patch(second, "{\"source\":\"another\"}").statusCode(200).body("clashes", hasSize(1));
        add(in(room, "2021-04-01T11:30:00+02:00", NOON), "").statusCode(409);
        add(in(room, TEN, ELEVEN), "?clashes=refuse").statusCode(422);
        report().body("items.over", contains("room"))
                .body("items[0].room.id", is(room))
                .body("items[0].sessions.id", contains(first, second))
                .body("items[0].from", is("2021-04-01T08:30:00Z"))
                .body("items[0].until", is("2021-04-01T09:00:00Z"));
        patch(second, "{\"startsAt\":\"" + ELEVEN + "\"}").statusCode(200).body("clashes", empty());
        report().body("items", empty());
    }

    @Test
    void a_draft_shows_its_clashes_and_takes_the_room_when_it_is_scheduled() {
        var room = Programme.room();
        var first = Programme.added(in(room, TEN, ELEVEN));
        var draft = add(in(room, TEN, NOON), "?draft=true")
                .statusCode(201)
                .body("clashes.session", contains(first))
                .extract()
                .<String>path("id");
        report().body("items[0].sessions.draft", containsInAnyOrder(true, false));
        schedule(draft, "").statusCode(409).body("code", is("room-taken"));
        bring("postpone", first);
        schedule(draft, "").statusCode(200).body("state", is("scheduled")).body("clashes", empty());
        schedule(first, "").statusCode(409).body("code", is("room-taken"));
        schedule(first, "?clashes=accept").statusCode(200).body("clashes.session", contains(draft));
    }

    private static ValidatableResponse schedule(String session, String query) {
        return Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + session + "/schedule" + query)
                .then();
    }

    private static void bring(String verb, String session) {
        Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + session + "/" + verb)
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_cancelled_leaves_the_room_to_others() {
        var room = Programme.room();
        bring("cancel", Programme.added(in(room, TEN, ELEVEN)));
        add(in(room, TEN, ELEVEN), "").statusCode(201).body("clashes", empty());
        report().body("items", empty());
    }

    @Test
    void a_person_in_two_sessions_at_once_is_reported_and_not_refused() {
        var person = Programme.person("Aline Favre");
        var first = Programme.added(with(person, TEN, ELEVEN));
        var second = add(with(person, HALF_PAST_TEN, NOON).replace("panellist", "moderator"), "")
                .statusCode(201)
                .body("clashes.session", contains(first))
                .body("clashes.over", contains("person"))
                .body("clashes.wanted", contains(person))
                .body("clashes[0].startsAt", is("2021-04-01T08:00:00Z"))
                .extract()
                .<String>path("id");
        Programme.added(with(person, NOON, "2021-04-01T13:00:00+02:00"));
        Programme.reader()
                .get(Programme.SESSIONS + "/" + first + "?release=draft")
                .then()
                .body("clashes.session", contains(second));
        report().body("items.over", contains("person"))
                .body("items[0].name", is("Aline Favre"))
                .body("items[0].person", is(person))
                .body("items[0].sessions.id", contains(first, second));
    }

    @Test
    void a_person_in_two_roles_of_one_session_is_in_nobodys_way() {
        var person = Programme.person("Aline Favre");
        add(
                        with(person, TEN, ELEVEN)
                                .replace(
                                        "\"panellist\"}",
                                        "\"panellist\"},{\"person\":\"" + person + "\",\"role\":\"moderator\"}"),
                        "")
                .statusCode(201)
                .body("clashes", empty());
        add(with(person, TEN, ELEVEN), "").statusCode(201).body("clashes", hasSize(1));
        report().body("items", hasSize(1));
    }

    @Test
    void of_two_managers_who_move_sessions_into_one_room_at_once_exactly_one_succeeds() throws Exception {
        for (var round = 0; round < 5; round++) {
            var room = Programme.room();
            var sessions = new ArrayList<String>();
            for (var i = 0; i < 8; i++) {
                sessions.add(Programme.added(Programme.session(TEN, ELEVEN, false)));
            }
            var start = new CountDownLatch(1);
            var answers = new ArrayList<Future<String>>();
            try (var managers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var session : sessions) {
                    answers.add(managers.submit(() -> {
                        start.await();
                        var answer =
                                patch(session, "{\"room\":\"" + room + "\"}").extract();
                        return answer.statusCode() == 200 ? "200" : answer.path("code");
                    }));
                }
                start.countDown();
            }
            var outcomes = new ArrayList<String>();
            for (var answer : answers) {
                outcomes.add(answer.get());
            }
            assertThat(outcomes)
                    .containsOnlyOnce("200")
                    .filteredOn(outcome -> !outcome.equals("200"))
                    .containsOnly("room-taken");
        }
    }

    @Test
    void the_database_refuses_what_nobody_asked_about() throws Exception {
        var room = Programme.room();
        Programme.added(in(room, TEN, ELEVEN));
        var other = Programme.added(Programme.session(HALF_PAST_TEN, NOON, false));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute("update session set room = '" + room + "' where id = '" + other + "'"))
                    .isInstanceOf(PSQLException.class)
                    .hasMessageContaining("session_has_its_room_alone");
        }
    }

    @Test
    void nobody_but_those_who_make_a_session_sees_its_clashes() {
        var person = Programme.person("Aline Favre");
        var first = Programme.added(with(person, TEN, ELEVEN));
        Programme.added(with(person, TEN, ELEVEN));
        for (var field : List.of("clashes", "remarks", "organizerAccounts")) {
            io.restassured.RestAssured.get(Programme.SESSIONS + "/" + first)
                    .then()
                    .body("containsKey('" + field + "')", is(false));
        }
    }
}
