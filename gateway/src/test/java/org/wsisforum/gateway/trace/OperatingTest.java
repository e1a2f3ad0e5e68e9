package org.wsisforum.gateway.trace;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

/** What those who run the gateway see of it: traces, all of which are recorded here, the log of production, metrics. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(OperatingTest.Settings.class)
class OperatingTest {

    private static final Path LOG = Path.of("target/operating-test.json");
    private static final String THINGS = "/awards/v1/editions/2031/things";

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("quarkus.otel.traces.sampler.arg", "1"),
                    Map.entry("quarkus.log.file.enabled", "true"),
                    Map.entry("quarkus.log.file.path", LOG.toString()),
                    Map.entry("quarkus.log.file.json.enabled", "true"),
                    Map.entry("quarkus.http.access-log.enabled", "true"),
                    Map.entry("wsis.gateway.cache.memory", "4M"),
                    Map.entry("wsis.gateway.rate.plans.anonymous.quota", "60"),
                    Map.entry("wsis.gateway.rate.plans.anonymous.window", "1H"),
                    Map.entry("wsis.gateway.proxies", "1"),
                    Map.entry("wsis.gateway.shedding.reading", "0"),
                    Map.entry("wsis.gateway.shedding.other", "1000"));
        }
    }

    @TestHTTPResource(value = "metrics", management = true)
    URI metrics;

    private final String trace = hex(16);
    private final String parent = hex(8);

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1;
        return HexFormat.of().formatHex(random);
    }

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AWARDS.json(THINGS, "{}");
    }

    private RequestSpecification traced() {
        return given().header("traceparent", "00-" + trace + "-" + parent + "-00");
    }

    private static String sent(String header) {
        return Services.AWARDS.received().getLast().headers().getFirst(header);
    }

    @Test
    void the_service_and_the_client_are_told_the_same_trace_and_id() {
        Services.AWARDS.at(THINGS, exchange -> {
            exchange.getResponseHeaders().set("X-Request-Id", "said-by-the-service");
            exchange.getResponseHeaders().set("traceresponse", "said-by-the-service");
            StubService.send(exchange, 200, "{}");
        });
        traced().header("X-Request-Id", "asked-by-the-client")
                .header("tracestate", "vendor=1")
                .post(THINGS)
                .then()
                .statusCode(200)
                .header("X-Request-Id", "asked-by-the-client")
                .header("traceresponse", startsWith("00-" + trace + "-"));

        assertThat(Services.AWARDS.received().getLast().headers().get("traceparent"))
                .hasSize(1);
        assertThat(sent("traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain(parent)
                .endsWith("-01");
        assertThat(sent("tracestate")).isEqualTo("vendor=1");
        assertThat(sent("X-Request-Id")).isEqualTo("asked-by-the-client");
        assertThat(RecordedSpans.of(trace)).singleElement().satisfies(span -> {
            assertThat(span.getParentSpanId()).isEqualTo(parent);
            assertThat(sent("traceparent")).contains(span.getSpanId());
        });
    }

    @Test
    void what_is_forged_or_malformed_is_replaced() {
        given().header("traceparent", "00-planted-" + parent + "-01")
                .header("tracestate", "planted=1")
                .header("X-Request-Id", "planted@example.org")
                .post(THINGS)
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"))
                .header("traceresponse", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));

        assertThat(Services.AWARDS.received().getLast().headers().toString()).doesNotContain("planted");
    }

    @Test
    void a_refusal_of_the_gateways_own_names_both() {
        for (var refused : List.of("/nothing/here", "/awards/v1//things", THINGS + "?" + "x".repeat(9_000))) {
            traced().header("X-Request-Id", "asked-by-the-client")
                    .get(refused)
                    .then()
                    .contentType("application/problem+json")
                    .header("X-Request-Id", "asked-by-the-client")
                    .header("traceresponse", startsWith("00-" + trace + "-"))
                    .body("requestId", is("asked-by-the-client"))
                    .body("traceId", is(trace));
        }
    }

    @Test
    void a_trace_holds_nothing_of_who_asked_or_with_what() {
        traced().header("Authorization", "Bearer planted-token")
                .header("User-Agent", "planted-agent")
                .header("X-Forwarded-For", "198.51.100.7")
                .post(THINGS + "?key=planted-key");

        assertThat(RecordedSpans.of(trace).toString())
                .contains(THINGS)
                .doesNotContain("planted", "127.0.0.1", "198.51.100");
    }

    @Test
    void the_log_tells_of_a_failure_under_its_id_and_without_secrets() {
        Services.AWARDS.at(THINGS, exchange -> {
            throw new IOException("breaks off");
        });
        traced().header("X-Request-Id", "a-service-breaks-off")
                .header("Authorization", "Bearer planted-token")
                .body("planted-ballot")
                .post(THINGS + "?key=planted-key")
                .then()
                .statusCode(502);

        assertThat(await().until(() -> linesOf("a-service-breaks-off"), lines -> !lines.isEmpty()))
                .allSatisfy(line -> {
                    assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace);
                    assertThat(line.toString()).doesNotContain("planted");
                })
                .anySatisfy(line -> assertThat(line.path("message").asText()).contains("broke off"));
    }

    @Test
    void the_log_holds_no_secret_of_any_request() throws IOException {
        for (var path : List.of("/nothing", "/me", "/problems/none", "/awards/v1//x", THINGS, "/health")) {
            given().header("Authorization", "Bearer planted-token")
                    .header("Cookie", "session=planted-cookie")
                    .get(path + "?key=planted-key");
        }
        Services.AWARDS.stop();
        given().header("Authorization", "Bearer planted-token").get(THINGS + "?key=planted-key");

        // An answer's line is written after the answer went out.
        assertThat(await().until(() -> Files.readString(LOG), log -> log.contains(" " + THINGS + " 503")))
                .doesNotContain("planted");
    }

    private static List<JsonNode> linesOf(String request) throws IOException {
        var json = new ObjectMapper();
        return Files.readAllLines(LOG).stream()
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException e) {
                        throw new AssertionError("No JSON: " + line, e);
                    }
                })
                .filter(line -> request.equals(line.at("/mdc/requestId").asText()))
                .toList();
    }

    private String metrics() {
        return given().get(metrics).then().statusCode(200).extract().asString();
    }

    @Test
    void metrics_are_on_the_management_port_alone() {
        when().get("/q/metrics").then().statusCode(404);
        assertThat(metrics()).contains("http_server_requests_seconds");
    }

    @Test
    void requests_are_measured_by_template_method_and_status() {
        given().post("/awards/v1/editions/2031/things").then().statusCode(200);
        given().get("/problems/not-found").then().statusCode(200);

        assertThat(metrics())
                .contains(
                        "http_server_requests_seconds_bucket{method=\"POST\",status=\"200\",uri=\"/awards/v1/editions/{edition}/things\",le=\"0.005\"}",
                        "http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/problems/:code\"}");
    }

    @Test
    void nothing_that_a_client_makes_up_becomes_a_label() {
        when().get("/made-up/made-up");
        when().get("/awards/v1/made-up");
        when().get("/awards/v1//made-up");
        given().header("Origin", "https://made-up.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/awards/v1/made-up")
                .then()
                .statusCode(204);
        given().request("MADEUP", "/awards/v1/made-up");

        assertThat(metrics().toLowerCase(java.util.Locale.ROOT))
                .contains("uri=\"unmatched\"", "method=\"other\"")
                .doesNotContain("made-up", "madeup");
    }

    @Test
    void copies_are_shown_as_they_are() {
        assertThat(metrics()).contains("wsis_gateway_copies{service=\"agenda\",state=\"asked\"} 2.0");

        Services.AWARDS.stop();
        given().post(THINGS).then().statusCode(503);

        assertThat(metrics()).contains("wsis_gateway_copies{service=\"awards\",state=\"aside\"} 1.0");
    }

    @Test
    void requests_that_a_service_is_spared_are_counted() {
        when().get(THINGS).then().statusCode(503);

        assertThat(metrics())
                .containsPattern("wsis_gateway_shed_total\\{service=\"awards\",urgency=\"reading\"} [1-9]");
    }

    @Test
    void refusals_are_counted_by_plan() {
        for (int i = 0; i < 60; i++) {
            given().header("X-Forwarded-For", "198.51.100.9").get("/agenda/v1/editions");
        }
        given().header("X-Forwarded-For", "198.51.100.9")
                .get("/agenda/v1/editions")
                .then()
                .statusCode(429);

        assertThat(metrics())
                .containsPattern("wsis_gateway_rate_refused_total\\{plan=\"anonymous\"} [1-9]")
                .satisfies(all -> assertThat(all).doesNotContain("198.51.100.9"));
    }
}
