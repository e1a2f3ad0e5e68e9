package org.wsisforum.gateway.cors;

import java.util.Map;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubIssuer;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** A gateway with one origin for all clients and one of a partner. */
@QuarkusTest
@WithTestResource(Services.class)
@WithTestResource(StubIssuer.class)
@TestProfile(CorsTest.Settings.class)
class CorsTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.cors.origins", "https://app.example",
                    "wsis.gateway.cors.clients.\"agency-site\"", "https://agency.example,http://localhost:3000",
                    "wsis.gateway.cors.clients.\"other-site\"", "https://other.example",
                    "wsis.gateway.cache.memory", "4M",
                    "wsis.gateway.cache.editions", "1H");
        }
    }

    private static final String PATH = "/awards/v1/editions/2031/winners";

    @BeforeEach
    void reset() {
        Services.reset();
        StubIssuer.works();
        Services.AWARDS.at(PATH, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Vary", "Accept-Language");
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=30");
            // What a service would say, if it were asked without a gateway.
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "https://inside.example");
            exchange.getResponseHeaders().set("Access-Control-Allow-Credentials", "true");
            StubService.send(exchange, 200, "{}");
        });
    }

    private static ValidatableResponse ask(String origin, String method, String headers) {
        var question = given().header("Origin", origin).header("Access-Control-Request-Method", method);
        return (headers.isEmpty() ? question : question.header("Access-Control-Request-Headers", headers))
                .options(PATH)
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example, PUT, 'authorization, content-type'",
        "https://agency.example, POST, 'content-type'",
        "http://localhost:3000, GET, 'accept-language, Authorization'",
        "https://other.example, DELETE, ''",
        "https://app.example, PUT, 'authorization, content-type, vote-work'"
    })
    void a_registered_origin_is_told_what_it_may_send(String origin, String method, String headers) {
        ask(origin, method, headers)
                .statusCode(204)
                .header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Allow-Methods", containsString(method))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Headers", containsString("Vote-Work"))
                .header("Access-Control-Max-Age", "7200")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", "Origin")
                .body(is(""));
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://app.example",
                "https://app.example:8443",
                "https://app.example.evil.example",
                "https://APP.example",
                "null",
                ""
            })
    void any_other_origin_may_read_what_needs_no_credential_and_nothing_else(String origin) {
        ask(origin, "GET", "if-none-match, accept-language").statusCode(204).header("Access-Control-Allow-Origin", "*");

        for (var refused : new String[][] {{"GET", "authorization"}, {"POST", ""}, {"PUT", "content-type"}}) {
            ask(origin, refused[0], refused[1])
                    .statusCode(403)
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Vary", "Origin")
                    .body("code", is("origin-not-registered"));
        }
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void what_is_public_says_the_same_to_all_origins_from_memory_or_not() {
        for (var client : new RequestSpecification[] {
            given(), given().header("Origin", "https://evil.example"), given().header("Origin", "https://app.example")
        }) {
            client.get(PATH)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Credentials", nullValue())
                    .header("Access-Control-Expose-Headers", containsString("RateLimit"))
                    .header("Access-Control-Expose-Headers", containsString("ETag"))
                    .header("Vary", not(containsString("Origin")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/problems", "/no-such"})
    void so_do_the_gateway_s_own_answers(String path) {
        given().get(path).then().header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void what_changes_something_is_told_to_registered_origins_alone() {
        var allowed = given().header("Origin", "https://app.example").post(PATH);
        allowed.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://app.example")
                .header("Access-Control-Allow-Credentials", nullValue());
        assertThat(allowed.headers().getValues("Vary")).contains("Origin");
        var answer = given().header("Origin", "https://evil.example").post(PATH);
        answer.then().statusCode(200).header("Access-Control-Allow-Origin", nullValue());
        assertThat(answer.headers().getValues("Vary")).contains("Origin");
        given().post(PATH).then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void what_the_key_of_a_letter_opens_is_told_to_registered_origins_alone() {
        given().header("Origin", "https://evil.example")
                .get(PATH + "?key=abc")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://app.example")
                .get(PATH + "?key=abc")
                .then()
                .header("Access-Control-Allow-Origin", "https://app.example");
        ask("https://evil.example", "GET", "").statusCode(204);
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options(PATH + "?key=abc")
                .then()
                .statusCode(403);
    }

    @Test
    void what_a_token_opens_is_told_to_the_origins_of_its_client_and_to_those_of_all() {
        await().until(() ->
                given().header("Authorization", "Bearer x").get(PATH).statusCode() == 401);
        var agency = StubIssuer.program("agency-site", "partner");

        for (var origin : new String[] {"https://app.example", "https://agency.example"}) {
            read(origin, agency).statusCode(200).header("Access-Control-Allow-Origin", origin);
        }
        for (var origin : new String[] {"https://other.example", "https://evil.example"}) {
            read(origin, agency).statusCode(200).header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void a_page_may_read_why_it_was_refused() {
        await().until(() ->
                given().header("Authorization", "Bearer x").get(PATH).statusCode() == 401);

        read("https://agency.example", "Bearer x")
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "https://agency.example")
                .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"));
    }

    /** Or it could not do the work that a vote is taken for. */
    @Test
    void a_page_may_read_what_work_a_vote_needs() {
        Services.AWARDS.at(PATH, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Vote-Challenge", "1614938400.18.Yv0nq0E8q3m2lK0mYl5o8r7d");
            exchange.getResponseHeaders().set("Vote-Challenge-Bits", "18");
            StubService.send(exchange, 403, "{\"code\": \"work-required\"}");
        });
        given().header("Origin", "https://app.example")
                .put(PATH)
                .then()
                .statusCode(403)
                .header("Vote-Challenge-Bits", "18")
                .header("Access-Control-Allow-Origin", "https://app.example")
                .header("Access-Control-Expose-Headers", containsString("Vote-Challenge, Vote-Challenge-Bits"));
    }

    @Test
    void options_that_no_browser_asks_is_for_the_service() {
        given().options(PATH).then().statusCode(200);
        given().header("Origin", "https://app.example").options(PATH).then().statusCode(200);

        assertThat(Services.AWARDS.received()).hasSize(2);
    }

    private static ValidatableResponse read(String origin, String authorization) {
        return given().header("Origin", origin)
                .header("Authorization", authorization)
                .get(PATH)
                .then();
    }
}
