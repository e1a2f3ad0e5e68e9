package org.wsisforum.kit.sample;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

/** A service that records all traces. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(TracesTest.AllRecorded.class)
class TracesTest {

    public static final class AllRecorded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wsis.traces.share", "1");
        }
    }

    private final String trace = hex(16);
    private final String parent = hex(8);

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1;
        return HexFormat.of().formatHex(random);
    }

    @BeforeEach
    void forget() {
        RecordedSpans.forget();
    }

    private RequestSpecification traced() {
        return given().header("traceparent", "00-" + trace + "-" + parent + "-00");
    }

    private SpanData server() {
        return await().until(
                        () -> RecordedSpans.of(trace).stream()
                                .filter(span -> span.getKind() == SpanKind.SERVER)
                                .findFirst()
                                .orElse(null),
                        span -> span != null);
    }

    @Test
    void what_the_database_does_is_in_the_trace_of_the_caller() {
        traced().get("/sample/v1/editions/2031/notes").then().statusCode(200);

        var server = server();
        assertThat(server.getParentSpanId()).isEqualTo(parent);
        assertThat(server.getName()).isEqualTo("GET /editions/{edition}/notes");
        assertThat(RecordedSpans.of(trace)).anySatisfy(span -> {
            assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.getParentSpanId()).isEqualTo(server.getSpanId());
            assertThat(span.getAttributes().asMap().toString()).containsIgnoringCase("select");
        });
    }

    @Test
    void reading_another_services_changes_is_one_trace_with_what_it_does_to_the_database() {
        var edition = Notes.freshEdition();
        NoteFeed.FOLLOWED.add(edition);
        try {
            var reading = await().until(
                            () -> RecordedSpans.all().stream()
                                    .filter(span -> span.getName().equals("follow notes"))
                                    .findFirst()
                                    .orElse(null),
                            span -> span != null);

            assertThat(RecordedSpans.of(reading.getTraceId()))
                    .anySatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(reading.getSpanId()));
        } finally {
            NoteFeed.FOLLOWED.remove(edition);
        }
    }

    @Test
    void what_the_database_does_on_nobodys_account_is_no_trace() {
        traced().get("/sample/v1/editions/2031/notes").then().statusCode(200);
        server();

        assertThat(RecordedSpans.all())
                .isNotEmpty()
                .noneMatch(span -> span.getKind() == SpanKind.CLIENT
                        && !span.getParentSpanContext().isValid());
    }

    @Test
    void an_answer_names_its_request_and_its_trace() {
        traced().header("X-Request-Id", "from-the-gateway_1")
                .get("/sample/v1/editions/2031/notes")
                .then()
                .header("X-Request-Id", "from-the-gateway_1")
                .header("traceresponse", startsWith("00-" + trace + "-"));
    }

    @Test
    void so_does_a_problem() {
        traced().header("X-Request-Id", "from-the-gateway_1")
                .get("/sample/v1/nothing")
                .then()
                .statusCode(404)
                .header("X-Request-Id", "from-the-gateway_1")
                .body("requestId", is("from-the-gateway_1"))
                .body("traceId", is(trace));
    }

    @Test
    void so_does_a_refusal_before_anything_is_read() {
        traced().header("X-Request-Id", "from-the-gateway_1")
                .body(new byte[200_000])
                .post("/sample/v1/editions/2031/notes")
                .then()
                .statusCode(413)
                .header("X-Request-Id", "from-the-gateway_1")
                .body("requestId", is("from-the-gateway_1"))
                .body("traceId", is(trace));
    }

    @Test
    void an_id_that_could_pass_for_something_else_is_replaced() {
        for (var forged : new String[] {"x", "a".repeat(65), "mail@example.org", "id\tid-id-id", "00000000\u00e9"}) {
            given().header("X-Request-Id", forged)
                    .get("/sample/v1/nothing")
                    .then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"));
        }
    }

    @Test
    void without_one_each_request_has_its_own() {
        var one = when().get("/sample/v1/nothing").header("X-Request-Id");
        assertThat(one)
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(when().get("/sample/v1/nothing").header("X-Request-Id"));
    }

    @Test
    void a_trace_that_is_none_is_replaced() {
        given().header("traceparent", "00-" + "0".repeat(32) + "-" + parent + "-01")
                .get("/sample/v1/nothing")
                .then()
                .header("traceresponse", matchesPattern("00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void a_trace_tells_nothing_of_who_asked_or_with_what() {
        traced().header("User-Agent", "Agent of Ms Planted")
                .header("X-Forwarded-For", "198.51.100.77")
                .get("/sample/v1/editions/2031/notes?key=planted-key&atLeast=1234567")
                .then()
                .statusCode(200);
        traced().header("Authorization", "Bearer planted-token")
                .contentType("application/json")
                .body(Notes.note(7654321).replace("Note 7654321", "planted-title"))
                .header("Idempotency-Key", "a-trace-tells-nothing")
                .post("/sample/v1/editions/2031/notes")
                .then()
                .statusCode(201);
        traced().get("/sample/v1/editions/2031/notes/broken").then().statusCode(500);

        server();
        assertThat(RecordedSpans.of(trace).toString())
                .contains("/sample/v1/editions/2031/notes")
                .doesNotContain("planted", "Planted", "198.51.100.77", "127.0.0.1", "1234567", "7654321", "secret");
    }
}
