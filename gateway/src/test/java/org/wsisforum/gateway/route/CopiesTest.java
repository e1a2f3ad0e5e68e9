package org.wsisforum.gateway.route;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpHandler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@WithTestResource(Services.class)
class CopiesTest {

    private static final String PATH = "/agenda/v1/sessions";

    @BeforeEach
    void reset() {
        Services.reset();
        atBoth(exchange -> {
            exchange.getRequestBody().readAllBytes();
            StubService.send(exchange, 200, "ok");
        });
        // Every copy is reached and answers well, so that no test before this one counts.
        given().get("/health").then().statusCode(200);
        given().get(PATH).then().statusCode(200);
        given().get(PATH).then().statusCode(200);
        Services.AGENDA.received().clear();
        Services.AGENDA_2.received().clear();
    }

    @Test
    void copies_take_turns() {
        for (int i = 0; i < 10; i++) {
            given().get(PATH).then().statusCode(200);
        }

        assertThat(Services.AGENDA.received()).hasSize(5);
        assertThat(Services.AGENDA_2.received()).hasSize(5);
    }

    @Test
    void the_copy_with_less_to_do_is_asked() throws Exception {
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        atBoth(exchange -> {
            arrived.countDown();
            await(goOn);
            StubService.send(exchange, 200, "slow");
        });
        var slow = CompletableFuture.supplyAsync(() -> given().get(PATH).statusCode());
        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        var busy = Services.AGENDA.received().isEmpty() ? Services.AGENDA_2 : Services.AGENDA;
        var free = busy == Services.AGENDA ? Services.AGENDA_2 : Services.AGENDA;
        free.at(PATH, exchange -> StubService.send(exchange, 200, "ok"));

        for (int i = 0; i < 6; i++) {
            given().get(PATH).then().statusCode(200);
        }
        goOn.countDown();

        assertThat(slow.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(busy.received()).hasSize(1);
        assertThat(free.received()).hasSize(6);
    }

    @Test
    void when_a_copy_refuses_connections_the_other_serves_every_method() {
        Services.AGENDA.stop();

        for (int i = 0; i < 6; i++) {
            given().body("{}").post(PATH).then().statusCode(200);
        }

        assertThat(Services.AGENDA_2.received()).hasSize(6);
    }

    @Test
    void when_no_copy_can_be_reached_the_client_is_told_when_to_try_again() {
        Services.AGENDA.stop();
        Services.AGENDA_2.stop();

        given().post(PATH)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", is("https://forum.example/problems/service-unavailable"))
                .body("status", is(503))
                .body("code", is("service-unavailable"))
                .body("instance", is(PATH));
    }

    @Test
    void a_copy_that_is_back_answers_at_once_when_there_is_no_other() {
        Services.AGENDA.stop();
        Services.AGENDA_2.stop();
        given().get(PATH).then().statusCode(503);

        Services.AGENDA_2.start();

        given().get(PATH).then().statusCode(200);
    }

    @Test
    void what_changes_something_is_never_sent_twice() {
        var count = new AtomicInteger();
        atBoth(exchange -> {
            exchange.getRequestBody().readAllBytes();
            count.incrementAndGet();
            exchange.close();
        });

        given().body("{}").post(PATH).then().statusCode(502).body("code", is("bad-gateway"));
        given().body("{}").put(PATH).then().statusCode(502);
        given().body("{}").patch(PATH).then().statusCode(502);
        given().delete(PATH).then().statusCode(502);
        given().post(PATH).then().statusCode(502);

        assertThat(count).hasValue(5);
    }

    @Test
    void reading_is_repeated_once_when_a_service_breaks_off() {
        var count = new AtomicInteger();
        atBoth(exchange -> {
            if (count.incrementAndGet() == 1) {
                exchange.close();
            } else {
                StubService.send(exchange, 200, "second");
            }
        });

        given().get(PATH).then().statusCode(200).body(is("second"));

        assertThat(count).hasValue(2);
    }

    @Test
    void reading_is_not_repeated_for_ever() {
        var count = new AtomicInteger();
        atBoth(exchange -> {
            count.incrementAndGet();
            exchange.close();
        });

        given().get(PATH).then().statusCode(502).body("code", is("bad-gateway"));

        assertThat(count).hasValue(2);
    }

    private static void atBoth(HttpHandler handler) {
        Services.AGENDA.at(PATH, handler);
        Services.AGENDA_2.at(PATH, handler);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The test never went on.");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
