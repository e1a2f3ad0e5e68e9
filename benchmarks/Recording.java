import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.PGConnection;

/** The program of recording.sh, which says what it measures. */
final class Recording {

    private static final int ROWS_OF_A_WRITER = 500;

    /** What a transaction does, the whole of it or less. */
    private enum Kind {
        UPDATE("update alone"),
        RECORD("update and change"),
        RECORD_AND_NOTIFY("update, change, and notify in it");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String schema() {
            return this == RECORD_AND_NOTIFY ? "within" : "after";
        }
    }

    private final EmbeddedPostgres server;
    private final int rounds;
    private final Duration time;
    private final Semaphore untold = new Semaphore(0);

    private Recording(EmbeddedPostgres server, int rounds, Duration time) {
        this.server = server;
        this.rounds = rounds;
        this.time = time;
    }

    public static void main(String[] args) throws Exception {
        var data = Path.of(System.getProperty("data")).toAbsolutePath();
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 6;
        var time = Duration.ofMillis(args.length > 1 ? Long.parseLong(args[1]) : 1500);
        try (var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(data.resolve("programs").toFile())
                .setDataDirectory(data.resolve("postgres"))
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                // The library turns these off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            var recording = new Recording(server, rounds, time);
            recording.prepare();
            var listener = Thread.ofPlatform().daemon().start(recording::listen);
            var announcer = Thread.ofPlatform().daemon().start(recording::announce);
            System.out.printf("%d rounds of %d ms for each kind of transaction%n", rounds, time.toMillis());
            for (var synchronous : List.of("on", "off")) {
                for (var writers : List.of(1, 8)) {
                    recording.compare(writers, synchronous);
                }
            }
            listener.interrupt();
            announcer.interrupt();
        }
    }

    private void prepare() throws Exception {
        var kit = Path.of("service-kit/src/main/resources/db/kit");
        var change = Files.readString(kit.resolve("V2026_11_24_0910__changes.sql"));
        try (var connection = connect(Kind.UPDATE, "on");
                var statement = connection.createStatement()) {
            statement.execute("create table public.thing"
                    + " (id uuid primary key, edition text, title text, version int, changed_at timestamptz)");
            statement.execute("create schema within; create schema after");
            for (var schema : List.of("within", "after")) {
                statement.execute("set search_path = " + schema);
                statement.execute(change);
            }
            // In this order the search path is the one of the schema that goes without the trigger.
            statement.execute(Files.readString(
                    kit.resolve("V2026_11_25_1200__changes_are_announced_after_their_commit.sql")));
            connection.commit();
        }
    }

    /** One copy of the service follows, as always. */
    private void listen() {
        try (var connection = connect(Kind.RECORD, "on");
                var statement = connection.createStatement()) {
            statement.execute("listen \"change:within\"");
            statement.execute("listen \"change:after\"");
            connection.commit();
            while (!Thread.interrupted()) {
                connection.unwrap(PGConnection.class).getNotifications(1000);
            }
        } catch (SQLException _) {
            // The server has been stopped.
        }
    }

    /** As a service does: one word for all that was committed since the last. */
    private void announce() {
        try (var connection = connect(Kind.RECORD, "on");
                var statement = connection.createStatement()) {
            while (true) {
                untold.acquire();
                untold.drainPermits();
                statement.execute("notify \"change:after\"");
                connection.commit();
            }
        } catch (SQLException | InterruptedException _) {
            // The server has been stopped.
        }
    }

    private Connection connect(Kind kind, String synchronous) throws SQLException {
        var connection = server.getPostgresDatabase().getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = " + kind.schema() + ", public");
            statement.execute("set synchronous_commit = " + synchronous);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private void compare(int writers, String synchronous) throws Exception {
        var rates = new EnumMap<Kind, Figures>(Kind.class);
        var times = new EnumMap<Kind, Figures>(Kind.class);
        for (var kind : Kind.values()) {
            rates.put(kind, new Figures());
            times.put(kind, new Figures());
        }
        var order = new ArrayList<>(List.of(Kind.values()));
        // The first round warms up.
        for (int round = 0; round <= rounds; round++) {
            var rate = new EnumMap<Kind, Double>(Kind.class);
            for (var kind : order) {
                rate.put(kind, rate(kind, writers, synchronous));
            }
            if (round > 0) {
                rate.forEach((kind, value) -> {
                    rates.get(kind).add(value);
                    times.get(kind).add(rate.get(Kind.UPDATE) / value);
                });
            }
            // There and back, so that drift cancels.
            order = new ArrayList<>(order.reversed());
        }
        print(writers, synchronous, rates, times);
    }

    private static void print(int writers, String synchronous, Map<Kind, Figures> rates, Map<Kind, Figures> times) {
        System.out.printf("%nwriters: %d, synchronous_commit: %s%n", writers, synchronous);
        System.out.printf("  %-34s %-30s %s%n", "", "transactions/s (all rounds)", "time of one, update alone = 1");
        for (var kind : Kind.values()) {
            System.out.printf(
                    "  %-34s %-30s %s%n",
                    kind.title, rates.get(kind).print("%.0f"), times.get(kind).print("%.2f"));
        }
    }

    /** Transactions a second of all writers together. */
    private double rate(Kind kind, int writers, String synchronous) throws Exception {
        var tasks = new ArrayList<Callable<Double>>();
        var open = new ArrayList<Connection>();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                var connection = connect(kind, synchronous);
                open.add(connection);
                var rows = rows(connection);
                tasks.add(() -> write(connection, kind, rows));
            }
            var sum = 0.0;
            for (var writer : threads.invokeAll(tasks)) {
                sum += writer.get();
            }
            return sum;
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
    }

    /** Rows of this writer alone, so that none waits for another's lock; fresh ones, so that no kind inherits dead rows. */
    private static List<UUID> rows(Connection connection) throws SQLException {
        var rows = new ArrayList<UUID>();
        try (var insert = connection.prepareStatement("insert into thing values (?, '2021', 'A session', 0, now())")) {
            for (int row = 0; row < ROWS_OF_A_WRITER; row++) {
                rows.add(UUID.randomUUID());
                insert.setObject(1, rows.getLast());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        return rows;
    }

    private double write(Connection connection, Kind kind, List<UUID> rows) throws SQLException {
        try (var update = connection.prepareStatement(
                        "update thing set title = ?, version = version + 1, changed_at = now() where id = ?");
                var record = Agenda.recording(connection)) {
            var begin = System.nanoTime();
            var count = 0;
            do {
                var row = rows.get(count++ % rows.size());
                update.setString(1, "A session, moved for the time " + count);
                update.setObject(2, row);
                update.executeUpdate();
                if (kind != Kind.UPDATE) {
                    record(record, row);
                }
                connection.commit();
                if (kind == Kind.RECORD) {
                    untold.release();
                }
            } while (System.nanoTime() - begin < time.toNanos());
            return count / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static void record(PreparedStatement record, UUID row) throws SQLException {
        Agenda.record(record, "2021", "sessions/" + row);
    }
}
