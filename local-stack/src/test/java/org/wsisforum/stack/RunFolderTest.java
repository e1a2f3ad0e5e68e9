package org.wsisforum.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Stopping from records alone, with real processes. */
class RunFolderTest {

    private static final Progress SILENT = new Progress(null);

    @TempDir
    Path data;

    private RunFolder run;
    private Path generation;

    @BeforeEach
    void generation() throws IOException {
        run = new RunFolder(data);
        generation = run.newGeneration();
    }

    @Test
    void a_started_program_is_recorded_under_its_own_process_id() {
        var child = start(40, "sleeper", "exec sleep 1000");
        assertThat(recordOf("40-sleeper").pid()).isEqualTo(child.process().pid());
        assertThat(recordOf("40-sleeper").alive()).isTrue();
        child.process().destroyForcibly().onExit().join();
        assertThat(recordOf("40-sleeper").alive()).isFalse();
    }

    @Test
    void a_process_that_only_has_the_same_id_is_somebody_else() throws IOException {
        var child = start(40, "sleeper", "exec sleep 1000");
        var mine = recordOf("40-sleeper");
        var reused = new ProcessRecord(mine.name(), mine.pid(), "1", mine.boot());
        var beforeTheBoot = new ProcessRecord(mine.name(), mine.pid(), mine.started(), "another");
        assertThat(reused.alive()).isFalse();
        assertThat(beforeTheBoot.alive()).isFalse();
        Files.writeString(generation.resolve("40-sleeper.pid"), mine.pid() + "\n1\n" + mine.boot() + "\n");
        run.stop(generation, SILENT);
        assertThat(child.process().isAlive()).isTrue();
        child.process().destroyForcibly();
    }

    @Test
    void lower_stages_end_before_higher_ones() throws Exception {
        var order = data.resolve("order");
        var telling = "trap 'echo %s >> " + order + "; exit 0' TERM; echo up; while :; do sleep 0.05; done";
        var children = List.of(
                start(70, "Keycloak", telling.formatted("Keycloak")),
                start(40, "service", telling.formatted("service")),
                start(30, "gateway", telling.formatted("gateway")));
        for (var child : children) {
            assertThat(RunFolder.await(10, () -> read(child.log()).contains("up")))
                    .isTrue();
        }
        run.stop(generation, SILENT);
        assertThat(order).hasContent("gateway\nservice\nKeycloak");
        assertThat(generation).doesNotExist();
        for (var child : children) {
            assertThat(child.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_prepares_something_is_not_waited_for() throws Exception {
        var child = start(Stack.PREPARING_STAGE, "archive", "trap '' TERM; echo up; while :; do sleep 0.05; done");
        assertThat(RunFolder.await(10, () -> read(child.log()).contains("up"))).isTrue();
        var told = new ByteArrayOutputStream();
        run.stop(generation, new Progress(new PrintStream(told, true, StandardCharsets.UTF_8)));
        assertThat(child.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("archive stopped")
                .doesNotContain("did not end within");
    }

    @Test
    void ctrl_c_does_not_reach_a_program_before_its_time() throws Exception {
        var child = start(40, "sleeper", "echo up; exec sleep 1000");
        assertThat(RunFolder.await(10, () -> read(child.log()).contains("up"))).isTrue();
        new ProcessBuilder("sh", "-c", "kill -INT " + child.process().pid())
                .start()
                .waitFor();
        assertThat(recordOf("40-sleeper").alive()).isTrue();
        run.stop(generation, SILENT);
        assertThat(child.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_program_that_would_start_after_the_stop_does_not_run() throws Exception {
        run.stop(generation, SILENT);
        var late = Child.start(
                generation, 40, "late", data, data.resolve("log/late.log"), Map.of(), List.of("sleep", "1000"));
        assertThat(late.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(late.process().exitValue()).isNotZero();
    }

    @Test
    void one_generation_is_not_stopped_for_another() throws IOException {
        var later = run.newGeneration();
        var child = start(40, "sleeper", "exec sleep 1000");
        run.stop(later, SILENT);
        assertThat(child.process().isAlive()).isTrue();
        run.stopAll(SILENT);
        assertThat(child.process().onExit().join().isAlive()).isFalse();
        assertThat(run.generations()).isEmpty();
    }

    @Test
    void the_lifeline_stops_everything_when_its_launcher_is_gone() throws Exception {
        var child = start(40, "sleeper", "exec sleep 1000");
        var lifeline = Lifeline.attach(data, generation, data.resolve("log/lifeline.log"));
        lifeline.letGo();
        assertThat(child.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(RunFolder.await(10, () -> !Files.exists(generation))).isTrue();
    }

    @Test
    void the_forum_clock_of_a_killed_launcher_stops_at_its_last_heartbeat() throws IOException {
        var killed = Instant.parse("2026-11-24T08:00:00Z");
        run.clock().set(Instant.parse("2021-03-25T09:00:00Z"), killed.minusSeconds(60));
        // The record of a launcher that is gone: the same id, another start.
        Files.writeString(generation.resolve(RunFolder.LAUNCHER + ProcessRecord.ENDING), "1\n1\n\n");
        Files.setLastModifiedTime(generation.resolve("heartbeat"), FileTime.from(killed));
        run.stopAll(SILENT);
        assertThat(run.clock().standing()).isEqualTo("2021-03-25T09:01:00Z");
    }

    @Test
    void a_folder_is_claimed_by_one_stack_at_a_time() throws IOException {
        try (var claim = run.claim().orElseThrow()) {
            assertThat(claim.isOpen()).isTrue();
            assertThat(run.claimed()).isTrue();
            assertThat(new RunFolder(data).claim()).isEmpty();
        }
        assertThat(run.claimed()).isFalse();
    }

    private Child start(int stage, String title, String script) {
        var child = Child.start(
                generation,
                stage,
                title,
                data,
                data.resolve("log/" + title + ".log"),
                Map.of(),
                List.of("sh", "-c", script));
        var record = generation.resolve("%02d-%s.pid".formatted(stage, title));
        assertThat(RunFolder.await(10, () -> Files.exists(record))).isTrue();
        return child;
    }

    private ProcessRecord recordOf(String name) {
        return ProcessRecord.read(generation.resolve(name + ".pid")).orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
