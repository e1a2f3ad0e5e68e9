package org.wsisforum.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubIssuer;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tokens that are good by their signature, and were ended before their time. */
@QuarkusTest
@WithTestResource(Services.class)
@WithTestResource(StubIssuer.class)
@TestProfile(RevocationTest.Settings.class)
class RevocationTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.identity.revocation.secret", "secret of the gateway",
                    "wsis.gateway.identity.revocation.believed", "1S",
                    "wsis.gateway.identity.revocation.patience", "500MS",
                    "wsis.gateway.identity.revocation.at-once", "4",
                    "wsis.gateway.identity.revocation.pause", "100MS");
        }
    }

    private static final String PATH = "/awards/v1/editions/2031/projects";

    /** The tokens that were ended, as the sign-in knows them. */
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void reset() {
        Services.reset();
        StubIssuer.works();
        StubIssuer.SERVER.at(StubIssuer.QUESTIONS, this::tell);
        Services.AWARDS.json(PATH, "{}");
        await().until(() -> ask("Bearer known.to.nobody") == 401);
        awaitThatTheSignInIsAsked();
    }

    /** Until it is: the test before may have left it as one that does not answer. */
    private void awaitThatTheSignInIsAsked() {
        await().until(() -> {
            var token = StubIssuer.person("first");
            ended.add(token);
            return ask(token) == 401;
        });
        StubIssuer.SERVER.received().clear();
    }

    private void tell(HttpExchange exchange) throws java.io.IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var isGateway = ("Basic " + Base64.getEncoder().encodeToString("gateway:secret of the gateway".getBytes()))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var good = ended.stream().noneMatch(token -> form.contains(token.replace("Bearer ", "")));
        StubService.send(exchange, isGateway ? 200 : 401, "{\"active\":" + good + "}");
    }

    private static int ask(String token) {
        return given().header("Authorization", token).get(PATH).statusCode();
    }

    private static long questions() {
        return StubIssuer.SERVER.received().stream()
                .filter(request -> request.uri().equals(StubIssuer.QUESTIONS))
                .count();
    }

    @Test
    void one_that_was_ended_is_refused_although_it_was_good_before() {
        var token = StubIssuer.person("somebody");
        assertThat(ask(token)).isEqualTo(200);

        ended.add(token);
        await().until(() -> ask(token) == 401);

        Services.AWARDS.received().clear();
        given().header("Authorization", token)
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"wsis\", error=\"invalid_token\"");
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void the_sign_in_is_not_asked_about_what_it_would_refuse_in_any_case() {
        assertThat(ask(StubIssuer.bearer(claims -> claims.setAudience("other"))))
                .isEqualTo(401);
        assertThat(ask("Bearer a.b.c")).isEqualTo(401);
        given().get(PATH).then().statusCode(200);

        assertThat(questions()).isZero();
    }

    @Test
    void the_sign_in_is_not_asked_about_a_token_of_which_it_would_tell_the_gateway_nothing() {
        var token = StubIssuer.bearer(claims -> claims.setAudience("awards-service"));
        ended.add(token);

        assertThat(ask(token)).isEqualTo(200);
        assertThat(questions()).isZero();
    }

    @Test
    void its_answer_is_believed_for_a_while() {
        var token = StubIssuer.person("somebody");
        var began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(ask(token)).isEqualTo(200);
        }
        var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);

        assertThat(questions()).isBetween(1L, seconds + 1);
    }

    @Test
    void while_it_is_away_a_good_signature_is_enough_and_afterwards_no_longer() {
        var token = StubIssuer.person("somebody");
        ended.add(token);
        StubIssuer.SERVER.stop();
        assertThat(ask(token)).isEqualTo(200);

        StubIssuer.SERVER.start();
        await().until(() -> ask(token) == 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"active\":null}", "{\"active\":\"no\"}"})
    void rubbish_in_place_of_an_answer_ends_no_token(String rubbish) {
        StubIssuer.SERVER.json(StubIssuer.QUESTIONS, rubbish);

        assertThat(ask(StubIssuer.person("somebody"))).isEqualTo(200);
    }

    @Test
    void a_gateway_that_it_does_not_know_ends_no_token() {
        StubIssuer.SERVER.at(
                StubIssuer.QUESTIONS,
                exchange -> StubService.send(exchange, 401, "{\"error\":\"unauthorized_client\"}"));

        assertThat(ask(StubIssuer.person("somebody"))).isEqualTo(200);
    }

    @Test
    void while_it_hangs_requests_go_on_and_only_a_few_wait_for_it() throws Exception {
        var over = new CountDownLatch(1);
        StubIssuer.SERVER.at(StubIssuer.QUESTIONS, exchange -> {
            try {
                over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            exchange.close();
        });
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(() -> clients.submit(() -> ask(StubIssuer.person("somebody"))))
                    .limit(50)
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(questions()).isPositive();
        } finally {
            over.countDown();
        }
    }
}
