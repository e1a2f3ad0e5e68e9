package org.wsisforum.kit.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.wsisforum.kit.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever follows the feed ends with exactly what the service has, whatever the order in which transactions commit, and however
 * often the follower is killed: sixteen writers that linger before they commit, two followers as programs of their own.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class KeepingACopyTest {

    private static final int WRITERS = 16;
    private static final int CHANGES = 10_000;

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    private final String edition = Notes.freshEdition();
    private final AtomicInteger places = new AtomicInteger();

    /** A follower that is started, killed and started again. */
    private final class Follower {

        private final String how;
        private final Path journal;
        private Process process;

        Follower(String how) throws IOException {
            this.how = how;
            this.journal = folder.resolve(how);
            start();
        }

        void start() throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NoteFollower.class.getName(),
                            "http://localhost:" + RestAssured.port + "/sample/v1/editions/" + edition,
                            how,
                            journal.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(how + ".log").toFile()))
                    .start();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        List<NoteFollower.Line> lines() throws IOException {
            var text = Files.exists(journal) ? Files.readString(journal) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(NoteFollower.Line::read)
                    .toList();
        }

        String said() throws IOException {
            return Files.readString(folder.resolve(how + ".log"));
        }
    }

    @Test
    void followers_that_are_killed_again_and_again_end_with_what_the_service_has() throws Exception {
        var followers = List.of(new Follower("poll"), new Follower("stream"));
        try {
            var random = new Random(20210301);
            var kills = 0;
            for (var writing : write()) {
                while (!writing.isDone()) {
                    var follower = followers.get(random.nextInt(followers.size()));
                    var before = follower.lines().size();
                    await().atMost(Duration.ofMinutes(2))
                            .until(() -> writing.isDone() || follower.lines().size() > before + random.nextInt(400));
                    follower.kill();
                    follower.start();
                    kills++;
                }
                writing.get();
            }
            assertThat(kills).isGreaterThan(2);
            for (var follower : followers) {
                await(follower.how)
                        .atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> follower.lines().size() >= CHANGES);
                var lines = follower.lines();
                assertThat(lines)
                        .as(follower.said())
                        .extracting(NoteFollower.Line::change)
                        .doesNotHaveDuplicates();
                assertThat(lines).extracting(NoteFollower.Line::change).containsExactlyInAnyOrderElementsOf(recorded());
                assertThat(copy(lines)).isEqualTo(notes());
            }
        } finally {
            for (var follower : followers) {
                follower.kill();
            }
        }
    }

    private static Map<String, Integer> copy(List<NoteFollower.Line> lines) {
        var copy = new HashMap<String, Integer>();
        for (var line : lines) {
            if (line.place() == null) {
                copy.remove(line.note());
            } else {
                copy.put(line.note(), line.place());
            }
        }
        return copy;
    }

    private List<Future<?>> write() {
        var writers = Executors.newVirtualThreadPerTaskExecutor();
        var all = new ArrayList<Future<?>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            var random = new Random(writer);
            all.add(writers.submit(() -> {
                write(random);
                return null;
            }));
        }
        writers.shutdown();
        return all;
    }

    /** Writes as a service does: the thing, and the change that tells of it, in one transaction. */
    private void write(Random random) throws SQLException, InterruptedException {
        var config = ConfigProvider.getConfig();
        var mine = new ArrayList<UUID>();
        try (var connection = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class))) {
            connection.setAutoCommit(false);
            for (var i = 0; i < CHANGES / WRITERS; i++) {
                var dice = mine.isEmpty() ? 0 : random.nextInt(10);
                if (dice < 4) {
                    mine.add(create(connection));
                } else if (dice < 8) {
                    move(connection, mine.get(random.nextInt(mine.size())));
                } else {
                    delete(connection, mine.remove(random.nextInt(mine.size())));
                }
                Thread.sleep(random.nextInt(15));
                connection.commit();
                RawChanges.announce(connection);
            }
            connection.commit();
        }
    }

    private UUID create(Connection connection) throws SQLException {
        var id = UUID.randomUUID();
        try (var insert = connection.prepareStatement("insert into note (id, version, edition, title, place)"
                + " values (?, 0, ?, '{\"en\":{\"value\":\"x\",\"status\":\"official\"}}', ?)")) {
            insert.setObject(1, id);
            insert.setString(2, edition);
            insert.setInt(3, places.incrementAndGet());
            insert.executeUpdate();
        }
        record(connection, "created", id);
        return id;
    }

    private void move(Connection connection, UUID id) throws SQLException {
        try (var update =
                connection.prepareStatement("update note set place = ?, version = version + 1 where id = ?")) {
            update.setInt(1, places.incrementAndGet());
            update.setObject(2, id);
            update.executeUpdate();
        }
        record(connection, "changed", id);
    }

    private void delete(Connection connection, UUID id) throws SQLException {
        try (var delete = connection.prepareStatement("delete from note where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
        record(connection, "deleted", id);
    }

    private void record(Connection connection, String what, UUID id) throws SQLException {
        RawChanges.insert(connection, edition, "org.wsisforum.sample.note." + what + ".v1", "notes/" + id, "public");
    }

    private List<String> recorded() throws SQLException {
        var all = new ArrayList<String>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select id::text from change where edition = ?")) {
            query.setString(1, edition);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
        }
        return all;
    }

    private Map<String, Integer> notes() throws SQLException {
        var all = new HashMap<String, Integer>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select id::text, place from note where edition = ?")) {
            query.setString(1, edition);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    all.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return all;
    }
}
