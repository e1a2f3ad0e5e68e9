package org.wsisforum.agenda.release;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Work goes on in a draft, and everybody reads a release of it, which never changes. */
@ForumTest
class ReleasesTest {

    private static final String START = "2021-04-01T10:00:00+02:00";
    private static final String END = "2021-04-01T11:00:00+02:00";
    private static final String CHANGES = "/agenda/v1/editions/2021/changes";
    private static final String WHAT = "org.wsisforum.agenda.";

    @Inject
    AgroalDataSource database;

    @Inject
    Publisher publisher;

    private static Response publish(String body) {
        return Programme.manager()
                .contentType("application/json; charset=utf-8")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(Programme.RELEASES);
    }

    private static int newest() {
        return when().get(Programme.RELEASES + "?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].number");
    }

    private static ValidatableResponse differences() {
        return when().get(Programme.RELEASES + "/" + newest()).then().statusCode(200);
    }

    private static void patch(String session, String patch) {
        Programme.reader()
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
    }

    private static void bring(String verb, String session) {
        Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + session + "/" + verb)
                .then()
                .statusCode(200);
    }

    private static String cursor() {
        return when().get(CHANGES + "?since=now").jsonPath().getString("cursor");
    }

    @Test
    void a_programme_that_the_edition_ships_with_is_its_first_release() {
        when().get(Programme.RELEASES + "/1")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("number", is(1))
                .body("edition", is("2021"))
                .body("changes", is(22))
                .body("differences.what", hasItem("session.created"));
        given().queryParam("release", "1")
                .queryParam("count", "exact")
                .get(Programme.SESSIONS)
                .then()
                .body("count", is(22));
    }

    @Test
    void what_is_changed_is_seen_by_nobody_else_before_it_is_released() {
        var session = Programme.added(Programme.session(START, END, false));
        var list = Programme.SESSIONS + "?limit=200";
        var tag = when().get(list).getHeader("ETag");
        var cursor = cursor();
        patch(session, "{\"title\":{\"en\":{\"value\":\"Another\"}},\"endsAt\":\"2021-04-01T11:30:00+02:00\"}");
        when().get(Programme.SESSIONS + "/" + session)
                .then()
                .body("title.en.value", is("A test"))
                .body("endsAt", is("2021-04-01T09:00:00Z"));
        when().get(list).then().header("ETag", is(tag));
        given().queryParam("since", cursor).get(CHANGES).then().body("items", empty());
        Programme.reader()
                .get(Programme.SESSIONS + "/" + session + "?release=draft")
                .then()
                .body("title.en.value", is("Another"));

        Programme.release();
        when().get(Programme.SESSIONS + "/" + session).then().body("title.en.value", is("Another"));
        given().queryParam("since", cursor)
                .get(CHANGES)
                .then()
                .body("items.type", contains(WHAT + "session.moved.v1", WHAT + "release.published.v1"))
                .body("items[0].data.fields", contains("title", "endsAt"))
                .body("items[1].subject", is("releases/" + newest()));
    }

    @Test
    void a_release_says_in_what_it_differs_from_the_one_before() {
        var room = Programme.room();
        var moved = Programme.addedToDraft(Programme.session(START, END, false));
        var renamed = Programme.addedToDraft(Programme.session(START, END, false));
        var cancelled = Programme.addedToDraft(Programme.session(START, END, false));
        var postponed = Programme.addedToDraft(Programme.session(START, END, false));
        var gone = Programme.added(Programme.session(START, END, false));
        differences()
                .body("differences.findAll { it.what == 'session.created' }.size()", is(5))
                .body("differences.findAll { it.what == 'room.created' }.subject", contains("rooms/" + room));

        patch(moved, "{\"room\":\"" + room + "\"}");
        patch(renamed, "{\"title\":{\"en\":{\"value\":\"Renamed\"}}}");
        bring("cancel", cancelled);
        bring("postpone", postponed);
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + gone)
                .then()
                .statusCode(204);
        var added = Programme.added(Programme.session(START, END, false));

        differences()
                .body("changes", is(6))
                .body(find(moved) + ".what", is("session.moved"))
                .body(find(moved) + ".fields", contains("room"))
                .body(find(renamed) + ".what", is("session.changed"))
                .body(find(renamed) + ".fields", contains("title"))
                .body(find(cancelled) + ".what", is("session.cancelled"))
                .body(find(postponed) + ".what", is("session.postponed"))
                .body(find(gone) + ".what", is("session.deleted"))
                .body(find(added) + ".what", is("session.created"));
    }

    private static String find(String session) {
        return "differences.find { it.subject == 'sessions/" + session + "' }";
    }

    @Test
    void a_session_shows_its_room_and_people_as_they_were_when_it_was_released() {
        var room = Programme.room();
        var person = Programme.person("Aline Favre");
        var session = Programme.added(Programme.session(START, END, false)
                .replace(
                        "\"attendance\"",
                        "\"room\":\"" + room + "\",\"people\":[{\"person\":\"" + person
                                + "\",\"role\":\"speaker\"}],\"attendance\""));
        for (var change : List.of(
                List.of(Programme.ROOMS + "/" + room, "{\"name\":{\"en\":{\"value\":\"Room C\"}}}"),
                List.of(Programme.PEOPLE + "/" + person, "{\"name\":\"Aline Favre-Rey\"}"))) {
            Programme.reader()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(change.getLast())
                    .patch(change.getFirst())
                    .then()
                    .statusCode(200);
        }
        var before = newest();
        when().get(Programme.SESSIONS + "/" + session)
                .then()
                .body("room.name.en.value", is("Popov Room"))
                .body("people.name", contains("Aline Favre"));
        when().get(Programme.ROOMS + "/" + room).then().body("name.en.value", is("Popov Room"));
        when().get(Programme.PEOPLE + "/" + person).then().body("name", is("Aline Favre"));

        Programme.release();
        differences()
                .body("differences.what", contains("person.changed", "room.changed", "session.changed"))
                .body(find(session) + ".fields", contains("room", "people"));
        when().get(Programme.SESSIONS + "/" + session).then().body("people.name", contains("Aline Favre-Rey"));
        given().queryParam("release", before)
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .body("room.name.en.value", is("Popov Room"))
                .body("people.name", contains("Aline Favre"));
        given().queryParam("release", before).get(Programme.PEOPLE).then().body("items.name", contains("Aline Favre"));
    }

    @Test
    void an_older_release_is_read_as_it_was() {
        var session = Programme.added(Programme.session(START, END, false));
        var first = newest();
        Programme.reader()
                .header("If-Match", "*")
                .delete(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(204);
        Programme.release();
        when().get(Programme.SESSIONS + "/" + session).then().statusCode(404);
        given().queryParam("release", first)
                .get(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200)
                .body("title.en.value", is("A test"));
        given().queryParam("release", first)
                .queryParam("day", "2021-04-01")
                .get(Programme.SESSIONS)
                .then()
                .body("items.id", contains(session))
                .body("links", not(hasKey("changes")));
        for (var none : List.of("0", "999999", "01", "newest", "-1", "99999999999")) {
            given().queryParam("release", none)
                    .get(Programme.SESSIONS)
                    .then()
                    .statusCode(404)
                    .body("code", is("release-not-found"));
            when().get(Programme.RELEASES + "/" + none).then().statusCode(404).body("code", is("release-not-found"));
        }
    }

    @Test
    void what_a_release_would_change_is_shown_before() {
        var session = Programme.addedToDraft(Programme.session(START, END, false));
        Programme.drafted(Programme.session(START, END, false));
        Programme.reader()
                .get(Programme.RELEASES + "/draft")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("private, no-store"))
                .body("differences.subject", contains("sessions/" + session));
        Programme.release();
        Programme.reader().get(Programme.RELEASES + "/draft").then().body("differences", empty());
    }

    @Test
    void a_release_without_anything_new_is_refused() {
        var number = newest();
        publish("{}").then().statusCode(409).body("code", is("nothing-to-release"));
        var session = Programme.added(Programme.session(START, END, false));
        patch(session, "{\"joinLink\":\"https://itu.zoom.us/w/1\"}");
        publish("{}").then().statusCode(409);
        assertThat(newest()).isEqualTo(number + 1);
    }

    @Test
    void a_release_has_a_note_in_the_languages_of_the_edition() {
        Programme.addedToDraft(Programme.session(START, END, false));
        publish("{\"note\":{\"tlh\":{\"value\":\"x\"}}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/note/tlh"));
        publish("{\"note\":{\"en\":{\"value\":\"" + "x".repeat(2_001) + "\"}}}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/note/en/value"));
        publish("{\"name\":\"x\"}").then().statusCode(400).body("code", is("malformed-request"));
        publish("{\"note\":{\"en\":{\"value\":\"Rooms\"},\"ar\":{\"value\":\"القاعات\"}}}")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/agenda/v1/editions/2021/releases/" + newest()));
        given().queryParam("lang", "ar").get(Programme.RELEASES).then().body("items[0].note", is("القاعات"));
    }

    @Test
    void only_programme_managers_with_the_scope_release() {
        Programme.addedToDraft(Programme.session(START, END, false));
        given().header("Authorization", TestCredentials.of("m", "programme-manager", "agenda:read"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post(Programme.RELEASES)
                .then()
                .statusCode(403)
                .body("code", is("insufficient-scope"));
        given().header("Authorization", TestCredentials.of("o", "session-organizer", "agenda:write"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post(Programme.RELEASES)
                .then()
                .statusCode(403);
    }

    @Test
    void of_two_who_release_at_once_one_does_and_the_other_has_nothing_to_release() throws Exception {
        Programme.addedToDraft(Programme.session(START, END, false));
        var number = newest();
        var start = new CyclicBarrier(2);
        var answers = new ArrayList<Integer>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> client = () -> {
                start.await();
                return publish("{}").getStatusCode();
            };
            for (var answer : clients.invokeAll(List.of(client, client))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        assertThat(newest()).isEqualTo(number + 1);
    }

    @Test
    void while_many_change_sessions_nobody_who_releases_stands_in_their_way() throws Exception {
        var sessions = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            sessions.add(Programme.addedToDraft(Programme.session(START, END, false)));
        }
        Programme.release();
        var person = Programme.person("Aline Favre");
        var room = Programme.room();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = new ArrayList<Callable<Integer>>();
            for (var session : sessions) {
                for (var i = 0; i < 5; i++) {
                    var people = "{\"confirmed\":" + (i % 2 == 0) + ",\"people\":[{\"person\":\"" + person
                            + "\",\"role\":\"speaker\"}]}";
                    changes.add(() -> Programme.reader()
                            .contentType("application/merge-patch+json")
                            .header("If-Match", "*")
                            .body(people)
                            .patch(Programme.SESSIONS + "/" + session)
                            .getStatusCode());
                }
                changes.add(() -> Programme.reader()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body("{\"capacity\":" + (1 + sessions.indexOf(session)) + "}")
                        .patch(Programme.ROOMS + "/" + room)
                        .getStatusCode());
                changes.add(() -> publish("{}").getStatusCode());
            }
            for (var answer : clients.invokeAll(changes)) {
                assertThat(answer.get()).isIn(200, 201, 409);
            }
        }
        Programme.releaseIfNew();
        when().get(Programme.SESSIONS + "/" + sessions.getFirst()).then().body("people.name", contains("Aline Favre"));
        Programme.reader().get(Programme.RELEASES + "/draft").then().body("differences", empty());
    }

    @Test
    void a_release_is_told_of_with_its_time_and_never_changes() throws SQLException {
        ForumTime.is("2021-04-01T08:00:00+02:00");
        Programme.added(Programme.session(START, END, false));
        differences().body("releasedAt", startsWith("2021-04-01T06:0"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var change : List.of(
                    "update release set note = null where number = 1",
                    "delete from release where number = 1",
                    "delete from released where first_release = 1",
                    "update released set body = '{}' where first_release = 1",
                    "update released set last_release = null where last_release is not null")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("A release is never changed");
            }
        }
    }

    @Test
    void starting_again_makes_no_further_release() {
        var number = newest();
        Programme.addedToDraft(Programme.session(START, END, false));
        QuarkusTransaction.requiringNew().run(() -> publisher.publishFirst("2021"));
        assertThat(newest()).isEqualTo(number);
    }

    @Test
    void releases_are_listed_the_newest_first_page_by_page() {
        Programme.added(Programme.session(START, END, false));
        Programme.added(Programme.session(START, END, false));
        var newest = newest();
        var next = when().get(Programme.RELEASES + "?limit=1&count=exact")
                .then()
                .body("items.number", contains(newest))
                .body("items[0]", not(hasKey("differences")))
                .body("count", greaterThan(1))
                .extract()
                .<String>path("links.next");
        when().get(next).then().body("items.number", contains(newest - 1));
    }
}
