package org.wsisforum.acceptance.partner;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.ConcurrentHashMap;

import io.restassured.path.json.JsonPath;

/**
 * A partner's copy of the programme, to be copied itself: it lists once, catches up by the delta, then follows the stream, and
 * has no gap in between, since each step begins at the cursor at which the one before was true.
 */
final class ProgrammeCopy implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI forum;
    private final Map<String, String> titles = new ConcurrentHashMap<>();
    private String cursor;

    /** @param forum the address of the gateway */
    ProgrammeCopy(String forum) {
        this.forum = URI.create(forum);
    }

    /** What the partner shows: the English title of each session by its id. */
    Map<String, String> titles() {
        return Map.copyOf(titles);
    }

    /** Step one: everything, page by page; the cursor is the first page's. */
    void list() throws IOException, InterruptedException {
        var listed = new HashMap<String, String>();
        String changes = null;
        for (var next = "/agenda/v1/editions/2021/sessions?lang=en&limit=10"; next != null; ) {
            var page = JsonPath.from(get(next));
            changes = changes == null ? page.getString("links.changes") : changes;
            for (var i = 0; i < page.getList("items").size(); i++) {
                listed.put(page.getString("items[" + i + "].id"), page.getString("items[" + i + "].title"));
            }
            next = page.getString("links.next");
        }
        // Only now: a list that breaks off leaves the copy as it was.
        titles.keySet().retainAll(listed.keySet());
        titles.putAll(listed);
        cursor = changes.substring(changes.indexOf("since=") + "since=".length());
    }

    /** Step two, and whenever there is no stream: what changed since. */
    void catchUp() throws IOException, InterruptedException {
        var more = true;
        while (more) {
            var page =
                    JsonPath.from(get("/agenda/v1/editions/2021/changes?subject=sessions/*&limit=200&since=" + cursor));
            for (var subject : page.<String>getList("items.subject")) {
                apply(subject);
            }
            cursor = page.getString("cursor");
            more = page.getBoolean("more");
        }
    }

    /** Step three: what changes from now on, until the stream ends; then catch up, or come back with the cursor. */
    void follow() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        forum.resolve("/agenda/v1/editions/2021/changes/stream?subject=sessions/*"))
                .header("Last-Event-ID", cursor);
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        switch (answer.statusCode()) {
            case 200 -> read(answer.body());
            // Away for more than 90 days: begin anew.
            case 410 -> list();
            default -> throw new IOException("The stream is refused with " + answer.statusCode());
        }
    }

    private void read(InputStream body) throws IOException, InterruptedException {
        String id = null;
        try (var lines = new Scanner(body, StandardCharsets.UTF_8).useDelimiter("\n")) {
            while (lines.hasNext()) {
                var line = lines.next();
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    apply(JsonPath.from(line.substring("data:".length())).getString("subject"));
                } else if (line.isEmpty() && id != null) {
                    cursor = id;
                }
            }
        }
    }

    /** A change says what to read again, not what it is: so one that is heard twice does no harm. */
    private void apply(String subject) throws IOException, InterruptedException {
        var session = get("/agenda/v1/editions/2021/" + subject + "?lang=en");
        var id = subject.substring("sessions/".length());
        if (session == null) {
            titles.remove(id);
        } else {
            titles.put(id, JsonPath.from(session).getString("title"));
        }
    }

    /** Past every cache: an answer of before the change would undo it. */
    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(forum.resolve(path)).header("Cache-Control", "no-cache");
        var answer = client.send(request.build(), BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case 200 -> answer.body();
            case 404 -> null;
            default -> throw new IOException(answer.statusCode() + " for " + path);
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
