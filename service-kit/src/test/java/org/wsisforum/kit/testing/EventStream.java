package org.wsisforum.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A reader of server-sent events, as a browser is one. */
public final class EventStream implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    /**
     * One event, or one comment.
     *
     * @param id what to send as {@code Last-Event-ID}; null if it has none
     * @param data null in a comment
     * @param comment null in an event
     */
    public record Event(String id, String data, String comment) {}

    private final HttpClient client;
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>();

    private EventStream(URI address, Map<String, String> headers) {
        client = HttpClient.newHttpClient();
        try {
            response = client.send(request(address, headers), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    /** Opens a stream of the service under test. */
    public static EventStream open(int port, String path, Map<String, String> headers) {
        return new EventStream(address(port, path), headers);
    }

    /** The status that a stream is answered with; a stream that opens is closed at once. */
    public static int statusOf(int port, String path, String credential) {
        try (var stream = open(port, path, credential == null ? Map.of() : Map.of("Authorization", credential))) {
            return stream.response.statusCode();
        }
    }

    private static URI address(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpRequest request(URI address, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        return request.build();
    }

    /** The status and headers of the answer. */
    public HttpResponse<?> response() {
        return response;
    }

    /** The next event that is no comment; fails when none comes. */
    public Event next() {
        while (true) {
            var event = nextOfAnyKind();
            if (event.data() != null) {
                return event;
            }
        }
    }

    /** The next comment, passing over events. */
    public Event nextComment() {
        while (true) {
            var event = nextOfAnyKind();
            if (event.comment() != null) {
                return event;
            }
        }
    }

    /** The data of the next events. */
    public List<String> next(int count) {
        var all = new ArrayList<String>();
        while (all.size() < count) {
            all.add(next().data());
        }
        return all;
    }

    private Event nextOfAnyKind() {
        try {
            var event = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("No event came.");
            }
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String id = null;
        String data = null;
        String comment = null;
        try (var lines = new Scanner(response.body(), StandardCharsets.UTF_8).useDelimiter("\n")) {
            while (lines.hasNext()) {
                var line = lines.next();
                if (line.isEmpty()) {
                    arrived.add(new Event(id, data, comment));
                    id = data = comment = null;
                } else if (line.startsWith(":")) {
                    comment = line.substring(1).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                }
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
