package org.wsisforum.kit.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCursor;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.sample.NoteResource.NoteChange;
import org.wsisforum.kit.testing.Api;
import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** The change feed tells everything to whoever may know it, in an order that never skips a change. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class ChangesTest {

    private static final String CREATED = "org.wsisforum.sample.note.created.v1";
    private static final String CHANGED = "org.wsisforum.sample.note.changed.v1";
    private static final String DELETED = "org.wsisforum.sample.note.deleted.v1";

    @Inject
    AgroalDataSource database;

    @Inject
    Changes changes;

    private final String edition = Notes.freshEdition();
    private final String feed = "/sample/v1/editions/" + edition + "/changes";

    private JsonPath read(String since) {
        return given().queryParam("since", since)
                .get(feed)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String a_note_that_comes_changes_and_goes() {
        var note = Notes.create(edition, 1).then().statusCode(201).extract().header("Location");
        Notes.json()
                .header("If-Match", "\"v0-x\"")
                .body(Notes.note(2))
                .put(note)
                .then()
                .statusCode(200);
        given().header("If-Match", "\"v1-x\"").delete(note).then().statusCode(204);
        return note.replaceAll(".*/notes/", "notes/");
    }

    @Test
    @TestSecurity(
            user = "s",
            roles = "secretariat",
            permissions = {"sample:write", "sample:read"})
    void each_write_is_a_cloud_event_in_order() {
        var subject = a_note_that_comes_changes_and_goes();
        when().get(feed)
                .then()
                .statusCode(200)
                .body("items.type", contains(CREATED, CHANGED, DELETED))
                .body("items.subject", contains(subject, subject, subject))
                .body("items[0].specversion", is("1.0"))
                .body("items[0].source", is("/sample"))
                .body("items[0].edition", is(edition))
                // Who did it is for those who have the change to read by their role, and not for everybody.
                .body("items[0]", not(hasKey("actor")))
                .body("items[1].actor", is("s"))
                .body("items[0].data.fields", contains("title", "place"))
                .body("more", is(false));
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void without_the_read_scope_only_public_changes_are_shown_and_no_actor() {
        a_note_that_comes_changes_and_goes();
        when().get(feed).then().body("items.type", contains(CREATED, DELETED)).body("items[0]", not(hasKey("actor")));
    }

    @Test
    @TestSecurity(user = "p", roles = "participant", permissions = "sample:read")
    void another_role_does_not_see_what_is_for_the_secretariat() throws Exception {
        try (var connection = database.getConnection()) {
            insert(connection, "one", "role:secretariat");
            insert(connection, "two", "person:p");
            insert(connection, "three", "public");
        }
        var read = read("");
        assertThat(read.getList("items.subject", String.class)).containsExactly("two", "three");
        assertThat(read.getList("items.actor", String.class)).containsOnlyNulls();
    }

    @Test
    @TestSecurity(
            user = "s",
            roles = "secretariat",
            permissions = {"sample:write", "sample:read"})
    void a_refused_write_leaves_no_change() {
        Notes.create(edition, 1).then().statusCode(201);
        Notes.create(edition, 1).then().statusCode(409);
        assertThat(read("").getList("items")).hasSize(1);
    }

    @Test
    void a_reader_who_follows_the_cursor_gets_each_change_once() throws Exception {
        var cursor = read("now").getString("cursor");
        try (var connection = database.getConnection()) {
            for (var i = 0; i < 7; i++) {
                insert(connection, "s" + i, "public");
            }
        }
        var subjects = new ArrayList<String>();
        var more = true;
        while (more) {
            var page = given().queryParam("since", cursor)
                    .queryParam("limit", 3)
                    .get(feed)
                    .jsonPath();
            subjects.addAll(page.getList("items.subject", String.class));
            cursor = page.getString("cursor");
            more = page.getBoolean("more");
        }
        assertThat(subjects).containsExactly("s0", "s1", "s2", "s3", "s4", "s5", "s6");
        assertThat(read(cursor).getList("items")).isEmpty();
    }

    @Test
    void a_lower_number_that_commits_later_is_shown_later_but_never_skipped() throws Exception {
        var cursor = read("now").getString("cursor");
        var seen = new ArrayList<String>();
        try (var slow = open();
                var fast = open()) {
            insert(slow, "slow", "public");
            insert(fast, "fast", "public");
            fast.commit();
            var between = read(cursor);
            seen.addAll(between.getList("items.subject", String.class));
            cursor = between.getString("cursor");
            slow.commit();
        }
        seen.addAll(read(cursor).getList("items.subject", String.class));
        assertThat(seen).containsExactly("slow", "fast");
    }

    @Test
    void type_and_subject_select() throws Exception {
        try (var connection = database.getConnection()) {
            insert(connection, "notes/1", "public");
            insert(connection, "notes/2", "public");
        }
        given().queryParam("subject", "notes/2").get(feed).then().body("items.subject", contains("notes/2"));
        given().queryParam("type", CREATED, CHANGED).get(feed).then().body("items.size()", is(2));
        given().queryParam("type", CHANGED).get(feed).then().body("items", empty());
    }

    @Test
    void another_edition_is_another_feed() throws Exception {
        try (var connection = database.getConnection()) {
            insert(connection, "mine", "public");
        }
        when().get("/sample/v1/editions/other/changes").then().body("items", empty());
    }

    @Test
    void a_cursor_that_is_none_is_refused() {
        for (var cursor : List.of("x", "%%%", "bm90IGEgY3Vyc29y")) {
            given().queryParam("since", cursor)
                    .get(feed)
                    .then()
                    .statusCode(400)
                    .body("code", is("change-cursor-not-valid"));
        }
    }

    @Test
    void a_cursor_of_another_database_says_how_to_begin_again() {
        var ahead = new ChangeCursor(99_999_999_999L, 1).write();
        // Under a key that this service does not have.
        var foreign = "AAAAAAAAAAAAAAAAAAAAAA";
        var inTheClear = encoded("c12.3");
        for (var cursor : List.of(ahead, foreign, inTheClear)) {
            given().queryParam("since", cursor).get(feed).then().statusCode(410).body("code", is("cursor-too-old"));
        }
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.US_ASCII));
    }

    /** Or whoever polls would count what others write, whatever that is. */
    @Test
    void a_cursor_does_not_tell_how_many_transactions_there_were() {
        var before = bytes(read("now").getString("cursor"));
        var after = bytes(new ChangeCursor(cursorOf(read("now")).transaction() + 1, Long.MAX_VALUE).write());
        assertThat(before).hasSize(16);
        // Where places are neighbours, half of all bits differ, give or take what chance gives.
        var same = IntStream.range(0, 16).filter(i -> before[i] == after[i]).count();
        assertThat(same).isLessThan(6);
        assertThat(new String(before, StandardCharsets.US_ASCII)).doesNotMatch("c\\d+\\.\\d+");
    }

    @Test
    void what_is_written_without_a_change_moves_no_cursor() throws Exception {
        var before = List.of(read("now").getString("cursor"), read(null).getString("cursor"));
        try (var connection = open();
                var statement = connection.createStatement()) {
            // Whatever takes the number of a transaction, as a vote does.
            statement.execute("select pg_current_xact_id()");
            connection.commit();
        }
        assertThat(List.of(read("now").getString("cursor"), read(null).getString("cursor")))
                .isEqualTo(before);

        try (var connection = database.getConnection()) {
            insert(connection, "notes/1", "public");
        }
        assertThat(read("now").getString("cursor")).isNotIn(before);
    }

    @Test
    void all_copies_of_a_service_write_the_same_cursor_for_the_same_place() throws Exception {
        var cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(keyOfCursors(), "AES"));
        var place = ByteBuffer.wrap(cipher.doFinal(bytes(new ChangeCursor(12, 3).write())));
        assertThat(place.getLong()).isEqualTo(12);
        assertThat(place.getLong()).isEqualTo(3);
    }

    private static byte[] bytes(String cursor) {
        return Base64.getUrlDecoder().decode(cursor);
    }

    private static ChangeCursor cursorOf(JsonPath page) {
        return ChangeCursor.read(page.getString("cursor"));
    }

    @Test
    void a_cursor_that_lies_more_than_ninety_days_back_is_gone() throws Exception {
        var cursor = read("now").getString("cursor");
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into change (id, edition, type, subject, fields, actor, audiences, recorded_at)"
                                + " values (?, ?, 't', 's', '{}', 'a', '{public}', now() - interval '91 days')")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, edition);
            insert.executeUpdate();
        }
        given().queryParam("since", cursor).get(feed).then().statusCode(410).body("code", is("cursor-too-old"));
    }

    @Test
    void a_feed_is_not_answered_from_a_cache() {
        when().get(feed).then().header("Cache-Control", "no-cache").header("ETag", not(nullValue()));
    }

    @Test
    @TestSecurity(
            user = "s",
            roles = "secretariat",
            permissions = {"sample:write", "sample:read"})
    void the_history_of_a_thing_outlives_it_and_says_by_whom() {
        var subject = a_note_that_comes_changes_and_goes();
        a_note_that_comes_changes_and_goes();
        var history = "/sample/v1/editions/" + edition + "/" + subject + "/history";
        when().get(history)
                .then()
                .statusCode(200)
                .body("items.type", contains(CREATED, CHANGED, DELETED))
                .body("items.actor", contains("s", "s", "s"))
                .body("more", is(false));
        var first = given().queryParam("limit", 2).get(history);
        first.then().body("items.type", contains(CREATED, CHANGED)).body("more", is(true));
        given().queryParam("since", first.<String>path("cursor"))
                .get(history)
                .then()
                .body("items.type", contains(DELETED));
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:read")
    void what_never_was_has_no_history() {
        when().get("/sample/v1/editions/" + edition + "/notes/" + UUID.randomUUID() + "/history")
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
    }

    @Test
    @TestSecurity(user = "p", roles = "participant", permissions = "sample:read")
    void a_history_is_not_for_everybody() {
        when().get("/sample/v1/editions/" + edition + "/notes/" + UUID.randomUUID() + "/history")
                .then()
                .statusCode(403);
    }

    @Test
    void a_change_that_says_more_than_its_kind_may_is_not_recorded() {
        for (var change : List.of(
                Change.of(NoteChange.CREATED, edition, "notes/jane.doe@example.org"),
                Change.of(NoteChange.CREATED, edition, "notes/" + UUID.randomUUID() + "/Jane Doe"),
                Change.of(NoteChange.CREATED, edition, "notes/" + UUID.randomUUID(), "Jane Doe"))) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> changes.record(change)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(read("").getList("items")).isEmpty();
    }

    @Test
    void the_catalogue_names_every_kind_with_an_example() {
        when().get("/sample/v1/change-types")
                .then()
                .statusCode(200)
                .body("items.type.findAll { it.contains('.note.') }", contains(CHANGED, CREATED, DELETED))
                .body("items[1].subject", is("notes/{id}"))
                .body("items[1].fields", contains("place", "title"))
                .body("items[1].audiences", contains("public"))
                .body("items[1].example.type", is(CREATED))
                .body("items[1].example", not(hasKey("actor")));
    }

    @Test
    void a_webhook_says_what_is_sent_and_what_may_be_answered() {
        assertThat(Api.gapsOfWebhooks("sample")).isEmpty();
        var post = "webhooks.'note.created'.post.";
        when().get("/sample/v1/openapi.json?format=json")
                .then()
                .statusCode(200)
                .body("webhooks.keySet()", contains("note.created", "note.deleted"))
                .body("tags.name", hasItem("Webhooks"))
                .body("components.schemas", hasKey("Change"))
                .body(post + "operationId", is("onNoteCreated"))
                .body(post + "summary", is("A note was created."))
                .body(post + "tags", contains("Webhooks"))
                .body(post + "parameters.name", contains("webhook-id", "webhook-timestamp", "webhook-signature"))
                .body(post + "parameters.in", everyItem(is("header")))
                .body(post + "parameters.required", everyItem(is(true)))
                .body(
                        post + "requestBody.content.'application/cloudevents+json'.schema.'$ref'",
                        is("#/components/schemas/Change"))
                .body(post + "responses.keySet()", contains("2XX", "410", "default"));
    }

    @Test
    void a_database_that_was_restored_into_a_younger_server_is_not_ready_until_its_changes_are_put_behind()
            throws Exception {
        when().get("/q/health/ready").then().statusCode(200);
        var keyBefore = keyOfCursors();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // As an older server has recorded them: the second one first.
            for (var change : List.of("('999999999999', 'notes/2')", "('999999999998', 'notes/1')")) {
                statement.execute(
                        "insert into change (transaction, subject, id, edition, type, fields, actor, audiences)"
                                + " select t::xid8, s, gen_random_uuid(), '" + edition + "', 't', '{}', 'a', '{public}'"
                                + " from (values " + change + ") as recorded (t, s)");
            }
            when().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'changes' }.status", is("DOWN"));
            statement.execute(Files.readString(Path.of("../deploy/postgres/after-restore.sql"))
                    .replace(":\"schema\"", "sample"));
        }
        // Cursors of before would mean other places by and by: under the key that there is now they mean none.
        assertThat(keyOfCursors()).hasSize(32).isNotEqualTo(keyBefore);
        keyOfCursorsIs(keyBefore);
        when().get("/q/health/ready").then().statusCode(200);
        assertThat(read(null).getList("items.subject")).containsExactly("notes/1", "notes/2");
        try (var connection = database.getConnection()) {
            insert(connection, "notes/3", "public");
        }
        assertThat(read(null).getList("items.subject")).containsExactly("notes/1", "notes/2", "notes/3");
    }

    @Test
    void the_trail_cannot_be_rewritten() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            insert(connection, "s", "public");
            assertThatThrownBy(() -> statement.execute("delete from change")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("update change set actor = 'x'"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private byte[] keyOfCursors() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select secret from change_cursor_key");
                var row = query.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    /** The one that the service was started with; the script runs while none is at work. */
    private void keyOfCursorsIs(byte[] key) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update change_cursor_key set secret = ?")) {
            update.setBytes(1, key);
            update.executeUpdate();
        }
    }

    private Connection open() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void insert(Connection connection, String subject, String audience) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into change (id, edition, type, subject, fields, actor, audiences) values (?, ?, ?, ?, '{}', 'a', ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, edition);
            insert.setString(3, CREATED);
            insert.setString(4, subject);
            insert.setArray(5, connection.createArrayOf("text", new String[] {audience}));
            insert.executeUpdate();
        }
    }
}
