package org.wsisforum.kit.sample;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import org.wsisforum.kit.testing.EventStream;
import org.wsisforum.kit.testing.RealPostgres;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/** Changes reach whoever waits for them, as they happen. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LiveChangesTest {

    private static final String CREATED = "org.wsisforum.sample.note.created.v1";

    @Inject
    AgroalDataSource database;

    private final String edition = Notes.freshEdition();
    private final String feed = "/sample/v1/editions/" + edition + "/changes";

    private EventStream follow(String query, Map<String, String> headers) {
        return EventStream.open(RestAssured.port, feed + "/stream" + query, headers);
    }

    private void record(String subject, String type, String audience) {
        RawChanges.record(database, edition, type, subject, audience);
    }

    private void record(String subject) {
        record(subject, CREATED, "public");
    }

    private static String subject(EventStream.Event event) {
        return JsonPath.from(event.data()).getString("subject");
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void all_copies_are_told_of_what_was_committed() throws Exception {
        try (var another = database.getConnection();
                var statement = another.createStatement()) {
            statement.execute("listen \"change:sample\"");
            Notes.create(edition, 1).then().statusCode(201);
            var word = another.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(word).isNotEmpty();
            assertThat(word[0].getName()).isEqualTo("change:sample");
            statement.execute("unlisten *");
        }
    }

    @Test
    void a_change_arrives_with_its_cursor_as_id() {
        try (var stream = follow("", Map.of())) {
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(stream.response().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(stream.response().headers().firstValue("Cache-Control")).hasValue("no-store");
            stream.nextComment();
            record("notes/1");
            var event = stream.next();
            var change = JsonPath.from(event.data());
            assertThat(change.getString("subject")).isEqualTo("notes/1");
            assertThat(change.getString("type")).isEqualTo(CREATED);
            assertThat(event.id()).isEqualTo(change.getString("sequence"));
        }
    }

    @Test
    void a_stream_that_broke_off_goes_on_behind_the_last_id() {
        String last;
        try (var stream = follow("", Map.of())) {
            stream.nextComment();
            record("notes/1");
            last = stream.next().id();
        }
        record("notes/2");
        record("notes/3");
        // Last-Event-ID is what came last, whatever address the stream was first opened with.
        try (var stream = follow("?since=now", Map.of("Last-Event-ID", last))) {
            record("notes/4");
            assertThat(stream.next(3))
                    .extracting(data -> JsonPath.from(data).getString("subject"))
                    .containsExactly("notes/2", "notes/3", "notes/4");
        }
    }

    @Test
    void a_silent_stream_says_that_it_is_alive_and_moves_the_id_on() {
        try (var stream = follow("", Map.of())) {
            stream.nextComment();
            var alive = stream.nextComment();
            assertThat(alive.comment()).isEqualTo("still here");
            given().queryParam("since", alive.id())
                    .get(feed)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void type_and_subject_select_what_is_sent() {
        try (var stream = follow("?subject=notes/*&type=" + CREATED, Map.of())) {
            stream.nextComment();
            record("others/1", CREATED, "public");
            record("notes/1", "org.wsisforum.sample.note.changed.v1", "public");
            record("notes/2", CREATED, "public");
            assertThat(subject(stream.next())).isEqualTo("notes/2");
        }
    }

    @Test
    void a_stream_shows_no_more_than_the_feed_does() {
        var credential = TestCredentials.of("p", "participant", "sample:read");
        var ofStaff = TestCredentials.of("s", "secretariat", "sample:read");
        try (var anybody = follow("", Map.of());
                var person = follow("", Map.of("Authorization", credential));
                var staff = follow("", Map.of("Authorization", ofStaff))) {
            anybody.nextComment();
            person.nextComment();
            staff.nextComment();
            record("notes/1", CREATED, "role:secretariat");
            record("notes/2", CREATED, "person:p");
            record("notes/3", CREATED, "public");
            assertThat(JsonPath.from(person.next().data()).getMap(""))
                    .containsEntry("subject", "notes/2")
                    .doesNotContainKey("actor");
            assertThat(subject(person.next())).isEqualTo("notes/3");
            assertThat(JsonPath.from(staff.next().data()).getMap(""))
                    .containsEntry("subject", "notes/1")
                    .containsKey("actor");
            assertThat(JsonPath.from(staff.next().data()).getMap(""))
                    .containsEntry("subject", "notes/3")
                    .doesNotContainKey("actor");
            assertThat(JsonPath.from(anybody.next().data()).getMap(""))
                    .containsEntry("subject", "notes/3")
                    .doesNotContainKey("actor");
        }
    }

    @Test
    void a_bad_cursor_is_refused_before_the_stream_begins() {
        given().header("Last-Event-ID", "nothing-of-ours")
                .get(feed + "/stream")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("change-cursor-not-valid"));
    }

    @Test
    void a_change_that_an_older_transaction_holds_back_is_sent_when_that_has_ended() throws Exception {
        try (var stream = follow("", Map.of());
                var older = database.getConnection()) {
            stream.nextComment();
            older.setAutoCommit(false);
            try (var statement = older.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            record("notes/1");
            older.commit();
            assertThat(subject(stream.next())).isEqualTo("notes/1");
        }
    }

    @Test
    void a_reader_that_does_not_read_is_let_go_and_harms_nobody() throws IOException {
        try (var deaf = new Socket();
                var other = follow("", Map.of())) {
            // Before it connects: later it would have grown to hold all that is sent.
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress("localhost", RestAssured.port));
            deaf.getOutputStream()
                    .write(("GET " + feed + "/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(deaf.getInputStream().read()).isPositive();
            other.nextComment();
            // More than fits into the buffers on the way.
            var enough = 40_000;
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("insert into change (id, edition, type, subject, fields, actor, audiences)"
                        + " select gen_random_uuid(), '" + edition + "', '" + CREATED
                        + "', 'notes/' || n, '{}', 'a', '{public}'"
                        + " from generate_series(1, " + enough + ") n");
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            EventStream.Event last = null;
            for (var i = 0; i < enough; i++) {
                last = other.next();
            }
            assertThat(subject(last)).isEqualTo("notes/" + enough);
            // A reader that reads again within the service's patience is forgiven; a few heartbeats later it is not.
            for (var heartbeat = 0; heartbeat < 5; heartbeat++) {
                other.nextComment();
            }
            // What was on its way still comes; then the connection is found closed, long before all were sent.
            await().until(() -> {
                deaf.setSoTimeout(100);
                return isAtItsEnd(deaf);
            });
        }
    }

    private static boolean isAtItsEnd(Socket socket) {
        try {
            while (socket.getInputStream().read(new byte[65536]) >= 0) {
                // Read on.
            }
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void who_waits_is_answered_as_soon_as_there_is_something() {
        var cursor = when().get(feed + "?since=now").path("cursor");
        var answer = CompletableFuture.supplyAsync(() -> given().queryParam("since", cursor)
                .queryParam("wait", 25)
                .queryParam("subject", "notes/2")
                .get(feed));
        record("notes/1");
        assertThat(answer).isNotDone();
        record("notes/2");
        answer.join().then().statusCode(200).body("items.subject", contains("notes/2"));
    }

    @Test
    void who_waits_in_vain_goes_on_from_the_cursor_of_the_answer() {
        var answer = when().get(feed + "?since=now&wait=1");
        answer.then().statusCode(200).body("items", empty()).body("more", is(false));
        record("notes/1");
        given().queryParam("since", answer.<String>path("cursor"))
                .get(feed)
                .then()
                .body("items.subject", contains("notes/1"));
    }

    @Test
    void nobody_waits_for_minutes() {
        when().get(feed + "?wait=26").then().statusCode(422).body("errors[0].parameter", is("wait"));
    }

    @Test
    void a_list_names_the_cursor_from_which_to_follow_it() {
        record("notes/1");
        String link =
                when().get(Notes.path(edition)).then().statusCode(200).extract().path("links.changes");
        assertThat(link).startsWith(feed + "?since=");
        when().get(link).then().statusCode(200).body("items", empty());
        record("notes/2");
        when().get(link).then().statusCode(200).body("items.subject", contains("notes/2"));
    }

    @Test
    void the_cursor_of_a_list_and_its_etag_tell_nothing_of_restricted_changes() {
        record("notes/1");
        var before = when().get(Notes.path(edition));
        record("notes/2", CREATED, "role:secretariat");
        given().header("If-None-Match", before.header("ETag"))
                .get(Notes.path(edition))
                .then()
                .statusCode(304);
    }
}
