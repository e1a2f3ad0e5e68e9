package org.wsisforum.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A real HTTP server that stands where a copy of a service would, does what a test says and remembers what it was sent. */
public final class StubService {

    /** A request as the service saw it. */
    public record Received(String method, String uri, Headers headers, int clientPort) {}

    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final String host;
    private volatile boolean keepsConnections;
    private int port;
    private HttpServer server;

    public StubService() {
        this("127.0.0.1");
    }

    /** One at another address of this machine. */
    public StubService(String host) {
        this.host = host;
    }

    /** Starts where another one does, at its own address. */
    public void startBeside(StubService other) {
        port = other.port;
        start();
    }

    /** Starts on a free port, later always on the same. */
    public void start() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** From now on connections are refused. */
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Its base address. */
    public String address() {
        return "http://" + host + ":" + port;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** What it was sent since the last reset, health checks and descriptions included. */
    public List<Received> received() {
        return received;
    }

    /** Running and ready, with nothing remembered and no other answers but 404. */
    public void reset() {
        answers.clear();
        json("/q/health/ready", "{\"status\":\"UP\"}");
        received.clear();
        keepsConnections = false;
        start();
    }

    /**
     * From now on connections stay open after an answer. Otherwise each is closed, so that a test that stops the service knows
     * that none is left.
     */
    public void keepConnections() {
        keepsConnections = true;
    }

    /** What to do at a path. */
    public void at(String path, HttpHandler handler) {
        answers.put(path, handler);
    }

    /** Answers 200 with JSON at a path. */
    public void json(String path, String json) {
        at(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(exchange, 200, json);
        });
    }

    /** Ends an exchange. */
    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                exchange.getRemoteAddress().getPort()));
        if (!keepsConnections) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        var answer = answers.get(exchange.getRequestURI().getPath());
        if (answer == null) {
            send(exchange, 404, "nothing at the service");
        } else {
            answer.handle(exchange);
        }
    }
}
