package org.wsisforum.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;

/**
 * A partner's program that takes webhooks, as well or as badly as a test wants. It repeats challenges; how it takes messages is
 * told message by message, and well where nothing is told.
 */
public final class WebhookReceiver implements AutoCloseable {

    /** How a request is answered; a reply that is null closes the connection without a word. */
    public interface Manner {
        Reply reply() throws InterruptedException;
    }

    /**
     * An answer without a body.
     *
     * @param header a header of it, {@code Name: value}; may be null
     */
    public record Reply(int status, String header) {}

    /**
     * A request that came.
     *
     * @param headers its headers, in the form that the library of Standard Webhooks takes
     * @param body the bytes as they came
     */
    public record Received(Map<String, List<String>> headers, String body) {

        /** The {@code webhook-id}. */
        public String id() {
            return header("webhook-id");
        }

        /** The first value of a header. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }

        /** What it happened to. */
        public String subject() {
            return JsonPath.from(body).getString("subject");
        }

        /** Whether the public library takes the signature for good. */
        public boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            }
        }
    }

    private final List<Received> messages = new CopyOnWriteArrayList<>();
    private final List<Received> challenges = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Manner> manners = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private HttpServer server;
    private int port;

    /** A receiver on a free port of this machine. */
    public WebhookReceiver() {
        comeBack();
    }

    /** Status alone. */
    public static Manner status(int status) {
        return () -> new Reply(status, null);
    }

    /** Status, and a header in the form {@code Name: value}. */
    public static Manner status(int status, String header) {
        return () -> new Reply(status, header);
    }

    /** Says nothing until it is interrupted, which the end of the receiver does. */
    public static Manner silence() {
        return () -> {
            Thread.sleep(Duration.ofMinutes(5));
            return null;
        };
    }

    /** Closes the connection without a word. */
    public static Manner hangUp() {
        return () -> null;
    }

    /** Answers the next messages in these manners, one each. */
    public WebhookReceiver thenAnswers(Manner... inTurn) {
        manners.addAll(List.of(inTurn));
        return this;
    }

    /** Listens again where it did. */
    public void comeBack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** Nobody is there any more. */
    public void goAway() {
        server.stop(0);
    }

    @Override
    public void close() {
        goAway();
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var received = new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var challenge = JsonPath.from(received.body()).getString("data.challenge");
            if (challenge != null) {
                challenges.add(received);
                repeat(exchange, challenge);
                return;
            }
            messages.add(received);
            var reply = consider();
            if (reply != null) {
                if (reply.header() != null) {
                    var colon = reply.header().indexOf(": ");
                    exchange.getResponseHeaders()
                            .set(
                                    reply.header().substring(0, colon),
                                    reply.header().substring(colon + 2));
                }
                exchange.sendResponseHeaders(reply.status(), -1);
            }
        }
    }

    /** What is counted as at once ends before the answer is sent: the next message may come while it still is. */
    private Reply consider() {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            var manner = manners.poll();
            return manner == null ? new Reply(204, null) : manner.reply();
        } catch (InterruptedException closed) {
            return null;
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static void repeat(HttpExchange exchange, String challenge) throws IOException {
        var answer = ("{\"challenge\":\"" + challenge + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    /** Where it is reached. */
    public String url() {
        return "http://127.0.0.1:" + port + "/hook?of=partner";
    }

    /** Every message that came, in the order in which they came, whatever was answered. */
    public List<Received> messages() {
        return List.copyOf(messages);
    }

    /** Every challenge that came. */
    public List<Received> challenges() {
        return List.copyOf(challenges);
    }

    /** The most requests that it ever had to do with at one moment. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }
}
