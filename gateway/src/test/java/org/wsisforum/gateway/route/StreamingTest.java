package org.wsisforum.gateway.route;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(Services.class)
class StreamingTest {

    private static final String PATH = "/awards/v1/changes";

    @TestHTTPResource(PATH)
    URI address;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void reset() {
        Services.reset();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void an_answer_reaches_the_client_while_the_service_still_writes_it() throws Exception {
        var firstArrived = new CountDownLatch(1);
        Services.AWARDS.at(PATH, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), "data: 1\n\n");
            await(firstArrived);
            write(exchange.getResponseBody(), "data: 2\n\n");
            exchange.close();
        });

        var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            assertThat(text(body.readNBytes(9))).isEqualTo("data: 1\n\n");
            firstArrived.countDown();
            assertThat(text(body.readAllBytes())).isEqualTo("data: 2\n\n");
        }
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    }

    @Test
    void a_client_without_chunks_has_it_as_early_and_the_end_of_its_connection_for_an_end() throws Exception {
        var firstArrived = new CountDownLatch(1);
        Services.AWARDS.at(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), "data: 1\n\n");
            await(firstArrived);
            write(exchange.getResponseBody(), "data: 2\n\n");
            exchange.close();
        });

        try (var socket = new Socket(address.getHost(), address.getPort())) {
            write(
                    socket.getOutputStream(),
                    "GET " + PATH + " HTTP/1.0\r\nHost: gateway\r\nConnection: keep-alive\r\n\r\n");
            var answer = new StringBuilder();
            while (!answer.toString().endsWith("data: 1\n\n")) {
                answer.append((char) socket.getInputStream().read());
            }
            firstArrived.countDown();
            answer.append(text(socket.getInputStream().readAllBytes()));

            assertThat(answer.toString())
                    .startsWith("HTTP/1.0 200 OK\r\n")
                    .doesNotContainIgnoringCase("chunked", "Content-Length:")
                    .endsWith("\r\n\r\ndata: 1\n\ndata: 2\n\n");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpClient.Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void a_body_reaches_the_service_while_the_client_still_writes_it(HttpClient.Version version) throws Exception {
        var firstArrived = new CountDownLatch(1);
        Services.AWARDS.at(PATH, exchange -> {
            var first = new byte[3];
            exchange.getRequestBody().readNBytes(first, 0, 3);
            firstArrived.countDown();
            StubService.send(
                    exchange,
                    200,
                    text(first) + "|" + text(exchange.getRequestBody().readAllBytes()));
        });
        var body = new SlowBody();

        var answer = client.sendAsync(
                HttpRequest.newBuilder(address)
                        .version(version)
                        .POST(BodyPublishers.fromPublisher(body))
                        .build(),
                BodyHandlers.ofString());
        body.write("one");
        await(firstArrived);
        body.write("two");
        body.end();

        assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("one|two");
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpClient.Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void large_bodies_pass_whole_in_both_directions(HttpClient.Version version) throws Exception {
        var body = new byte[9 * 1024 * 1024];
        new Random(7).nextBytes(body);
        Services.AWARDS.at(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var received = exchange.getRequestBody().readAllBytes();
            exchange.getResponseBody().write(received);
            exchange.close();
        });

        var answer = client.send(
                HttpRequest.newBuilder(address)
                        .version(version)
                        .PUT(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void an_answer_that_breaks_off_is_not_made_to_look_whole() {
        Services.AWARDS.at(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            write(exchange.getResponseBody(), "half");
            // Closing before all 100 bytes are written tears the connection.
            exchange.close();
        });

        var answer = client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

        assertThat(answer).failsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void when_the_client_goes_away_the_service_learns_of_it() throws Exception {
        var gone = new CompletableFuture<IOException>();
        Services.AWARDS.at(PATH, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    write(exchange.getResponseBody(), ": still here\n\n");
                }
            } catch (IOException e) {
                gone.complete(e);
                throw e;
            }
        });

        try (var socket = new Socket(address.getHost(), address.getPort())) {
            write(socket.getOutputStream(), "GET " + PATH + " HTTP/1.1\r\nHost: gateway\r\n\r\n");
            assertThat(text(socket.getInputStream().readNBytes(12))).isEqualTo("HTTP/1.1 200");
        }

        assertThat(gone.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void connections_to_a_service_are_used_again_after_every_kind_of_answer() throws Exception {
        Services.AWARDS.keepConnections();
        Services.AWARDS.at(PATH, exchange -> {
            var body = exchange.getRequestBody().readAllBytes().length > 0;
            switch (exchange.getRequestMethod()) {
                case "DELETE" -> StubService.send(exchange, 204, "");
                case "HEAD" -> StubService.send(exchange, 304, "");
                default -> StubService.send(exchange, 200, body ? "body" : "none");
            }
        });

        var methods = List.of("GET", "DELETE", "HEAD", "POST", "DELETE", "GET");
        for (var method :
                Collections.nCopies(4, methods).stream().flatMap(List::stream).toList()) {
            client.send(
                    HttpRequest.newBuilder(address)
                            .version(HttpClient.Version.HTTP_1_1)
                            .method(
                                    method,
                                    method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }

        assertThat(Services.AWARDS.received()).hasSize(4 * methods.size());
        // An answer that was not used again after would cost four; now and then one is asked for before the last is put
        // back.
        assertThat(Services.AWARDS.received().stream()
                        .map(StubService.Received::clientPort)
                        .distinct())
                .hasSizeLessThan(4);
    }

    @Test
    void a_client_that_waits_for_leave_to_send_its_body_gets_it() throws Exception {
        Services.AWARDS.at(PATH, exchange -> {
            var expect = exchange.getRequestHeaders().getFirst("Expect");
            StubService.send(
                    exchange, 200, expect + " " + text(exchange.getRequestBody().readAllBytes()));
        });

        var answer = client.send(
                HttpRequest.newBuilder(address)
                        .version(HttpClient.Version.HTTP_1_1)
                        .expectContinue(true)
                        .POST(BodyPublishers.ofString("body"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("null body");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The other side never went on.");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A body of unknown length of which each piece is sent when the test says so. */
    private static final class SlowBody implements Flow.Publisher<ByteBuffer> {

        private final CompletableFuture<Flow.Subscriber<? super ByteBuffer>> reader = new CompletableFuture<>();
        private final Semaphore wanted = new Semaphore(0);

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long pieces) {
                    wanted.release((int) Math.min(pieces, 1_000));
                }

                @Override
                public void cancel() {
                    wanted.drainPermits();
                }
            });
            reader.complete(subscriber);
        }

        void write(String piece) throws Exception {
            assertThat(wanted.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            reader.get(30, TimeUnit.SECONDS).onNext(ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8)));
        }

        void end() throws Exception {
            reader.get(30, TimeUnit.SECONDS).onComplete();
        }
    }
}
