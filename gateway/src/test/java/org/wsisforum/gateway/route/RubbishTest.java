package org.wsisforum.gateway.route;

import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.RawService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** A service that does not speak HTTP, or stops in the middle; and clients that do the same. */
@QuarkusTest
@WithTestResource(RawService.class)
@TestProfile(RubbishTest.Settings.class)
class RubbishTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.upstream.response-timeout", "1S",
                    "wsis.gateway.upstream.idle-timeout", "1S",
                    "quarkus.http.idle-timeout", "2S");
        }
    }

    private static final String PATH = "/awards/v1/editions";
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void answersWell() {
        RawService.answer(GOOD, true);
        given().get(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "banana\r\n\r\n",
                "HTTP/1.1 banana OK\r\nContent-Length: 0\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nrubbish",
                "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nrubbish",
                "",
                "HTTP/1.1 200 OK\r\nContent-"
            })
    void what_is_no_http_is_a_bad_gateway(String rubbish) {
        RawService.answer(rubbish, true);

        for (int i = 0; i < 3; i++) {
            given().get(PATH).then().statusCode(502).body("code", is("bad-gateway"));
        }
        RawService.answer(rubbish, true);
        given().body("{}").post(PATH).then().statusCode(502).body("code", is("bad-gateway"));
        assertThat(RawService.requests()).isEqualTo(1);

        RawService.answer(GOOD, true);
        given().get(PATH).then().statusCode(200).body(is("good"));
    }

    @Test
    void a_connection_that_a_service_resets_behind_its_answer_is_no_error_in_the_log() {
        var errors = new CopyOnWriteArrayList<String>();
        var log = Logger.getLogger("io.vertx.core.net.impl.ConnectionBase");
        var reader = new Handler() {
            @Override
            public void publish(LogRecord line) {
                errors.add(line.getLevel() + " " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(reader);
        try {
            log.severe("heard");
            assertThat(errors).containsExactly("SEVERE heard");
            for (int i = 0; i < 20; i++) {
                RawService.answer(GOOD, true);
                // It closes before it has read the body, which resets the connection.
                given().body("x".repeat(300_000)).post(PATH);
                RawService.answer("banana\r\n\r\n", true);
                given().get(PATH).then().statusCode(502);
            }
            // What the last of them did is known by now, or within a moment.
            await().during(Duration.ofMillis(300)).until(() -> errors.size() == 1);
        } finally {
            log.removeHandler(reader);
        }
    }

    @Test
    void what_comes_behind_an_answer_is_not_taken_for_the_next() {
        RawService.answer(GOOD + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil", false);

        for (int i = 0; i < 10; i++) {
            given().get(PATH).then().statusCode(200).body(is("good"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nbanana\r\n"
            })
    void an_answer_that_stands_still_or_breaks_is_not_made_to_look_whole(String half) {
        for (var closes : new boolean[] {true, false}) {
            RawService.answer(half, closes);
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.sendAsync(
                        HttpRequest.newBuilder(gateway.resolve(PATH)).build(), BodyHandlers.ofString());

                assertThat(answer).failsWithin(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_client_for_whom_the_end_of_its_connection_ends_the_answer_learns_that_it_broke_off() throws Exception {
        RawService.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", true);

        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + PATH + " HTTP/1.0\r\nHost: gateway\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> socket.getInputStream().readAllBytes()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void hundreds_of_clients_that_do_not_finish_what_they_began_hold_nobody_up() throws Exception {
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 300; i++) {
                var socket = new Socket(gateway.getHost(), gateway.getPort());
                sockets.add(socket);
                var begun =
                        switch (i % 3) {
                            case 0 -> "GET " + PATH + " HTT";
                            case 1 -> "GET " + PATH + " HTTP/1.1\r\nHost: gateway\r\nX-Slow: ";
                            default -> "POST " + PATH + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 100\r\n\r\n{";
                        };
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }

            for (int i = 0; i < 50; i++) {
                given().get(PATH).then().statusCode(200).body(is("good"));
            }
            // And they do not stay for ever.
            for (var socket : sockets) {
                socket.setSoTimeout(20_000);
                assertThat(isClosed(socket)).isTrue();
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes().length >= 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (java.io.IOException reset) {
            return true;
        }
    }
}
