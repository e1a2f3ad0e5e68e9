package org.wsisforum.gateway.route;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpHandler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Two copies, of which one fails in one way or another. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(FailingCopiesTest.Settings.class)
class FailingCopiesTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.upstream.failures", "3",
                    "wsis.gateway.upstream.set-aside", "1H",
                    "wsis.gateway.upstream.set-aside-at-most", "1H",
                    "wsis.gateway.upstream.response-timeout", "3S");
        }
    }

    private static final String PATH = "/agenda/v1/sessions";

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AGENDA.at(PATH, well());
        Services.AGENDA_2.at(PATH, well());
        answersWell(Services.AGENDA, Services.AGENDA_2);
        answersWell(Services.AGENDA_2, Services.AGENDA);
        Services.AGENDA.received().clear();
        Services.AGENDA_2.received().clear();
    }

    /** Asks one copy, which may be aside, by making it the only one. */
    private static void answersWell(StubService copy, StubService other) {
        other.stop();
        given().get(PATH).then().statusCode(200);
        other.start();
        given().get("/health").then().statusCode(200);
    }

    private static HttpHandler well() {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            StubService.send(exchange, 200, "ok");
        };
    }

    private static List<Integer> ask(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> given().get(PATH).statusCode())
                .toList();
    }

    @Test
    void one_that_answers_with_errors_is_set_aside_after_some() {
        Services.AGENDA.at(PATH, exchange -> StubService.send(exchange, 500, "{}"));

        assertThat(ask(20).stream().filter(status -> status == 500)).hasSize(3);
        assertThat(Services.AGENDA.received()).hasSize(3);
    }

    @Test
    void one_that_refuses_what_clients_do_wrong_is_not() {
        Services.AGENDA.at(PATH, exchange -> StubService.send(exchange, 404, "{}"));

        assertThat(ask(20).stream().filter(status -> status == 404)).hasSize(10);
    }

    @Test
    void one_that_hangs_is_set_aside_after_some() throws Exception {
        var over = new CountDownLatch(1);
        Services.AGENDA.at(PATH, exchange -> {
            try {
                over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            exchange.close();
        });

        try {
            assertThat(ask(20).stream().filter(status -> status == 504)).hasSize(3);
        } finally {
            over.countDown();
        }
    }

    @Test
    void one_that_breaks_off_is_set_aside_after_some_and_no_reader_notices() {
        Services.AGENDA.at(PATH, exchange -> exchange.close());

        assertThat(ask(20)).allMatch(status -> status == 200);
        assertThat(Services.AGENDA.received()).hasSize(3);
    }

    @Test
    void one_that_answered_well_while_there_was_no_other_is_asked_again() {
        Services.AGENDA.at(PATH, exchange -> StubService.send(exchange, 500, "{}"));
        ask(20);
        Services.AGENDA.at(PATH, well());
        answersWell(Services.AGENDA, Services.AGENDA_2);
        Services.AGENDA.received().clear();

        ask(10);

        assertThat(Services.AGENDA.received()).hasSize(5);
    }

    @Test
    void one_that_fails_is_not_asked_again_because_it_says_that_it_is_healthy() {
        Services.AGENDA.at(PATH, exchange -> StubService.send(exchange, 500, "{}"));
        ask(20);
        given().get("/health").then().statusCode(200);

        assertThat(ask(10)).allMatch(status -> status == 200);
    }

    @Test
    void when_both_fail_both_go_on_being_asked() {
        Services.AGENDA.at(PATH, exchange -> StubService.send(exchange, 500, "{}"));
        Services.AGENDA_2.at(PATH, exchange -> StubService.send(exchange, 500, "{}"));

        assertThat(ask(20)).allMatch(status -> status == 500);
        assertThat(Services.AGENDA.received()).hasSizeGreaterThan(5);
        assertThat(Services.AGENDA_2.received()).hasSizeGreaterThan(5);
    }
}
