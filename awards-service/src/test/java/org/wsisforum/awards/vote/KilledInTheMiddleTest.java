package org.wsisforum.awards.vote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wsisforum.awards.vote.OpenEdition.rows;

/**
 * The intake as a program of its own is killed while it takes votes, as by the kernel, and started again, and whoever got no
 * answer sends again: no vote with a receipt is lost, and none counts twice.
 */
@AwardsTest
class KilledInTheMiddleTest {

    private static final int VOTERS = 60;
    private static final int CATEGORIES = 5;
    private static final int KILLS = 2;

    private final OpenEdition edition = new OpenEdition(CATEGORIES, 1);
    /** What was answered: a voter and category, and the ids of votes that receipts named for it. */
    private final Map<String, List<String>> answered = new ConcurrentHashMap<>();

    @Test
    void no_vote_with_a_receipt_is_lost_and_none_is_doubled() throws Exception {
        var all = IntStream.range(0, VOTERS * CATEGORIES)
                .mapToObj(i -> "voter-" + i / CATEGORIES + " " + (i % CATEGORIES + 1))
                .toList();
        var killedInTheMiddle = 0;
        for (var kill = 0; kill < KILLS; kill++) {
            var before = answered.size();
            var process = start(unanswered(all));
            await().atMost(Duration.ofSeconds(60)).until(() -> answered.size() > before);
            process.destroyForcibly().waitFor();
            if (!unanswered(all).isEmpty()) {
                killedInTheMiddle++;
            }
        }
        // At last everything is sent again, also what was answered.
        var last = start(all);
        await().atMost(Duration.ofSeconds(60)).until(() -> unanswered(all).isEmpty());
        await().atMost(Duration.ofSeconds(60)).until(() -> rowsOfEdition().size() == all.size());
        last.destroyForcibly().waitFor();

        assertThat(killedInTheMiddle).isPositive();
        var stored = rowsOfEdition();
        assertThat(stored).hasSize(all.size());
        assertThat(rows("select voter || ' ' || category from vote where edition = '" + edition.code + "'"))
                .doesNotHaveDuplicates();
        answered.forEach((vote, ids) -> assertThat(stored).as(vote).containsAll(ids));
        answered.forEach(
                (vote, ids) -> assertThat(ids.stream().distinct()).as(vote).hasSize(1));
    }

    private List<String> rowsOfEdition() {
        return rows("select id from vote where edition = '" + edition.code + "'");
    }

    private List<String> unanswered(List<String> all) {
        var open = new ArrayList<>(all);
        open.removeAll(answered.keySet());
        return open;
    }

    /** Starts a copy and sends it these votes. */
    private Process start(List<String> votes) throws IOException {
        var config = ConfigProvider.getConfig();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IntakeProcess.class.getName(),
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class),
                        edition.code,
                        edition.nominee(1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread.ofVirtual().start(() -> read(process));
        try (var to = process.outputWriter(StandardCharsets.UTF_8)) {
            for (var vote : votes) {
                to.write(vote + "\n");
            }
        }
        return process;
    }

    private void read(Process process) {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            // A line that was cut off in the middle was not received.
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var parts = line.split(" ");
                if (parts.length == 3 && parts[2].length() == 36) {
                    answered.computeIfAbsent(parts[0] + " " + parts[1], vote -> new CopyOnWriteArrayList<>())
                            .add(parts[2]);
                }
            }
        } catch (IOException e) {
            // Killed.
        }
    }
}
