package org.wsisforum.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import redis.embedded.RedisServer;

/** A real Redis, in which copies of the gateway count together. */
public final class Redis implements QuarkusTestResourceLifecycleManager {

    private static int port;
    private static RedisServer server;

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        comesUp();
        return Map.of("wsis.gateway.rate.shared.url", "redis://127.0.0.1:" + port);
    }

    @Override
    public void stop() {
        dies();
    }

    /** Starts it, with nothing in it, where it was before. */
    public static void comesUp() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it; nothing listens there then. */
    public static void dies() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it take what it is sent and answer nothing for this time. */
    public static void hangs(int millis) {
        try (var connection = new Socket("127.0.0.1", port)) {
            connection
                    .getOutputStream()
                    .write("CLIENT PAUSE %d\r\n".formatted(millis).getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
