package org.wsisforum.agenda.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.Questions;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** A person puts sessions of the programme on an agenda that nobody else sees. */
@ForumTest
class MyAgendaTest {

    private static final String MINE = "/agenda/v1/editions/2021/me/agenda";
    private static final String CHANGES = "/agenda/v1/editions/2021/changes";

    private static RequestSpecification as(String person) {
        return RestAssured.given()
                .header("Authorization", TestCredentials.of(person, "participant", "agenda:read", "agenda:write"));
    }

    private static ValidatableResponse put(String session) {
        return as("aline").put(MINE + "/" + session).then();
    }

    private static ValidatableResponse agenda() {
        return as("aline").get(MINE).then().statusCode(200);
    }

    private static String session(String from, String until) {
        return Programme.added(
                Programme.session("2021-04-01T" + from + ":00+02:00", "2021-04-01T" + until + ":00+02:00", false));
    }

    private static void patch(String session, String patch) {
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
        Programme.release();
    }

    private static void post(String session, String verb) {
        Programme.reader()
                .header("If-Match", Programme.tag(session))
                .post(Programme.SESSIONS + "/" + session + "/" + verb)
                .then()
                .statusCode(200);
        Programme.release();
    }

    @Test
    void an_agenda_begins_empty() {
        agenda().body("items", empty()).header("Cache-Control", is("private, no-store"));
    }

    @Test
    void a_session_is_put_on_it_once_however_often() {
        var id = session("10:00", "11:00");
        put(id).statusCode(201)
                .header("Location", is(MINE + "/" + id))
                .header("Cache-Control", is("private, no-store"));
        put(id).statusCode(200).body("id", is(id));
        agenda().body("items.id", contains(id))
                .body("items[0].session.title.en.value", is("A test"))
                .body("items[0].chosen.title.ar.value", is("اختبار"))
                .body("items[0].bookmarkedAt", startsWith("2021-02-15T09:00:0"))
                .body("items[0].gone", is(false))
                .body("items[0].changedSince", empty())
                .body("items[0].clashes", empty());
    }

    @Test
    void sessions_come_in_the_order_in_which_they_begin_page_by_page_in_one_language_if_wanted() {
        var late = session("12:00", "13:00");
        var early = session("10:00", "11:00");
        put(late);
        put(early);
        agenda().body("items.id", contains(early, late));
        var first = as("aline")
                .get(MINE + "?limit=1&lang=ar&count=exact")
                .then()
                .body("items.id", contains(early))
                .body("items[0].session.title", is("اختبار"))
                .body("items[0].chosen.title", is("اختبار"))
                .body("count", is(2));
        as("aline").get(first.extract().<String>path("links.next")).then().body("items.id", contains(late));
    }

    @Test
    void a_session_is_taken_off_it_as_often_as_one_likes() {
        var id = session("10:00", "11:00");
        put(id);
        for (var i = 0; i < 2; i++) {
            as("aline").delete(MINE + "/" + id).then().statusCode(204);
        }
        agenda().body("items", empty());
    }

