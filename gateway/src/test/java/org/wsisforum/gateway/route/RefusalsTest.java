package org.wsisforum.gateway.route;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.RawHttp;
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(Services.class)
class RefusalsTest {

    private static final int LIMIT = 10 * 1024 * 1024;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        Services.reset();
    }

    @Test
    void an_unknown_address_is_not_found() {
        refused(given().get("/nothing/here?key=secret").then(), 404, "not-found", "/nothing/here")
                .header("Retry-After", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "BREW", "CONNECT", "PROPFIND"})
    void a_method_that_nothing_answers_to_is_not_allowed(String method) {
        var answer = RawHttp.exchange(gateway, method + " /awards/v1/projects HTTP/1.1");

        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                .contains("\"code\":\"method-not-allowed\"");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/openapi.json", "/problems", "/problems/not-found", "/portal.css"})
    void own_pages_are_only_read(String page) {
        refused(given().post(page).then(), 405, "method-not-allowed", page).header("Allow", "GET, HEAD");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_not_read() {
        var answer = RawHttp.exchange(
                gateway, "POST /awards/v1/projects HTTP/1.1", "Content-Length: " + (LIMIT + 1), "Expect: 100-continue");

        assertThat(answer).contains("HTTP/1.1 413").contains("\"code\":\"content-too-large\"");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpClient.Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void a_body_of_unknown_length_is_cut_where_it_becomes_too_large(HttpClient.Version version) throws Exception {
        Services.AWARDS.at("/awards/v1/projects", exchange -> {
            exchange.getRequestBody().readAllBytes();
            StubService.send(exchange, 201, "made");
        });
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(gateway.resolve("/awards/v1/projects"))
                            .version(version)
                            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1])))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"code\":\"content-too-large\"");
        }
    }

    @Test
    void a_body_at_the_limit_passes() {
        Services.AWARDS.at(
                "/awards/v1/projects",
                exchange -> StubService.send(
                        exchange, 200, String.valueOf(exchange.getRequestBody().readAllBytes().length)));

        given().body(new byte[LIMIT])
                .post("/awards/v1/projects")
                .then()
                .statusCode(200)
                .body(is("" + LIMIT));
    }

    @Test
    void an_address_that_is_too_long_is_refused() {
        refused(
                given().get("/awards/v1/projects?q=" + "x".repeat(8000)).then(),
                414,
                "uri-too-long",
                "/awards/v1/projects");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void headers_that_are_too_large_are_refused() {
        refused(
                given().header("X-Large", "x".repeat(16_000))
                        .get("/awards/v1/projects")
                        .then(),
                431,
                "headers-too-large",
                "/awards/v1/projects");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void a_websocket_is_refused() {
        var answer = RawHttp.exchange(
                gateway,
                "GET /agenda/v1/changes HTTP/1.1",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"upgrade-refused\"");
        assertThat(Services.AGENDA.received()).isEmpty();
        assertThat(Services.AGENDA_2.received()).isEmpty();
    }

    @Test
    void a_transfer_coding_that_nobody_knows_is_refused() {
        var answer = RawHttp.exchange(gateway, "POST /awards/v1/votes HTTP/1.1", "Transfer-Encoding: gzip, chunked");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void head_of_a_refusal_has_no_body() {
        var answer = RawHttp.exchange(gateway, "HEAD /nothing HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 404").endsWith("\r\n\r\n");
    }

    @Test
    void head_of_a_service_that_is_away_has_no_body() {
        Services.AWARDS.stop();

        var answer = RawHttp.exchange(gateway, "HEAD /awards/v1/projects HTTP/1.1");

        assertThat(answer)
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("retry-after: 5")
                .endsWith("\r\n\r\n");
    }

    @Test
    void a_refusal_tells_nothing_of_the_inside() {
        Services.AWARDS.stop();

        var answer = given().post("/awards/v1/projects").then().extract().asString();

        assertThat(answer).doesNotContain("127.0.0.1", "Exception", "java");
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String code, String path) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", is("https://forum.example/problems/" + code))
                .body("status", is(status))
                .body("code", is(code))
                .body("instance", is(path));
    }
}
