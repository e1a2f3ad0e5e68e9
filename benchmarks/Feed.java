import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program of feed.sh, which says what it measures. */
final class Feed {

    private enum Way {
        NOBODY("nobody"),
        POLLER("a poller, limit=200"),
        STREAM("a stream");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    private final Agenda agenda;
    private final int changes;
    private final int writers;

    private Feed(Agenda agenda, int changes, int writers) {
        this.agenda = agenda;
        this.changes = changes;
        this.writers = writers;
    }

    public static void main(String[] args) throws Exception {
        var changes = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        var writers = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        try (var agenda = Agenda.start()) {
            System.out.printf(
                    "%d changes by %d writers, a transaction each; %d rounds after one of a tenth to warm up%n",
                    changes / writers * writers, writers, rounds);
            new Feed(agenda, changes / 10 / writers * writers, writers).measure(1, "warm");
            new Feed(agenda, changes / writers * writers, writers).measure(rounds, "bench");
        }
    }

    private void measure(int rounds, String name) throws Exception {
        var written = figures();
        var writing = figures();
        var lag = figures();
        var unknown = figures();
        var caughtUp = figures();
        var ratio = figures();
        for (int round = 0; round < rounds; round++) {
            double alone = 0;
            for (var way : Way.values()) {
                var edition = name + "-" + round + "-" + way.ordinal();
                var start = Agenda.last(agenda.get(agenda.changes(edition) + "?since=now"), "cursor");
                var begin = System.nanoTime();
                double end;
                double had;
                try (var threads = Executors.newCachedThreadPool()) {
                    var reading = way == Way.NOBODY ? null : threads.submit(() -> take(way, edition, start));
                    end = write(edition, begin);
                    had = reading == null ? end : (reading.get() - begin) / 1e9;
                }
                written.get(way).add(changes / end);
                if (way == Way.NOBODY) {
                    alone = changes / end;
                    continue;
                }
                writing.get(way).add(changes / had);
                lag.get(way).add(had - end);
                unknown.get(way).add(catchUp(way, edition, start));
                agenda.analyze();
                var rate = catchUp(way, edition, start);
                caughtUp.get(way).add(rate);
                ratio.get(way).add(rate / alone);
            }
        }
        System.out.println(name.equals("warm") ? "warming up:" : "\nmeasured:");
        print("written/s, nobody follows", written.get(Way.NOBODY), "%.0f");
        for (var way : List.of(Way.POLLER, Way.STREAM)) {
            print("written/s, " + way.title + " follows", written.get(way), "%.0f");
            print("  taken/s by it meanwhile", writing.get(way), "%.0f");
            print("  seconds from the last commit until it has all", lag.get(way), "%.2f");
            print("taken/s from the beginning by " + way.title, caughtUp.get(way), "%.0f");
            print("  times what is written while nobody follows", ratio.get(way), "%.2f");
            print("  taken/s before PostgreSQL had statistics of them", unknown.get(way), "%.0f");
        }
    }

    private static void print(String title, Figures figures, String format) {
        System.out.printf("  %-50s %s%n", title, figures.print(format));
    }

    private static Map<Way, Figures> figures() {
        var figures = new EnumMap<Way, Figures>(Way.class);
        for (var way : Way.values()) {
            figures.put(way, new Figures());
        }
        return figures;
    }

    /** Changes a second, all of them from the beginning, with nobody writing. */
    private double catchUp(Way way, String edition, String start) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        return changes / ((take(way, edition, start) - begin) / 1e9);
    }

    /** Seconds until all is written. */
    private double write(String edition, long begin) throws Exception {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var tasks = Collections.<Callable<Void>>nCopies(writers, () -> write(edition));
            for (Future<Void> writer : threads.invokeAll(tasks)) {
                writer.get();
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private Void write(String edition) throws SQLException, IOException {
        try (var connection = agenda.connect();
                var recording = Agenda.recording(connection)) {
            for (int change = 0; change < changes / writers; change++) {
                Agenda.record(recording, edition, "sessions/0190b0a2-5c7a-7000-8000-00000000%04x".formatted(change));
            }
        }
        return null;
    }

    /** When all changes were there. */
    private long take(Way way, String edition, String since) throws IOException, InterruptedException {
        return way == Way.POLLER ? poll(edition, since) : follow(edition, since);
    }

    private long poll(String edition, String since) throws IOException, InterruptedException {
        var cursor = since;
        var taken = 0;
        while (taken < changes) {
            var page = agenda.get(agenda.changes(edition) + "?limit=200&wait=25&since=" + cursor);
            for (int at = page.indexOf("\"specversion\""); at >= 0; at = page.indexOf("\"specversion\"", at + 1)) {
                taken++;
            }
            cursor = Agenda.last(page, "cursor");
        }
        return System.nanoTime();
    }

    private long follow(String edition, String since) throws IOException, InterruptedException {
        var taken = 0;
        try (var lines = new BufferedReader(new InputStreamReader(
                agenda.follow(agenda.changes(edition) + "/stream?since=" + since), StandardCharsets.UTF_8))) {
            while (taken < changes) {
                var line = lines.readLine();
                if (line == null) {
                    throw new IOException("The stream ended after " + taken + " changes");
                }
                if (line.startsWith("data:")) {
                    taken++;
                }
            }
        }
        return System.nanoTime();
    }
}
