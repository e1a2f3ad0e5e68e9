package org.wsisforum.gateway.route;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A thousand clients that send slowly or take nothing, each on a connection of its own, all in one thread here. With the gateway's ends in this
 * process it needs some 2,000 file descriptors ({@code ulimit -n}).
 */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(SlowClientsTest.Settings.class)
class SlowClientsTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.idle-timeout", "5S",
                    // All ask at once; the stub takes them one after the other.
                    "wsis.gateway.upstream.connect-timeout", "30S");
        }
    }

    private static final int CLIENTS = 1_000;
    private static final String PATH = "/awards/v1/projects";
    private static final String EXPORT = "/awards/v1/projects.csv";
    private static final byte[] PIECE = new byte[16 * 1024];
    private static final int EXPORTED = 256 * PIECE.length;

    @TestHTTPResource("/")
    URI gateway;

    private final List<SocketChannel> clients = new ArrayList<>();

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AWARDS.at(PATH, exchange -> {
            exchange.getRequestBody().readAllBytes();
            StubService.send(exchange, 200, "ok");
        });
    }

    @AfterEach
    void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }

    private void connect(String sends) throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            var client = SocketChannel.open();
            clients.add(client);
            // So that what is not read soon fills it.
            client.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
            client.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            write(client, sends);
            client.configureBlocking(false);
        }
    }

    private static void write(SocketChannel client, String letters) throws IOException {
        var bytes = ByteBuffer.wrap(letters.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    private static void othersAreServed() {
        for (int i = 0; i < 20; i++) {
            given().get(PATH).then().statusCode(200);
            given().body("{}").post(PATH).then().statusCode(200);
        }
    }

    /** What each got until the gateway ended its connection. */
    private List<String> untilTheEnd() throws IOException {
        var answers = new HashMap<SocketChannel, StringBuilder>();
        var buffer = ByteBuffer.allocate(16 * 1024);
        try (var selector = Selector.open()) {
            for (var client : clients) {
                client.register(selector, SelectionKey.OP_READ);
                answers.put(client, new StringBuilder());
            }
            for (int open = clients.size(); open > 0; ) {
                assertThat(selector.select(30_000))
                        .as("connections that said something")
                        .isPositive();
                for (var key : selector.selectedKeys()) {
                    var client = (SocketChannel) key.channel();
                    if (read(client, buffer.clear()) < 0) {
                        key.cancel();
                        open--;
                    } else {
                        answers.get(client).append(StandardCharsets.US_ASCII.decode(buffer.flip()));
                    }
                }
                selector.selectedKeys().clear();
            }
        }
        return answers.values().stream().map(StringBuilder::toString).toList();
    }

    /** A connection that is reset has ended as well. */
    private static int read(SocketChannel client, ByteBuffer buffer) {
        try {
            return client.read(buffer);
        } catch (IOException reset) {
            return -1;
        }
    }

    /** One letter from each, as long as the connection holds. */
    private void drip(String letter) {
        for (var client : clients) {
            try {
                write(client, letter);
            } catch (IOException ended) {
                // The rest still drips.
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET " + PATH + " HTTP/1.1\r\nHost: gateway\r\nX-Slow: ",
                "POST " + PATH + " HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1000\r\n\r\n"
            })
    void who_sends_letter_by_letter_holds_up_nobody_and_is_let_go_when_it_falls_silent(String begun) throws Exception {
        connect(begun);
        for (int letters = 0; letters < 5; letters++) {
            drip("x");
            othersAreServed();
        }

        assertThat(untilTheEnd()).hasSize(CLIENTS).allSatisfy(answer -> assertThat(answer)
                .doesNotContain("HTTP/1.1 200"));
        othersAreServed();
    }

    @Test
    void who_takes_nothing_of_an_answer_holds_up_nobody_and_is_let_go() throws Exception {
        var begun = new AtomicInteger();
        var over = new AtomicInteger();
        Services.AWARDS.at(EXPORT, exchange -> {
            begun.incrementAndGet();
            // Comes to an end only when somebody takes it, or nobody will: no buffer on the way is as large.
            try (exchange) {
                exchange.sendResponseHeaders(200, EXPORTED);
                // In pieces: the server here keeps as much memory as it is given at once.
                for (int written = 0; written < EXPORTED; written += PIECE.length) {
                    exchange.getResponseBody().write(PIECE);
                }
            } finally {
                over.incrementAndGet();
            }
        });
        connect("GET " + EXPORT + " HTTP/1.1\r\nHost: gateway\r\n\r\n");
        await().atMost(60, TimeUnit.SECONDS).until(() -> begun.get() == CLIENTS);

        othersAreServed();
        await().atMost(60, TimeUnit.SECONDS).until(() -> over.get() == CLIENTS);
        assertThat(untilTheEnd())
                .allSatisfy(answer -> assertThat(answer.length()).isLessThan(EXPORTED));
    }
}
