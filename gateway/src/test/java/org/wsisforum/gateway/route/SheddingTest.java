package org.wsisforum.gateway.route;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** A service that is slow, and a gateway that lets it be at work on 2, 4 and 6 requests. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(SheddingTest.Settings.class)
class SheddingTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.shedding.reading", "2",
                    "wsis.gateway.shedding.other", "4",
                    "wsis.gateway.shedding.last", "6",
                    "wsis.gateway.cache.memory", "4M",
                    "wsis.gateway.cache.editions", "1H");
        }
    }

    private static final String EDITION = "/awards/v1/editions/2031/";
    private static final String BALLOT = EDITION + "ballot/7";
    private static final String SLOW = EDITION + "slow";
    private static final String FAST = EDITION + "fast";

    @TestHTTPResource("/")
    URI gateway;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<CompletableFuture<HttpResponse<String>>> open = new ArrayList<>();

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AWARDS.at(SLOW, this::slowly);
        Services.AWARDS.at(BALLOT, this::slowly);
        Services.AWARDS.at(EDITION + "changes", this::slowly);
        Services.AWARDS.json(FAST, "{}");
        Services.REGISTRATION.json("/registration/v1/editions", "{}");
    }

    @AfterEach
    void close() {
        goOn.countDown();
        client.close();
    }

    private void slowly(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        try {
            assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        StubService.send(exchange, 200, "{}");
    }

    private void begin(String method, String path) {
        begin(Services.AWARDS, method, path);
    }

    private void begin(StubService stub, String method, String path) {
        var before = stub.received().size();
        open.add(client.sendAsync(
                HttpRequest.newBuilder(gateway.resolve(path))
                        .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString()));
        await().until(() -> stub.received().size() > before);
    }

    private void beginReading(int times) {
        for (int i = 0; i < times; i++) {
            // Each at another address, since those who ask for the same ask once.
            begin("GET", SLOW + "?" + UUID.randomUUID());
        }
    }

    private void isShed(String method, String path) {
        var before = Services.AWARDS.received().size();
        given().request(method, path)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .header("Cache-Control", "no-store")
                .body("type", is("https://iana.org/assignments/http-problem-types#temporary-reduced-capacity"))
                .body("code", is("temporary-reduced-capacity"))
                .body("status", is(503));
        assertThat(Services.AWARDS.received()).hasSize(before);
    }

    private void passes(String method, String path) {
        given().request(method, path).then().statusCode(200);
    }

    @Test
    void what_is_only_read_goes_first_and_votes_go_last() {
        passes("GET", FAST);
        beginReading(2);
        isShed("GET", FAST);
        given().head(FAST).then().statusCode(503);

        passes("POST", FAST);
        given().header("Authorization", "Link abc").get(FAST).then().statusCode(200);
        begin("POST", SLOW);
        begin("POST", SLOW);
        isShed("POST", FAST);
        isShed("GET", FAST);

        begin("PUT", BALLOT);
        begin("PUT", BALLOT);
        isShed("PUT", BALLOT);

        goOn.countDown();
        assertThat(open).allSatisfy(answer -> assertThat(
                        answer.get(30, TimeUnit.SECONDS).statusCode())
                .isEqualTo(200));
        passes("PUT", BALLOT);
        passes("GET", FAST);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, awards, ballot, true",
        "PUT, awards, ballot/8, true",
        "PUT, awards, ballots, false",
        "PUT, awards, projects/ballot, false",
        "GET, awards, ballot, false",
        "POST, registration, invitations/1/response, true",
        "POST, registration, invitations/1/link, false",
        "POST, registration, badges/redeem, true",
        "POST, awards, badges/redeem, false",
    })
    void what_has_its_hour_is_known_by_its_address(String method, String service, String path, boolean passes) {
        var stub = service.equals("awards") ? Services.AWARDS : Services.REGISTRATION;
        var slow = "/" + service + "/v1/editions/2031/slow";
        stub.at(slow, this::slowly);
        for (int i = 0; i < 4; i++) {
            begin(stub, "POST", slow);
        }

        given().request(method, "/" + service + "/v1/editions/2031/" + path)
                .then()
                // The service knows nothing there.
                .statusCode(passes ? 404 : 503);
    }

    @Test
    void another_service_is_not_concerned() {
        beginReading(2);

        passes("GET", "/registration/v1/editions");
    }

    @Test
    void what_is_kept_is_given_all_the_same() {
        var kept = EDITION + "kept";
        Services.AWARDS.at(kept, exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=1, stale-if-error=600");
            exchange.getResponseHeaders().set("Age", "10");
            StubService.send(exchange, 200, "kept");
        });
        given().get(kept).then().body(is("kept"));
        beginReading(2);

        given().get(kept).then().statusCode(200).body(is("kept"));
    }

    @Test
    void who_waits_for_changes_keeps_no_service_at_work() {
        for (int i = 0; i < 8; i++) {
            begin("GET", EDITION + "changes?wait=25&" + i);
        }

        passes("GET", FAST);
    }

    @Test
    void who_sends_slowly_keeps_no_service_at_work() throws Exception {
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 8; i++) {
                var socket = new Socket(gateway.getHost(), gateway.getPort());
                sockets.add(socket);
                socket.getOutputStream()
                        .write(("POST " + SLOW + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 10\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            await().until(() -> Services.AWARDS.received().size() == 8);

            passes("GET", FAST);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void who_goes_away_leaves_no_work_behind() throws Exception {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort());
                var other = new Socket(gateway.getHost(), gateway.getPort())) {
            for (var one : List.of(socket, other)) {
                one.getOutputStream()
                        .write(("GET " + SLOW + "?" + UUID.randomUUID() + " HTTP/1.1\r\nHost: gateway\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                one.getOutputStream().flush();
            }
            await().until(() -> Services.AWARDS.received().size() == 2);
            isShed("GET", FAST);
        }

        await().until(() -> given().get(FAST).statusCode() == 200);
    }
}
