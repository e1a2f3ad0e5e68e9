package org.wsisforum.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A program in the place of the awards service that answers every request with the same letters, whatever they mean. */
public final class RawService implements QuarkusTestResourceLifecycleManager {

    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static volatile String answer = "";
    private static volatile boolean closes;
    private ServerSocket server;

    /** From now on it answers with this, and then closes the connection or leaves it open. */
    public static void answer(String letters, boolean closesThen) {
        answer = letters;
        closes = closesThen;
        REQUESTS.set(0);
    }

    /** How many requests it was sent since. */
    public static int requests() {
        return REQUESTS.get();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    var connection = server.accept();
                    Thread.ofVirtual().start(() -> serve(connection));
                }
            } catch (IOException stopped) {
                // As it should.
            }
        });
        return Map.of("wsis.gateway.upstream.awards", "http://127.0.0.1:" + server.getLocalPort());
    }

    private static void serve(java.net.Socket connection) {
        try (connection) {
            var in = connection.getInputStream();
            var end = 0;
            for (int letter; (letter = in.read()) >= 0; ) {
                end = letter == '\r' || letter == '\n' ? end + 1 : 0;
                if (end == 4) {
                    REQUESTS.incrementAndGet();
                    connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    connection.getOutputStream().flush();
                    if (closes) {
                        return;
                    }
                }
            }
        } catch (IOException gone) {
            // The gateway has had enough of it.
        }
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