    @Test
    void what_the_newest_release_does_not_show_cannot_be_put_on_it() {
        var draft =
                Programme.drafted(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
        var unreleased = Programme.addedToDraft(
                Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
        for (var id : List.of(draft, unreleased, UUID.randomUUID().toString(), "session-348", "feeds")) {
            put(id).statusCode(404).body("code", is("not-found"));
        }
        as("aline")
                .put("/agenda/v1/editions/1999/me/agenda/" + draft)
                .then()
                .statusCode(404)
                .body("code", is("edition-not-found"));
        agenda().body("items", empty());
    }

    @Test
    void sessions_at_the_same_time_are_told_to_clash() {
        var first = session("10:00", "11:00");
        var second = session("10:30", "11:30");
        var third = session("11:00", "12:00");
        put(first).body("clashes", empty());
        put(second).body("clashes", contains(first));
        put(third).body("clashes", contains(second));
        agenda().body("items.clashes", contains(List.of(second), List.of(first, third), List.of(second)));

        post(second, "cancel");
        agenda().body("items.clashes", contains(List.of(), List.of(), List.of()));
    }

    @Test
    void what_takes_place_otherwise_since_is_marked() {
        var moved = session("08:00", "09:00");
        var cancelled = session("10:00", "11:00");
        var postponed = session("12:00", "13:00");
        var reworded = session("14:00", "15:00");
        List.of(moved, cancelled, postponed, reworded).forEach(MyAgendaTest::put);

        var room = Programme.room();
        patch(
                moved,
                "{\"startsAt\":\"2021-04-01T08:30:00+02:00\",\"endsAt\":\"2021-04-01T09:30:00+02:00\",\"room\":\""
                        + room + "\"}");
        post(cancelled, "cancel");
        post(postponed, "postpone");
        patch(reworded, "{\"title\":{\"en\":{\"value\":\"Another\"}}}");

        agenda().body(
                        "items.changedSince",
                        contains(List.of("startsAt", "endsAt", "room"), List.of("state"), List.of("state"), List.of()))
                .body("items[0].session.startsAt", is("2021-04-01T06:30:00Z"))
                .body("items[0].chosen.startsAt", is("2021-04-01T06:00:00Z"))
                .body("items.session.state", contains("scheduled", "cancelled", "postponed", "scheduled"))
                .body("items[3].chosen.title.en.value", is("A test"));

        put(moved).statusCode(200).body("changedSince", hasSize(3));
        as("aline").delete(MINE + "/" + moved);
        put(moved).statusCode(201).body("changedSince", empty());
    }

    @Test
    void that_a_session_has_begun_is_no_change() {
        put(session("10:00", "11:00"));
        ForumTime.is("2021-04-01T10:30:00+02:00");
        agenda().body("items.session.state", contains("live")).body("items.changedSince", contains(empty()));
        ForumTime.is("2021-04-01T11:30:00+02:00");
        agenda().body("items.session.state", contains("ended")).body("items.changedSince", contains(empty()));
    }

    @Test
    void a_session_that_leaves_the_programme_stays_on_it_as_one_that_is_gone() {
        var id = session("10:00", "11:00");
        var other = session("10:00", "11:00");
        put(id);
        put(other);
        Programme.reader()
                .header("If-Match", Programme.tag(id))
                .delete(Programme.SESSIONS + "/" + id)
                .then()
                .statusCode(204);
        agenda().body("items.gone", contains(false, false));
        Programme.release();

        agenda().body("items.find { it.id == '" + id + "' }.gone", is(true))
                .body("items.find { it.id == '" + id + "' }", not(hasKey("session")))
                .body("items.find { it.id == '" + id + "' }.chosen.title.en.value", is("A test"))
                .body("items.find { it.id == '" + other + "' }.clashes", empty());
        put(id).statusCode(200).body("gone", is(true));
        as("aline").delete(MINE + "/" + id).then().statusCode(204);
        put(id).statusCode(404);
    }

    @Test
    void whoever_may_join_finds_out_where_on_the_agenda() {
        var id = Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false)
                .replace("\"statements\"", "\"joinLink\":\"https://zoom.example/1\",\"statements\""));
        put(id).body("session", not(hasKey("joinLink")));
        ForumTime.is("2021-04-01T09:50:00+02:00");
        agenda().body("items[0].session.joinLink", is("https://zoom.example/1"));
    }

