package org.wsisforum.gateway.route;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
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

/** Connections to a service carry one client's request after another's; what becomes of one must not become of the next. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(LeavingClientsTest.Settings.class)
class LeavingClientsTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wsis.gateway.upstream.idle-timeout", "3S");
        }
    }

    private static final String PATH = "/awards/v1/projects";
    private static final int LEAVING = 16;
    private static final int STAYING = 4;
    private static final int REQUESTS = 250;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AWARDS.keepConnections();
    }

    @Test
    void an_answer_that_is_over_has_no_time_limit_that_ends_the_next_one() {
        Services.AWARDS.at(PATH, exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getQuery() != null) {
                // Longer than an answer may stand still, which it does not before it begins.
                await().pollDelay(Duration.ofSeconds(4))
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> true);
            }
            StubService.send(exchange, 200, "ok");
        });

        given().body("a ballot").post(PATH).then().statusCode(200);
        given().body("a ballot").post(PATH + "?slow").then().statusCode(200);
    }

    @Test
    void clients_that_leave_break_nobody_elses_request() throws Exception {
        var project = "x".repeat(30_000);
        Services.AWARDS.at(PATH, exchange -> {
            exchange.getRequestBody().readAllBytes();
            StubService.send(exchange, 200, project);
        });
        var isOver = new AtomicBoolean();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var leaving = IntStream.range(0, LEAVING)
                    .mapToObj(i -> threads.submit(() -> leaveUntil(isOver)))
                    .toList();
            var statuses = new ArrayList<Integer>();
            try {
                var staying = IntStream.range(0, STAYING)
                        .<Callable<Integer>>mapToObj(i -> () -> worstStatus())
                        .toList();
                for (var worst : threads.invokeAll(staying)) {
                    statuses.add(worst.get());
                }
            } finally {
                isOver.set(true);
            }
            for (Future<Integer> left : leaving) {
                assertThat(left.get()).isPositive();
            }
            assertThat(statuses).containsOnly(200);
        }
    }

    private int worstStatus() {
        var worst = 0;
        for (int i = 0; i < REQUESTS; i++) {
            worst = Math.max(worst, given().body("a ballot").post(PATH).statusCode());
        }
        return worst;
    }

    /** Asks, takes the first byte of the answer, and is gone; again and again. @return how often */
    private int leaveUntil(AtomicBoolean isOver) throws IOException {
        var request = "GET " + PATH + " HTTP/1.1\r\nHost: gateway\r\n\r\n";
        var times = 0;
        for (; times == 0 || !isOver.get(); times++) {
            try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
                // What is unread at the end makes it a reset.
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(request.repeat(2).getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
        }
        return times;
    }
}
