package org.wsisforum.gateway.route;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests of which two programs in a row might see different ends. */
@QuarkusTest
@WithTestResource(Services.class)
class SmugglingTest {

    private static final String PATH = "/awards/v1/things";
    private static final String INSIDE = "GET /awards/v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AWARDS.keepConnections();
        Services.AWARDS.at(
                PATH,
                exchange -> StubService.send(
                        exchange,
                        200,
                        "body: " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
    }

    /** Sends these letters and reads what comes back, until the gateway ends the connection or says nothing for a while. */
    private String exchange(String letters) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(letters.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            try {
                for (int letter; (letter = socket.getInputStream().read()) >= 0; ) {
                    answer.append((char) letter);
                }
            } catch (SocketTimeoutException silence) {
                // It waits for more.
            }
            return answer.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 54",
                "Content-Length: 54, 0",
                "Content-Length: +54",
                "Content-Length: 0x36",
                "Content-Length: 5 4",
                "Content-Length:",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\u000bchunked",
                "X: y\u0000\r\nContent-Length: 0",
                "X y: z\r\nContent-Length: 0"
            })
    void a_length_that_can_be_read_in_two_ways_is_refused(String headers) throws IOException {
        var answer = exchange("POST " + PATH + " HTTP/1.1\r\nHost: gateway\r\n" + headers + "\r\n\r\n" + INSIDE);

        // Where the body cannot be read either, the connection may end before the refusal is out.
        assertThat(answer).matches("(?s)(HTTP/1.1 400.*)?");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "Content-Length: 3\r\nTransfer-Encoding: chunked",
                "Content-Length: 60\r\nTransfer-Encoding: chunked"
            })
    void of_two_ways_to_tell_the_end_the_service_is_told_the_one_that_holds(String headers) throws IOException {
        var answer = exchange("POST " + PATH + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n" + headers
                + "\r\n\r\n3\r\nabc\r\n0\r\n\r\n");

        if (!answer.startsWith("HTTP/1.1 400")) {
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("body: abc\r\n0\r\n\r\n");
            var received = Services.AWARDS.received().getLast().headers();
            assertThat(received.containsKey("Transfer-Encoding") && received.containsKey("Content-Length"))
                    .isFalse();
        }
        assertThat(Services.AWARDS.received()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"banana\r\n", "-3\r\nabc\r\n0\r\n\r\n", "fffffffffffffffff\r\nabc", "3\r\nabcdef\r\n0\r\n\r\n"})
    void a_body_whose_chunks_cannot_be_read_never_looks_whole_to_the_service(String chunks) throws IOException {
        var answer = exchange(
                "POST " + PATH + " HTTP/1.1\r\nHost: gateway\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + INSIDE);

        assertThat(answer).doesNotContain("HTTP/1.1 200");
        assertThat(Services.AWARDS.received())
                .noneMatch(request -> request.uri().contains("smuggled"));
    }

    /** A proxy in front may take for the body what looks like a request here, so nothing of it may be carried out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /awards/v1/things HTTP/1.1\r\nTransfer-Encoding: gzip",
                "POST /awards/v1/things HTTP/1.1\r\nTransfer-Encoding: chunked, identity",
                "POST /awards/v1/things HTTP/1.1\r\nTransfer-Encoding: xchunked\r\nContent-Length: 0",
                "GET /awards/v1/things HTTP/1.1\r\nTransfer-Encoding: identity",
                "GET /health HTTP/1.1\r\nTransfer-Encoding: identity",
                "GET /no-such HTTP/1.1\r\nTransfer-Encoding: identity",
                "PUT /awards/v1//things HTTP/1.1\r\nTransfer-Encoding: identity"
            })
    void what_follows_a_request_without_a_certain_end_is_not_carried_out(String head) throws IOException {
        for (int i = 0; i < 20; i++) {
            var answer = exchange(head + "\r\nHost: gateway\r\n\r\n" + INSIDE);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 404");
        }
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void a_body_that_looks_like_a_request_stays_a_body() throws IOException {
        var answer = exchange("POST " + PATH + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nContent-Length: "
                + INSIDE.length() + "\r\n\r\n" + INSIDE);

        assertThat(answer).contains("body: " + INSIDE);
        assertThat(Services.AWARDS.received()).hasSize(1);
    }
}
