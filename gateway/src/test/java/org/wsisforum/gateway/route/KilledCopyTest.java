package org.wsisforum.gateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

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
import static org.awaitility.Awaitility.await;

/** Two copies, of which one is killed again and again while clients go on. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(KilledCopyTest.Settings.class)
class KilledCopyTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.upstream.failures", "3",
                    "wsis.gateway.upstream.set-aside", "500MS",
                    "wsis.gateway.upstream.set-aside-at-most", "1S",
                    // Nobody hangs here; the machine may be busy.
                    "wsis.gateway.upstream.response-timeout", "20S");
        }
    }

    private static final String PATH = "/agenda/v1/sessions";

    @BeforeEach
    void reset() {
        Services.reset();
    }

    /** Kills one copy again and again while 8 read and 4 write without a pause. */
    @Test
    void a_copy_that_is_killed_fails_no_read_and_doubles_no_write() throws Exception {
        var carriedOut = new ConcurrentHashMap<String, AtomicInteger>();
        HttpHandler counting = exchange -> {
            exchange.getRequestBody().readAllBytes();
            var id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (id != null) {
                carriedOut.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet();
            }
            StubService.send(exchange, 200, "ok");
        };
        for (var copy : List.of(Services.AGENDA, Services.AGENDA_2)) {
            copy.keepConnections();
            copy.at(PATH, counting);
        }
        var over = new AtomicBoolean();
        var reads = new ConcurrentHashMap<Integer, AtomicInteger>();
        var writes = new ConcurrentHashMap<String, Integer>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int client = 0; client < 12; client++) {
                var name = "client-" + client;
                var isWriter = client % 3 == 0;
                all.add(clients.submit(() -> {
                    for (int i = 0; !over.get(); i++) {
                        if (isWriter) {
                            var id = name + "-" + i;
                            writes.put(
                                    id,
                                    given().header("Idempotency-Key", id)
                                            .body("{}")
                                            .post(PATH)
                                            .statusCode());
                        } else {
                            reads.computeIfAbsent(given().get(PATH).statusCode(), first -> new AtomicInteger())
                                    .incrementAndGet();
                        }
                    }
                }));
            }
            try {
                for (int kill = 0; kill < 4; kill++) {
                    awaitRequests(Services.AGENDA);
                    Services.AGENDA.stop();
                    awaitRequests(Services.AGENDA_2);
                    // It is seen to be gone, and then to be there again.
                    given().get("/health");
                    Services.AGENDA.start();
                    given().get("/health");
                }
            } finally {
                over.set(true);
            }
            waitFor(all);
        }

        assertThat(reads.keySet()).containsExactly(200);
        assertThat(carriedOut.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        writes.forEach((id, status) -> {
            // 504: it was killed while the write was on its way, and who sent it is told that the outcome is not known.
            assertThat(status).isIn(200, 502, 503, 504);
            if (status == 200) {
                assertThat(carriedOut).containsKey(id);
            }
        });
        assertThat(writes.values()).filteredOn(status -> status == 200).hasSizeGreaterThan(50);
    }

    private static void awaitRequests(StubService copy) {
        var seen = copy.received().size();
        // A copy that came back is asked again only after it was looked at.
        await().atMost(60, TimeUnit.SECONDS).until(() -> copy.received().size() > seen + 50);
    }

    private static void waitFor(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (var one : all) {
            one.get();
        }
    }
}
