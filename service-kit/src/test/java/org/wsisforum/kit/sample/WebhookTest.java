package org.wsisforum.kit.sample;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.changes.ChangeCursor;
import org.wsisforum.kit.testing.RealPostgres;
import org.wsisforum.kit.testing.TestCredentials;
import org.wsisforum.kit.testing.WebhookReceiver;
import org.wsisforum.kit.testing.WebhookReceiver.Received;
import org.wsisforum.kit.testing.WebhookReceiver.Reply;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wsisforum.kit.testing.WebhookReceiver.hangUp;
import static org.wsisforum.kit.testing.WebhookReceiver.silence;
import static org.wsisforum.kit.testing.WebhookReceiver.status;

/** Public changes are sent to whoever subscribed, in order, until they are taken. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class WebhookTest {

    private static final String CREATED = "org.wsisforum.sample.note.created.v1";
    private static final String DELETED = "org.wsisforum.sample.note.deleted.v1";

    @Inject
    AgroalDataSource database;

    private final String edition = Notes.freshEdition();
    private final String webhooks = "/sample/v1/editions/" + edition + "/webhooks";
    private final String partner = "partner-" + edition;
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private static RequestSpecification as(String subject, String role) {
        return given().header("Authorization", TestCredentials.of(subject, role, "webhooks:manage", "sample:read"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private RequestSpecification partner() {
        return as(partner, "partner");
    }

    private static RequestSpecification secretariat() {
        return as("sara", "secretariat");
    }

    private Response create(String json) {
        return partner().body(json).post(webhooks);
    }

    /** A webhook of the partner to its receiver. */
    private final class Hook {

        private final String address;
        private final String secret;

        Hook() {
            this("");
        }

        Hook(String more) {
            this(receiver, more);
        }

        Hook(WebhookReceiver to, String more) {
            this(to.url(), more);
        }

        Hook(String url, String more) {
            var created = create("{\"url\":\"" + url + "\"" + more + "}")
                    .then()
                    .statusCode(201)
                    .extract();
            address = created.header("Location");
            secret = created.path("secret");
        }

        Hook verified() {
            verify().statusCode(200).body("state", is("active"));
            return this;
        }

        ValidatableResponse verify() {
            return partner().post(address + "/verify").then();
        }

        ValidatableResponse read() {
            return partner().get(address).then().statusCode(200);
        }

        ValidatableResponse patch(String json) {
            return partner()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", read().extract().header("ETag"))
                    .body(json)
                    .patch(address)
                    .then();
        }

        ValidatableResponse replayFrom(String sequence) {
            return partner()
                    .body("{\"from\":\"" + sequence + "\"}")
                    .post(address + "/replay")
                    .then();
        }

        ValidatableResponse changeSecret(int overlapHours) {
            return partner()
                    .body("{\"overlapHours\":" + overlapHours + "}")
                    .post(address + "/secret")
                    .then();
        }

        /** The log of messages, oldest first. */
        List<Map<String, Object>> log() {
            return partner()
                    .get(address + "/deliveries?limit=200")
                    .jsonPath()
                    .<Map<String, Object>>getList("items.findAll { it.sequence != null }")
                    .reversed();
        }

        List<Object> outcomes() {
            return log().stream().map(line -> line.get("outcome")).toList();
        }
    }

    private String record(String subject) {
        return record(subject, CREATED, "public");
    }

    /** Records a change as a feature does, and returns what it happened to. */
    private String record(String subject, String type, String audience) {
        RawChanges.record(database, edition, type, subject, audience);
        return subject;
    }

    private List<String> record(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> record("notes/" + i))
                .toList();
    }

    private List<String> subjects() {
        return receiver.messages().stream().map(Received::subject).toList();
    }

    /** What was taken, which is what came without the attempts that failed. */
    private List<Object> taken(Hook hook) {
        return hook.log().stream()
                .filter(line -> line.get("outcome").equals("delivered"))
                .map(line -> line.get("subject"))
                .toList();
    }

    // --- What is sent ---------------------------------------------------------------------------------------------

    @Test
    void a_change_is_sent_as_a_signed_cloud_event() {
        var hook = new Hook().verified();
        record("notes/1");
        await().until(() -> receiver.messages().size() == 1);

        var message = receiver.messages().getFirst();
        assertThat(message.isSignedWith(hook.secret)).isTrue();
        assertThat(message.header("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(message.header("webhook-timestamp")).matches("\\d{10}");
        var event = JsonPath.from(message.body());
        assertThat(event.getString("id")).isEqualTo(message.id());
        assertThat(event.getString("type")).isEqualTo(CREATED);
        assertThat(event.getString("subject")).isEqualTo("notes/1");
        assertThat(event.getList("data.fields")).containsExactly("title");
        assertThat(event.getString("actor")).isNull();
    }

    @Test
    void it_has_the_id_that_the_feed_gives_it() {
        new Hook().verified();
        record("notes/1");
        await().until(() -> receiver.messages().size() == 1);
        var inTheFeed = given().get("/sample/v1/editions/" + edition + "/changes")
                .jsonPath()
                .getString("items[0].id");
        assertThat(receiver.messages().getFirst().id()).isEqualTo(inTheFeed);
    }

    @Test
    void changes_come_in_the_order_of_the_feed_one_at_a_time() {
        var hook = new Hook().verified();
        var all = record(1, 100);
        await().untilAsserted(() -> assertThat(subjects()).hasSize(100));
        assertThat(subjects()).isEqualTo(all);
        assertThat(receiver.messages()).allMatch(message -> message.isSignedWith(hook.secret));
        assertThat(receiver.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void only_what_was_subscribed_to_is_sent() {
        new Hook(",\"types\":[\"" + DELETED + "\"]").verified();
        record("notes/1", CREATED, "public");
        record("notes/2", DELETED, "public");
        record("notes/3", CREATED, "public");
        record("notes/4", DELETED, "public");
        await().until(() -> receiver.messages().size() == 2);
        assertThat(subjects()).containsExactly("notes/2", "notes/4");
    }

    @Test
    void also_by_what_it_happens_to() {
        var note = "notes/" + UUID.randomUUID();
        new Hook(",\"subject\":\"" + note + "\"").verified();
        record("notes/" + UUID.randomUUID());
        record(note);
        await().until(() -> receiver.messages().size() == 1);
        record("notes/" + UUID.randomUUID());
        record(note);
        await().until(() -> receiver.messages().size() == 2);
        assertThat(subjects()).containsExactly(note, note);
    }

    @Test
    void or_to_all_of_a_kind() {
        new Hook(",\"subject\":\"notes/*\"").verified();
        record("other/1");
        record("notes/1");
        await().until(() -> receiver.messages().size() == 1);
        assertThat(subjects()).containsExactly("notes/1");
    }

    @Test
    void what_is_not_public_is_never_sent() {
        new Hook().verified();
        record("notes/1", "org.wsisforum.sample.note.changed.v1", "role:secretariat");
        record("notes/2", "org.wsisforum.sample.note.changed.v1", "person:" + partner);
        record("notes/3");
        await().until(() -> receiver.messages().size() == 1);
        assertThat(subjects()).containsExactly("notes/3");
    }

    // --- What becomes of it ---------------------------------------------------------------------------------------

    @Test
    void what_is_not_taken_comes_again_under_the_same_id_and_nothing_overtakes_it() {
        var hook = new Hook().verified();
        receiver.thenAnswers(
                status(500), status(302, "Location: /elsewhere"), hangUp(), silence(), status(404), status(200));
        record(1, 3);
        await().untilAsserted(() -> assertThat(taken(hook)).containsExactly("notes/1", "notes/2", "notes/3"));

        assertThat(subjects())
                .containsExactly(
                        "notes/1", "notes/1", "notes/1", "notes/1", "notes/1", "notes/1", "notes/2", "notes/3");
        assertThat(receiver.messages().stream().map(Received::id).distinct()).hasSize(3);
        assertThat(receiver.messages()).allMatch(message -> message.isSignedWith(hook.secret));
        assertThat(hook.outcomes())
                .containsExactly(
                        "refused",
                        "redirected",
                        "unreachable",
                        "timed-out",
                        "refused",
                        "delivered",
                        "delivered",
                        "delivered");
        assertThat(hook.log().stream().limit(6).map(line -> line.get("attempt")))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(hook.log().get(0)).containsEntry("status", 500).containsKey("nextAttemptAt");
        assertThat(hook.log().get(1)).containsEntry("status", 302);
        assertThat(hook.log().get(3)).doesNotContainKey("status");
        hook.read().body("failures", is(0)).body("nextAttemptAt", nullValue());
    }

    @Test
    void what_is_wrong_with_an_answer_is_its_owners_to_know_and_no_error_of_the_service() {
        var errors = new java.util.concurrent.CopyOnWriteArrayList<String>();
        var log = java.util.logging.Logger.getLogger("io.vertx.core");
        var listener = new java.util.logging.Handler() {
            @Override
            public void publish(java.util.logging.LogRecord line) {
                if (line.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue()) {
                    errors.add(line.getLoggerName() + ": " + line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(listener);
        try {
            var hook = new Hook().verified();
            receiver.thenAnswers(status(200, "Much: " + "x".repeat(9000)), status(102));
            record("notes/1");
            await().untilAsserted(
                            () -> assertThat(hook.outcomes()).containsExactly("unreachable", "refused", "delivered"));
            assertThat(errors).isEmpty();
        } finally {
            log.removeHandler(listener);
        }
    }

    /** What comes before an answer is none, and what comes after it is not the answer to the next message. */
    @Test
    void what_only_announces_an_answer_takes_nothing() throws Exception {
        try (var early = new Early()) {
            var hook = new Hook(early.url(), "");
            hook.verified();
            record(1, 2);
            await().untilAsserted(() -> assertThat(taken(hook)).containsExactly("notes/1", "notes/2"));
            assertThat(hook.outcomes()).containsExactly("refused", "delivered", "delivered");
            assertThat(hook.log().getFirst()).containsEntry("status", 102);
            assertThat(early.subjects).containsExactly("notes/1", "notes/1", "notes/2");
        }
    }

    /** Says of its first message that it is processing it, and a moment later that it has taken it; takes every other. */
    private static final class Early implements AutoCloseable {
        private final java.net.ServerSocket socket;
        private final List<String> subjects = new java.util.concurrent.CopyOnWriteArrayList<>();

        Early() throws java.io.IOException {
            socket = new java.net.ServerSocket(0, 10, java.net.InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        var connection = socket.accept();
                        Thread.ofVirtual().start(() -> serve(connection));
                    }
                } catch (java.io.IOException closed) {
                    // The test is over.
                }
            });
        }

        private void serve(java.net.Socket connection) {
            try (connection) {
                var in = connection.getInputStream();
                var out = connection.getOutputStream();
                while (true) {
                    var message = JsonPath.from(body(in));
                    var word = message.getString("data.challenge");
                    if (word == null) {
                        subjects.add(message.getString("subject"));
                        if (subjects.size() == 1) {
                            out.write("HTTP/1.1 102 Processing\r\n\r\n".getBytes());
                            Thread.sleep(50);
                        }
                    }
                    var answer = "{\"challenge\":\"" + word + "\"}";
                    out.write(
                            ("HTTP/1.1 200 OK\r\nContent-Length: " + answer.length() + "\r\n\r\n" + answer).getBytes());
                }
            } catch (java.io.IOException | InterruptedException gone) {
                // As callers go.
            }
        }

        private static String body(java.io.InputStream in) throws java.io.IOException {
            var head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                var next = in.read();
                if (next < 0) {
                    throw new java.io.EOFException();
                }
                head.append((char) next);
            }
            var length = head.toString().toLowerCase().replaceAll("(?s).*content-length: (\\d+).*", "$1");
            return new String(in.readNBytes(Integer.parseInt(length)), java.nio.charset.StandardCharsets.UTF_8);
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/";
        }

        @Override
        public void close() throws java.io.IOException {
            socket.close();
        }
    }

    @Test
    void a_receiver_that_is_gone_and_comes_back_misses_nothing() {
        var hook = new Hook().verified();
        record(1, 2);
        await().until(() -> receiver.messages().size() == 2);
        receiver.goAway();
        record(3, 4);
        await().untilAsserted(() -> assertThat(hook.outcomes()).contains("unreachable"));
        receiver.comeBack();
        await().untilAsserted(
                        () -> assertThat(taken(hook)).containsExactly("notes/1", "notes/2", "notes/3", "notes/4"));
    }

    @Test
    void the_address_is_left_alone_for_as_long_as_it_asks() {
        var hook = new Hook().verified();
        receiver.thenAnswers(status(503, "Retry-After: 2"));
        record("notes/1");
        await().untilAsserted(() -> assertThat(hook.outcomes()).containsExactly("refused", "delivered"));
        var refused = hook.log().getFirst();
        var again = time(refused, "nextAttemptAt");
        assertThat(again).isAfterOrEqualTo(time(refused, "startedAt").plusSeconds(2));
        assertThat(time(hook.log().getLast(), "startedAt")).isAfterOrEqualTo(again);
    }

    private static Instant time(Map<String, Object> line, String field) {
        return OffsetDateTime.parse((String) line.get(field)).toInstant();
    }

    @Test
    void an_address_that_answers_410_is_sent_nothing_more() {
        var hook = new Hook().verified();
        receiver.thenAnswers(status(410));
        record(1, 2);
        await().untilAsserted(() -> hook.read().body("state", is("ended")));
        assertThat(hook.outcomes()).containsExactly("gone");
        hook.verify().statusCode(409).body("code", is("webhook-ended"));
        hook.patch("{\"paused\":true}").statusCode(409).body("code", is("webhook-ended"));
        hook.replayFrom(new ChangeCursor(0, 1).write()).statusCode(409).body("code", is("webhook-ended"));
        hook.changeSecret(0).statusCode(409).body("code", is("webhook-ended"));
        assertThat(subjects()).containsExactly("notes/1");
    }

    @Test
    void after_the_last_attempt_it_is_suspended_and_goes_on_with_the_same_message_once_verified() {
        var hook = new Hook().verified();
        for (var attempt = 0; attempt < 8; attempt++) {
            receiver.thenAnswers(status(500));
        }
        record(1, 2);
        await().untilAsserted(() -> hook.read().body("state", is("suspended")));
        assertThat(subjects()).hasSize(8).containsOnly("notes/1");
        assertThat(hook.log().getLast()).doesNotContainKey("nextAttemptAt");

        again_after_a_moment(hook);
        await().untilAsserted(() -> assertThat(taken(hook)).containsExactly("notes/1", "notes/2"));
        assertThat(receiver.messages().stream().map(Received::id).distinct()).hasSize(2);
    }

    @Test
    void its_owner_and_the_secretariat_read_of_it_in_the_feed_and_nobody_else() {
        var hook = new Hook().verified();
        receiver.thenAnswers(status(410));
        record("notes/1");
        await().untilAsserted(() -> hook.read().body("state", is("ended")));
        var feed = "/sample/v1/editions/" + edition + "/changes";
        var ended = "org.wsisforum.sample.webhook.ended.v1";
        partner().get(feed).then().body("items.type", hasItem(ended));
        secretariat().get(feed).then().body("items.type", hasItem(ended));
        as("another", "partner")
                .get(feed)
                .then()
                .body("items.type", not(hasItem(startsWith("org.wsisforum.sample.webhook"))));
        given().get(feed).then().body("items.type", not(hasItem(startsWith("org.wsisforum.sample.webhook"))));
    }

    @Test
    void an_address_that_does_not_answer_keeps_nobody_waiting() throws Exception {
        try (var dead = new WebhookReceiver()) {
            var held = new CountDownLatch(1);
            var stuck = new Hook(dead, "").verified();
            dead.thenAnswers(() -> {
                held.await();
                return new Reply(204, null);
            });
            var hook = new Hook().verified();
            record(1, 20);
            await().until(() -> receiver.messages().size() == 20);
            // Everything was taken here while the other still waits for its first.
            assertThat(taken(stuck)).isEmpty();
            held.countDown();
            await().untilAsserted(() -> assertThat(taken(stuck)).hasSize(20));
            assertThat(taken(hook)).hasSize(20);
            assertThat(dead.messages()).allMatch(message -> message.isSignedWith(stuck.secret));
            assertThat(dead.messages()).noneMatch(message -> message.isSignedWith(hook.secret));
        }
    }

    // --- The challenge --------------------------------------------------------------------------------------------

    @Test
    void nothing_is_sent_before_the_address_has_answered_a_challenge_and_then_everything() {
        var hook = new Hook();
        record(1, 2);
        var other = new Hook(",\"subject\":\"notes/*\"").verified();
        record("notes/3");
        await().untilAsserted(() -> assertThat(taken(other)).containsExactly("notes/3"));
        hook.read().body("state", is("pending"));
        assertThat(hook.log()).isEmpty();

        hook.verified();
        await().untilAsserted(() -> assertThat(taken(hook)).containsExactly("notes/1", "notes/2", "notes/3"));
        assertThat(receiver.challenges()).hasSize(2);
        assertThat(receiver.challenges().getLast().isSignedWith(hook.secret)).isTrue();
    }

    @Test
    void an_address_that_does_not_repeat_the_word_stays_unverified() {
        try (var deaf = new Deaf()) {
            var created = create("{\"url\":\"" + deaf.url() + "\"}");
            partner()
                    .post(created.header("Location") + "/verify")
                    .then()
                    .statusCode(409)
                    .body("code", is("webhook-not-verified"))
                    .body("detail", containsString("wrong-answer"));
            partner()
                    .get(created.header("Location") + "/deliveries")
                    .then()
                    .body("items[0].outcome", is("wrong-answer"))
                    .body("items[0].type", is("org.wsisforum.sample.webhook.challenged.v1"));
        }
    }

    /** Answers 200 to everything, and nothing more. */
    private static final class Deaf implements AutoCloseable {
        private final com.sun.net.httpserver.HttpServer server;

        Deaf() {
            try {
                server = com.sun.net.httpserver.HttpServer.create(
                        new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(200, -1);
                }
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void an_address_is_not_challenged_again_and_again() {
        var hook = new Hook().verified();
        hook.verify().statusCode(429).header("Retry-After", "5").body("code", is("challenged-just-now"));
        assertThat(receiver.challenges()).hasSize(1);
    }

    @Test
    void another_address_has_to_be_verified_anew() {
        var hook = new Hook().verified();
        try (var other = new WebhookReceiver()) {
            hook.patch("{\"url\":\"" + other.url() + "\"}").statusCode(200).body("state", is("pending"));
            record("notes/1");
            hook.verified();
            await().until(() -> other.messages().size() == 1);
            assertThat(receiver.messages()).isEmpty();
        }
    }

    // --- What its owner may do ------------------------------------------------------------------------------------

    @Test
    void the_secret_is_shown_once() {
        var hook = new Hook();
        assertThat(hook.secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        hook.read().body("secret", nullValue());
        partner().get(webhooks).then().body("items[0].id", not(nullValue())).body("items[0].secret", nullValue());
    }

    @Test
    void while_the_secret_is_changed_both_sign() {
        var hook = new Hook().verified();
        var fresh = hook.changeSecret(24).statusCode(200).extract().<String>path("secret");
        hook.read().body("formerSecretUntil", not(nullValue()));
        record("notes/1");
        await().until(() -> receiver.messages().size() == 1);
        assertThat(receiver.messages().getFirst().isSignedWith(hook.secret)).isTrue();
        assertThat(receiver.messages().getFirst().isSignedWith(fresh)).isTrue();

        hook.changeSecret(24).statusCode(409).body("code", is("secret-being-changed"));
        var last = hook.changeSecret(0).statusCode(200).extract().<String>path("secret");
        record("notes/2");
        await().until(() -> receiver.messages().size() == 2);
        var message = receiver.messages().getLast();
        assertThat(message.isSignedWith(hook.secret)).isFalse();
        assertThat(message.isSignedWith(fresh)).isFalse();
        assertThat(message.isSignedWith(last)).isTrue();
    }

    @Test
    void while_it_is_paused_nothing_is_sent_and_nothing_is_lost() {
        var hook = new Hook().verified();
        hook.patch("{\"paused\":true}").statusCode(200).body("paused", is(true));
        record(1, 2);
        try (var witness = new WebhookReceiver()) {
            new Hook(witness, "").verified();
            record("notes/3");
            await().until(() -> witness.messages().size() == 1);
            assertThat(receiver.messages()).isEmpty();
        }
        hook.patch("{\"paused\":false}").statusCode(200);
        await().untilAsserted(() -> assertThat(subjects()).containsExactly("notes/1", "notes/2", "notes/3"));
    }

    @Test
    void what_was_sent_is_sent_again_from_where_its_owner_wants() {
        var hook = new Hook().verified();
        record(1, 4);
        await().untilAsserted(() -> assertThat(taken(hook)).hasSize(4));
        var third = (String) hook.log().get(2).get("sequence");
        hook.replayFrom(third).statusCode(200).body("state", is("active"));
        await().untilAsserted(() -> assertThat(subjects())
                .containsExactly("notes/1", "notes/2", "notes/3", "notes/4", "notes/3", "notes/4"));
        var ids = receiver.messages().stream().map(Received::id).toList();
        assertThat(ids.subList(4, 6)).isEqualTo(ids.subList(2, 4));
    }

    @Test
    void also_from_the_very_beginning_and_the_place_can_be_named() {
        var hook = new Hook();
        var beginning = new ChangeCursor(0, 0).write();
        var place = hook.replayFrom(beginning).statusCode(200).extract().<String>path("deliveredTo");
        hook.replayFrom(place).statusCode(200).body("deliveredTo", is(place));
    }

    @Test
    void but_not_from_nowhere() {
        var hook = new Hook().verified();
        hook.replayFrom("nowhere").statusCode(400).body("code", is("change-cursor-not-valid"));
        // A cursor of a database that has come further than this one.
        var beyond = new ChangeCursor(999_999_999_999L, 1).write();
        hook.replayFrom(beyond).statusCode(410).body("code", is("cursor-too-old"));
        partner().body("{}").post(hook.address + "/replay").then().statusCode(422);
    }

    @Test
    void a_webhook_that_is_removed_is_sent_nothing_more() {
        var hook = new Hook().verified();
        var witness = new WebhookReceiver();
        try (witness) {
            new Hook(witness, "").verified();
            partner()
                    .header("If-Match", hook.read().extract().header("ETag"))
                    .delete(hook.address)
                    .then()
                    .statusCode(204);
            record("notes/1");
            await().until(() -> witness.messages().size() == 1);
            assertThat(receiver.messages()).isEmpty();
        }
        partner().get(hook.address).then().statusCode(404);
        partner().get(hook.address + "/deliveries").then().statusCode(404);
    }

    @Test
    void a_message_on_its_way_outlives_neither_the_webhook_nor_harms_its_removal() {
        var hook = new Hook().verified();
        var arrived = new CountDownLatch(1);
        receiver.thenAnswers(() -> {
            partner()
                    .header("If-Match", hook.read().extract().header("ETag"))
                    .delete(hook.address)
                    .then()
                    .statusCode(204);
            arrived.countDown();
            return new Reply(204, null);
        });
        record("notes/1");
        await().until(() -> arrived.getCount() == 0);
        partner().get(hook.address).then().statusCode(404);
    }

    @Test
    void an_edit_needs_the_version_that_was_read_and_deliveries_do_not_change_it() {
        var hook = new Hook().verified();
        var seen = hook.read().extract().header("ETag");
        record("notes/1");
        await().untilAsserted(() -> assertThat(taken(hook)).hasSize(1));
        partner()
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body("{\"types\":[\"" + CREATED + "\"]}")
                .patch(hook.address)
                .then()
                .statusCode(200)
                .body("types", is(List.of(CREATED)));
        partner()
                .contentType("application/merge-patch+json")
                .header("If-Match", seen)
                .body("{\"types\":[]}")
                .patch(hook.address)
                .then()
                .statusCode(412);
        partner()
                .contentType("application/merge-patch+json")
                .body("{\"types\":[]}")
                .patch(hook.address)
                .then()
                .statusCode(428);
        partner().delete(hook.address).then().statusCode(428);
    }

    @Test
    void the_log_shows_the_newest_first_page_by_page() {
        var hook = new Hook().verified();
        record(1, 5);
        await().untilAsserted(() -> assertThat(taken(hook)).hasSize(5));
        var first = partner()
                .get(hook.address + "/deliveries?limit=4")
                .then()
                .extract()
                .jsonPath();
        assertThat(first.getList("items.subject")).containsExactly("notes/5", "notes/4", "notes/3", "notes/2");
        var second = partner().get(first.getString("links.next")).jsonPath();
        assertThat(second.getList("items.subject")).startsWith("notes/1").hasSize(2);
        var back = partner().get(second.getString("links.prev")).jsonPath();
        assertThat(back.getList("items.subject")).isEqualTo(first.getList("items.subject"));
    }

    // --- Who may, and what is refused -----------------------------------------------------------------------------

    @Test
    void a_partner_has_to_do_with_its_own_webhooks_alone_and_the_secretariat_with_all() {
        var hook = new Hook();
        var another = as("another-" + edition, "partner");
        another.get(hook.address).then().statusCode(404);
        another.get(hook.address + "/deliveries").then().statusCode(404);
        another.post(hook.address + "/verify").then().statusCode(404);
        another.body("{\"overlapHours\":0}")
                .post(hook.address + "/secret")
                .then()
                .statusCode(404);
        as("another-" + edition, "partner").get(webhooks).then().body("items", empty());
        secretariat().get(hook.address).then().statusCode(200).body("secret", nullValue());
        secretariat().get(webhooks).then().body("items", hasSize(1));
        partner().get(hook.address.replace(edition, "another")).then().statusCode(404);
    }

    @Test
    void the_token_must_be_meant_for_it() {
        given().get(webhooks).then().statusCode(401);
        as("pia", "participant").get(webhooks).then().statusCode(403);
        given().header("Authorization", TestCredentials.of(partner, "partner", "sample:read"))
                .get(webhooks)
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("webhooks:manage"));
    }

    @Test
    void what_cannot_be_subscribed_is_refused_with_the_field_at_fault() {
        refused("{}", "/url");
        refused("{\"url\":\"partner.example\"}", "/url");
        refused("{\"url\":\"/hook\"}", "/url");
        refused("{\"url\":\"ftp://partner.example/\"}", "/url");
        refused("{\"url\":\"https://me:secret@partner.example/\"}", "/url");
        refused("{\"url\":\"https://partner.example/#part\"}", "/url");
        refused("{\"url\":\"https:///hook\"}", "/url");
        refused("{\"url\":\"https://partner.example:0/\"}", "/url");
        refused("{\"url\":\"https://partner.example:65536/\"}", "/url");
        refused("{\"url\":\"https://partner.example/" + "x".repeat(2000) + "\"}", "/url");
        var url = "{\"url\":\"https://partner.example/hook\",";
        refused(url + "\"types\":[\"org.wsisforum.sample.note.renamed.v1\"]}", "/types/0");
        // A change that is not public, and so is never sent.
        refused(url + "\"types\":[\"" + CREATED + "\",\"org.wsisforum.sample.note.changed.v1\"]}", "/types/1");
        refused(url + "\"types\":[null]}", "/types/0");
        refused(url + "\"subject\":\"sessions/*\"}", "/subject");
        refused(url + "\"subject\":\"notes/1\"}", "/subject");
        refused(url + "\"subject\":\"NOTES\"}", "/subject");
        create(url + "\"secret\":\"mine\"}").then().statusCode(400);
    }

    private void refused(String json, String pointer) {
        create(json)
                .then()
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void a_patch_is_held_to_the_same_rules() {
        var hook = new Hook();
        hook.patch("{\"url\":\"ftp://partner.example/\"}").statusCode(422).body("errors.pointer", hasItem("/url"));
        hook.patch("{\"url\":null}").statusCode(422).body("errors.pointer", hasItem("/url"));
        hook.changeSecret(169).statusCode(422).body("errors.pointer", hasItem("/overlapHours"));
    }

    @Test
    void one_owner_has_a_limited_number_of_webhooks() {
        for (var i = 0; i < 20; i++) {
            new Hook();
        }
        create("{\"url\":\"" + receiver.url() + "\"}").then().statusCode(409).body("code", is("too-many-webhooks"));
        as("another-" + edition, "partner")
                .body("{\"url\":\"" + receiver.url() + "\"}")
                .post(webhooks)
                .then()
                .statusCode(201);
    }

    @Test
    void also_if_they_are_made_at_one_moment() throws Exception {
        for (var i = 0; i < 18; i++) {
            new Hook();
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Nothing can be written, so that all come as far as that, and the look-out for what waits too.
            statement.execute("lock table webhook in share mode");
            var made = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> create("{\"url\":\"" + receiver.url() + "\"}").statusCode(),
                            request -> Thread.ofVirtual().start(request)))
                    .toList();
            await().until(() -> {
                try (var waiting = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                    waiting.next();
                    return waiting.getInt(1) >= 5;
                }
            });
            connection.commit();
            assertThat(made.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 201, 409, 409);
        }
    }

    @Test
    void the_same_request_makes_one_webhook_and_shows_its_secret_to_whoever_sent_it() {
        var key = UUID.randomUUID().toString();
        var body = "{\"url\":\"" + receiver.url() + "\"}";
        var secret = given().header("Authorization", TestCredentials.of(partner, "partner", "webhooks:manage"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(webhooks)
                .<String>path("secret");
        var again = given().header("Authorization", TestCredentials.of(partner, "partner", "webhooks:manage"))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(webhooks);
        assertThat(again.<String>path("secret")).isEqualTo(secret);
        partner().get(webhooks).then().body("items", hasSize(1));
    }

    private void again_after_a_moment(Hook hook) {
        // Two challenges of one address lie five seconds apart.
        await().untilAsserted(() -> hook.verify().statusCode(200));
    }
}