    @Test
    void nobody_sees_the_agenda_of_another_whatever_the_role() {
        var id = session("10:00", "11:00");
        put(id);
        for (var role : List.of("participant", "programme-manager", "secretariat", "privacy-officer")) {
            given().header("Authorization", TestCredentials.of("bruno", role, "agenda:read", "agenda:write"))
                    .get(MINE)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        as("bruno").delete(MINE + "/" + id).then().statusCode(204);
        agenda().body("items.id", contains(id));
    }

    @Test
    void a_token_needs_the_scopes() {
        var id = session("10:00", "11:00");
        given().header("Authorization", TestCredentials.of("aline", "participant", "agenda:read"))
                .put(MINE + "/" + id)
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
        given().header("Authorization", TestCredentials.of("aline", "participant", "agenda:write"))
                .get(MINE)
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
        given().get(MINE).then().statusCode(401);
        given().header("Authorization", TestCredentials.of("site", "partner", "agenda:read"))
                .get(MINE)
                .then()
                .statusCode(403);
    }

    @Test
    void the_persons_other_devices_are_told_and_nobody_else() {
        var id = session("10:00", "11:00");
        var since = as("aline").get(CHANGES + "?since=now").jsonPath().getString("cursor");
        put(id);
        put(id);
        as("aline").delete(MINE + "/" + id);
        as("aline").delete(MINE + "/" + id);

        as("aline")
                .queryParam("since", since)
                .get(CHANGES)
                .then()
                .body(
                        "items.type",
                        contains("org.wsisforum.agenda.bookmark.added.v1", "org.wsisforum.agenda.bookmark.removed.v1"))
                .body("items.subject", contains("me/agenda/" + id, "me/agenda/" + id));
        for (var other : List.of(
                as("bruno"),
                given(),
                given().header("Authorization", TestCredentials.of("m", "programme-manager", "agenda:read")))) {
            other.queryParam("since", since).get(CHANGES).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void two_devices_at_once_put_a_session_on_it_once() throws Exception {
        var id = session("10:00", "11:00");
        var since = as("aline").get(CHANGES + "?since=now").jsonPath().getString("cursor");
        var statuses = atOnce(20, i -> as("aline").put(MINE + "/" + id)).stream()
                .map(Response::statusCode)
                .toList();
        assertThat(statuses).hasSize(20).containsOnly(200, 201).containsOnlyOnce(201);
        agenda().body("items.id", contains(id));
        as("aline").queryParam("since", since).get(CHANGES).then().body("items", hasSize(1));
    }

    @Test
    void two_devices_at_once_put_different_sessions_on_it() throws Exception {
        var ids = IntStream.range(0, 6)
                .mapToObj(i -> Programme.addedToDraft(
                        Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false)))
                .toList();
        Programme.release();
        assertThat(atOnce(6, i -> as("aline").put(MINE + "/" + ids.get(i))))
                .extracting(Response::statusCode)
                .containsOnly(201);
        agenda().body("items.id", containsInAnyOrder(ids.toArray())).body("items.clashes", hasItem(hasSize(5)));
    }

    @Test
    void an_agenda_is_full_at_some_time_also_for_two_devices_at_once() throws Exception {
        Rows.fill("aline", 499);
        var ids = List.of(session("10:00", "11:00"), session("12:00", "13:00"), session("14:00", "15:00"));
        assertThat(atOnce(3, i -> as("aline").put(MINE + "/" + ids.get(i))))
                .extracting(Response::statusCode)
                .containsExactlyInAnyOrder(201, 409, 409);
        as("bruno").put(MINE + "/" + ids.getFirst()).then().statusCode(201);
        as("aline")
                .get(MINE + "?limit=200&count=exact")
                .then()
                .body("count", is(500))
                .body("items[0].gone", is(true));
    }

    @Test
    void an_agenda_costs_one_question_however_many_sessions_are_on_it() {
        put(session("10:00", "11:00"));
        askedFor(1);
        put(session("12:00", "13:00"));
        put(session("14:00", "15:00"));
        askedFor(3);
    }

    /** A release that has just come out is read a second time when the feed tells of it, so what counts is what comes after. */
    private static void askedFor(int sessions) {
        await().untilAsserted(() -> assertThat(Questions.during(() -> agenda().body("items", hasSize(sessions))))
                .singleElement()
                .asString()
                .contains("from bookmark"));
    }

    private static List<Response> atOnce(int many, IntFunction<Response> ask) throws Exception {
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = devices.invokeAll(IntStream.range(0, many)
                    .<Callable<Response>>mapToObj(i -> () -> ask.apply(i))
                    .toList());
            var answers = new ArrayList<Response>();
            for (var answer : all) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
