package org.wsisforum.gateway.upstream;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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
import static org.awaitility.Awaitility.await;

/** Two copies that are asked whether they are ready. What clients find out by themselves would hold for an hour. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(ProbesTest.Settings.class)
class ProbesTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.upstream.probe.every", "200MS",
                    "wsis.gateway.upstream.probe.timeout", "2S",
                    "wsis.gateway.upstream.probe.path", READY,
                    "wsis.gateway.upstream.set-aside", "1H",
                    "wsis.gateway.upstream.set-aside-at-most", "1H");
        }
    }

    private static final String READY = "/is-it-ready";
    private static final String PATH = "/agenda/v1/sessions";

    @BeforeEach
    void both_are_ready() {
        Services.reset();
        for (var copy : new StubService[] {Services.AGENDA, Services.AGENDA_2}) {
            copy.json(READY, "{}");
            copy.json(PATH, "{}");
        }
        await().until(() -> isAskedByClients(Services.AGENDA) && isAskedByClients(Services.AGENDA_2));
    }

    private static boolean isAskedByClients(StubService copy) {
        copy.received().clear();
        assertThat(IntStream.range(0, 4).map(i -> given().get(PATH).statusCode()))
                .containsOnly(200);
        return requests(copy) > 0;
    }

    private static long requests(StubService copy) {
        return copy.received().stream()
                .filter(request -> request.uri().equals(PATH))
                .count();
    }

    @Test
    void one_that_says_that_it_is_not_ready_is_not_asked_by_clients_until_it_is() {
        Services.AGENDA.at(READY, exchange -> StubService.send(exchange, 503, "{}"));
        await().until(() -> !isAskedByClients(Services.AGENDA));

        Services.AGENDA.received().clear();
        for (int i = 0; i < 20; i++) {
            given().body("{}").post(PATH).then().statusCode(200);
        }
        assertThat(requests(Services.AGENDA)).isZero();

        Services.AGENDA.json(READY, "{}");
        await().until(() -> isAskedByClients(Services.AGENDA));
    }

    @Test
    void one_that_does_not_say_anything_is_not_asked_by_clients_until_it_does() {
        var over = new CountDownLatch(1);
        Services.AGENDA.at(READY, exchange -> {
            try {
                over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            exchange.close();
        });
        await().until(() -> !isAskedByClients(Services.AGENDA));

        Services.AGENDA.json(READY, "{}");
        over.countDown();
        await().until(() -> isAskedByClients(Services.AGENDA));
    }

    @Test
    void one_that_was_killed_is_asked_again_soon_after_it_is_back() {
        Services.AGENDA.stop();
        for (int i = 0; i < 10; i++) {
            given().get(PATH).then().statusCode(200);
        }

        Services.AGENDA.start();
        await().until(() -> isAskedByClients(Services.AGENDA));
    }

    @Test
    void when_none_is_ready_clients_are_let_through_since_they_may_be_answered_all_the_same() {
        for (var copy : new StubService[] {Services.AGENDA, Services.AGENDA_2}) {
            copy.at(READY, exchange -> StubService.send(exchange, 503, "{}"));
        }
        await().untilAsserted(() -> {
            for (var copy : new StubService[] {Services.AGENDA, Services.AGENDA_2}) {
                assertThat(copy.received())
                        .filteredOn(request -> request.uri().equals(READY))
                        .hasSizeGreaterThan(5);
            }
        });

        given().get(PATH).then().statusCode(200);
    }
}
