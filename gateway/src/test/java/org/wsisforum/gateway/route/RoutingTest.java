package org.wsisforum.gateway.route;

import java.net.URI;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
class RoutingTest {

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        Services.reset();
    }

    @Test
    void each_service_gets_the_requests_under_its_name() {
        Services.REGISTRATION.json("/registration/v1/me", "\"registration\"");
        Services.AGENDA.json("/agenda/v1/me", "\"agenda\"");
        Services.AGENDA_2.json("/agenda/v1/me", "\"agenda\"");
        Services.AWARDS.json("/awards/v1/me", "\"awards\"");

        given().get("/registration/v1/me").then().statusCode(200).body(is("\"registration\""));
        given().get("/agenda/v1/me").then().statusCode(200).body(is("\"agenda\""));
        given().get("/awards/v1/me").then().statusCode(200).body(is("\"awards\""));
    }

    @Test
    void method_path_query_headers_and_body_arrive_unchanged() {
        Services.AWARDS.at(
                "/awards/v1/projects/é",
                exchange -> StubService.send(
                        exchange,
                        201,
                        new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));

        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer abc")
                .header("Idempotency-Key", "\"k\"")
                .header("If-Match", "\"7\"")
                .header("Accept-Language", "ar")
                .header("Content-Type", "application/merge-patch+json")
                .body("{\"title\":\"جائزة\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .patch("/awards/v1/projects/%C3%A9?q=a%20b&q=c%26d&empty=")
                .then()
                .statusCode(201)
                .body(is("{\"title\":\"جائزة\"}"));

        var received = Services.AWARDS.received().getFirst();
        assertThat(received.method()).isEqualTo("PATCH");
        assertThat(received.uri()).isEqualTo("/awards/v1/projects/%C3%A9?q=a%20b&q=c%26d&empty=");
        assertThat(received.headers().getFirst("Authorization")).isEqualTo("Bearer abc");
        assertThat(received.headers().getFirst("Idempotency-Key")).isEqualTo("\"k\"");
        assertThat(received.headers().getFirst("If-Match")).isEqualTo("\"7\"");
        assertThat(received.headers().getFirst("Accept-Language")).isEqualTo("ar");
        assertThat(received.headers().getFirst("Content-Type")).startsWith("application/merge-patch+json");
    }

    @Test
    void a_service_s_own_refusal_passes_through() {
        Services.AWARDS.at("/awards/v1/votes", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            StubService.send(exchange, 401, "{\"code\":\"unauthenticated\"}");
        });

        given().post("/awards/v1/votes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("code", is("unauthenticated"));
    }

    @Test
    void an_answer_without_content_has_no_body_not_even_an_empty_chunk() {
        Services.AWARDS.at("/awards/v1/votes/1", exchange -> StubService.send(exchange, 204, ""));

        var answer = RawHttp.exchange(gateway, "DELETE /awards/v1/votes/1 HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 204").endsWith("\r\n\r\n");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("transfer-encoding");
    }

    @Test
    void not_modified_keeps_its_tag() {
        Services.AWARDS.at("/awards/v1/editions", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            StubService.send(exchange, 304, "");
        });

        given().header("If-None-Match", "\"7\"")
                .get("/awards/v1/editions")
                .then()
                .statusCode(304)
                .header("ETag", "\"7\"")
                .header("Transfer-Encoding", nullValue())
                .body(is(""));
    }

    @Test
    void head_tells_the_length_and_sends_nothing() {
        Services.AWARDS.at("/awards/v1/editions", exchange -> {
            exchange.getResponseHeaders().set("Content-Length", "4711");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        var answer = RawHttp.exchange(gateway, "HEAD /awards/v1/editions HTTP/1.1");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-length: 4711")
                .endsWith("\r\n\r\n");
    }

    @Test
    void what_a_client_claims_about_its_origin_is_replaced() {
        given().header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Port", "1")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=203.0.113.7")
                .header("X-Real-IP", "203.0.113.7")
                .get("/awards/v1/editions")
                .then()
                .statusCode(404);

        var headers = Services.AWARDS.received().getFirst().headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("localhost:" + gateway.getPort());
        assertThat(headers).doesNotContainKeys("X-forwarded-port", "X-forwarded-prefix", "Forwarded", "X-real-ip");
    }

    @Test
    void headers_of_one_connection_end_at_the_gateway() {
        Services.AWARDS.at("/awards/v1/editions", exchange -> {
            exchange.getResponseHeaders().set("Connection", "X-Between");
            exchange.getResponseHeaders().set("X-Between", "1");
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
            exchange.getResponseHeaders().set("X-Through", "1");
            StubService.send(exchange, 200, "ok");
        });

        given().header("Connection", "X-Hop, Authorization, keep-alive")
                .header("X-Hop", "1")
                .header("Authorization", "Bearer abc")
                .header("TE", "trailers")
                .header("Proxy-Authorization", "Basic abc")
                .header("X-End", "1")
                .get("/awards/v1/editions")
                .then()
                .statusCode(200)
                .header("X-Between", nullValue())
                .header("Keep-Alive", nullValue())
                .header("X-Through", is("1"));

        var headers = Services.AWARDS.received().getFirst().headers();
        assertThat(headers).doesNotContainKeys("X-hop", "Authorization", "Te", "Proxy-authorization");
        assertThat(headers.getFirst("X-End")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agenda",
                "/agenda/",
                "/agenda/v1",
                "/agenda/q/health",
                "/agenda/q/metrics",
                "/q/metrics",
                "/agenda/v2/sessions",
                "/agendas/v1/x"
            })
    void only_public_paths_reach_a_service(String path) {
        given().get(path).then().statusCode(404).body("code", is("not-found"));

        assertThat(Services.AGENDA.received()).isEmpty();
        assertThat(Services.AGENDA_2.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/awards/v1/../../q/health/ready",
                "/awards/v1/%2e%2e/%2E%2e/q/health",
                "/awards/v1/..;/..;/q/health",
                "/awards/v1/..%2f..%2fq/health",
                "/awards/v1/..%5c..%5cq",
                "/awards/v1//q",
                "/awards/v1/./x",
                "/awards/v1/%252e%252e/x",
                "/awards/v1/x%00",
                "//awards/v1/x",
            })
    void a_path_that_can_be_read_in_two_ways_is_refused(String path) {
        var answer = RawHttp.exchange(gateway, "GET " + path + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed-request\"");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/awards/v1/%zz", "/awards/v1/a\\b", "/awards/v1/{x}", "awards/v1/x", "*"})
    void an_address_that_is_none_is_refused(String address) {
        var answer = RawHttp.exchange(gateway, "GET " + address + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 40");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"awards/v1/x", "*"})
    void a_request_that_fails_before_any_page_is_looked_for_is_named_all_the_same(String address) {
        assertThat(RawHttp.exchange(gateway, "GET " + address + " HTTP/1.1"))
                .contains("X-Request-Id: ", "traceresponse: ", "\"requestId\":\"", "\"traceId\":\"");
    }

    @Test
    void two_lengths_of_one_body_are_refused() {
        var answer =
                RawHttp.exchange(gateway, "POST /awards/v1/votes HTTP/1.1", "Content-Length: 0", "Content-Length: 44");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(Services.AWARDS.received()).isEmpty();
    }
}
