package org.wsisforum.kit.sample;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.kit.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that two programs could read in two ways. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class PlainRequestsTest {

    private static final String NOTES = "/sample/v1/editions/x/notes";

    /** Sends these letters and reads all that comes back until the service ends the connection. */
    private static String exchange(String letters) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(letters.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isRefused(String answer, int status, String code) {
        // In the version in which it was asked.
        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("cache-control: no-store")
                .contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOTES + "/../notes",
                NOTES + "/%2e%2e/notes",
                NOTES + "/..;x/notes",
                NOTES + "/.",
                NOTES + "%2f",
                NOTES + "%5c",
                NOTES + "%252f",
                NOTES + "%00",
                NOTES + "%0d%0aX:%20y",
                "/" + NOTES,
                NOTES + "//",
                NOTES + "?lang=\u00e9"
            })
    void a_path_that_can_be_read_in_two_ways_is_refused(String path) throws IOException {
        isRefused(
                exchange("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                400,
                "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1\r\n", "HTTP/1.0\r\n", "HTTP/1.1\r\nHost: a b\r\n"})
    void who_does_not_say_which_host_is_meant_is_refused(String rest) throws IOException {
        isRefused(exchange("GET " + NOTES + " " + rest + "\r\n"), 400, "malformed-request");
    }

    @Test
    void the_health_is_told_without() throws IOException {
        assertThat(exchange("GET /q/health/live HTTP/1.0\r\n\r\n")).contains(" 200 OK");
    }

    @Test
    void what_is_no_path_leads_nowhere() throws IOException {
        isRefused(exchange("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "xchunked\r\nContent-Length: 0"})
    void what_follows_a_request_without_a_certain_end_is_not_carried_out(String coding) throws IOException {
        var answer = exchange("POST " + NOTES + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + coding
                + "\r\n\r\nGET /sample/v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n");

        isRefused(answer, 400, "malformed-request");
        assertThat(answer).doesNotContain("HTTP/1.1 404");
    }

    @Test
    void who_shows_two_credentials_is_refused_since_nobody_knows_which_is_meant() throws IOException {
        isRefused(
                exchange("GET " + NOTES
                        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Link a\r\nAuthorization: Link b\r\n\r\n"),
                400,
                "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({"q, 0, 7900, 200", "q, 0, 8100, 414", "h, 15800, 0, 200", "h, 16100, 0, 431"})
    void addresses_and_headers_are_bounded(String name, int header, int query, int status) throws IOException {
        var answer = exchange("GET " + NOTES + "?lang=en&" + "q".repeat(query)
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "X-Long: " + "h".repeat(header) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        if (status != 200) {
            isRefused(answer, status, status == 414 ? "uri-too-long" : "headers-too-large");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "BREW", "PROPFIND", "CONNECT"})
    void a_method_that_nothing_answers_to_is_not_allowed(String method) throws IOException {
        var answer = exchange(method + " " + NOTES + " HTTP/1.1\r\nHost: x\r\n\r\n");

        isRefused(answer, 405, "method-not-allowed");
        assertThat(answer).containsIgnoringCase("allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    }
}
