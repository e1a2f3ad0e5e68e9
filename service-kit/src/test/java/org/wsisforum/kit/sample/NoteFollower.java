package org.wsisforum.kit.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A program that keeps a copy of all notes in step: {@code EDITION-ADDRESS poll|stream JOURNAL}. What it did and how far it
 * came are one line of its journal, so that it may be killed at any moment and goes on where it stopped.
 */
final class NoteFollower {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String edition;
    private final Path journal;
    private String cursor;

    private NoteFollower(String edition, Path journal) {
        this.edition = edition;
        this.journal = journal;
    }

    /**
     * One change that was applied.
     *
     * @param change the change's id
     * @param place where the note stands since; null if it is gone
     * @param cursor where to go on
     */
    record Line(String change, String note, Integer place, String cursor) {
        static Line read(String line) {
            var parts = line.split(" ");
            return new Line(parts[0], parts[1], parts[2].equals("-") ? null : Integer.valueOf(parts[2]), parts[3]);
        }

        String write() {
            return change + " " + note + " " + Objects.requireNonNullElse(place, "-") + " " + cursor + "\n";
        }
    }

    public static void main(String[] arguments) throws Exception {
        var follower = new NoteFollower(arguments[0], Path.of(arguments[2]));
        follower.resume();
        while (true) {
            if (arguments[1].equals("poll")) {
                follower.poll();
            } else {
                follower.stream();
            }
        }
    }

    /** A line that was being written when the program was killed never happened. */
    private void resume() throws IOException {
        var text = Files.exists(journal) ? Files.readString(journal) : "";
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        Files.writeString(journal, whole);
        if (!whole.isEmpty()) {
            cursor = Line.read(whole.substring(whole.lastIndexOf('\n', whole.length() - 2) + 1)
                            .strip())
                    .cursor();
        }
    }

    private void poll() throws Exception {
        var page = JSON.readTree(get("/changes?limit=200&wait=5" + (cursor == null ? "" : "&since=" + cursor)));
        page.path("items").forEach(this::apply);
        cursor = page.path("cursor").asText();
    }

    private void stream() throws Exception {
        if (cursor == null) {
            // Without an id a stream begins now; the feed alone is read from its beginning.
            var page = JSON.readTree(get("/changes?limit=1"));
            page.path("items").forEach(this::apply);
            cursor = page.path("cursor").asText();
        }
        var request =
                HttpRequest.newBuilder(URI.create(edition + "/changes/stream")).header("Last-Event-ID", cursor);
        try (var lines = client.send(request.build(), BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("data:")).forEach(line -> {
                try {
                    apply(JSON.readTree(line.substring("data:".length())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** The change only says of which note it tells; what the note is now is asked of the service. */
    private void apply(JsonNode change) {
        try {
            var note = change.path("subject").asText().substring("notes/".length());
            var now = get("/notes/" + note);
            var line = new Line(
                    change.path("id").asText(),
                    note,
                    now == null ? null : JSON.readTree(now).path("place").asInt(),
                    change.path("sequence").asText());
            Files.writeString(journal, line.write(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            cursor = line.cursor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer =
                client.send(HttpRequest.newBuilder(URI.create(edition + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 404) {
            throw new IOException(answer.statusCode() + " for " + path);
        }
        return answer.statusCode() == 200 ? answer.body() : null;
    }
}
