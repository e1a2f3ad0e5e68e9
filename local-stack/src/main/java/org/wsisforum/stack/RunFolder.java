package org.wsisforum.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The records of everything that one data folder has running, one folder a generation (one start of the stack), and the
 * way to stop it from these records alone. Needs nothing but the JDK, so that it works when little else does.
 */
final class RunFolder {

    static final String LAUNCHER = "00-launcher";
    static final String POSTGRES_RECORD = "90-PostgreSQL";

    private static final String STOPPING = ".stopping";
    private static final String HEARTBEAT = "heartbeat";
    /** Services finish their requests within 10 s (quarkus.shutdown.timeout). */
    private static final int PATIENCE_SECONDS = 15;

    private final Path data;

    RunFolder(Path data) {
        this.data = data;
    }

    private Path run() {
        return data.resolve("run");
    }

    Path postgresData() {
        return data.resolve("postgres");
    }

    ForumClock clock() {
        return new ForumClock(data.resolve("forum-clock"));
    }

    /**
     * Held by a running stack for its whole life. The kernel gives it back however the launcher ends.
     *
     * @return empty when somebody else holds it
     */
    Optional<FileChannel> claim() throws IOException {
        Files.createDirectories(data);
        var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (java.nio.channels.OverlappingFileLockException _) {
            // Another stack of this very process holds it.
        }
        channel.close();
        return Optional.empty();
    }

    boolean claimed() throws IOException {
        if (!Files.exists(data.resolve("lock"))) {
            return false;
        }
        try (var claim = claim().orElse(null)) {
            return claim == null;
        }
    }

    Path newGeneration() throws IOException {
        Files.createDirectories(run());
        var generation = Files.createTempDirectory(run(), "generation-");
        ProcessRecord.write(
                generation.resolve(LAUNCHER + ProcessRecord.ENDING),
                ProcessHandle.current().pid());
        beat(generation);
        return generation;
    }

    /** Tells until when the stack ran, for the Forum clock of one that was cut off. */
    static void beat(Path generation) throws IOException {
        var heartbeat = generation.resolve(HEARTBEAT);
        if (!Files.exists(heartbeat)) {
            Files.createFile(heartbeat);
        }
        Files.setLastModifiedTime(heartbeat, FileTime.from(Instant.now()));
    }

    List<Path> generations() throws IOException {
        if (!Files.isDirectory(run())) {
            return List.of();
        }
        try (var all = Files.list(run())) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    List<ProcessRecord> recorded() throws IOException {
        var all = new ArrayList<ProcessRecord>();
        for (var generation : generations()) {
            all.addAll(recorded(generation));
        }
        return all;
    }

    private static List<ProcessRecord> recorded(Path generation) throws IOException {
        if (!Files.isDirectory(generation)) {
            return List.of();
        }
        try (var files = Files.list(generation)) {
            return files.filter(file -> file.toString().endsWith(ProcessRecord.ENDING))
                    .flatMap(file -> ProcessRecord.read(file).stream())
                    .sorted(Comparator.comparing(ProcessRecord::name))
                    .toList();
        }
    }

    Optional<ProcessRecord> launcher() throws IOException {
        return recorded().stream()
                .filter(record -> record.name().equals(LAUNCHER) && record.alive())
                .findFirst();
    }

    /** Stops whatever any generation left, and PostgreSQL even where it was not recorded yet. */
    void stopAll(Progress progress) throws IOException {
        synchronized (RunFolder.class) {
            stopAllLocked(progress);
        }
    }

    private void stopAllLocked(Progress progress) throws IOException {
        try (var _ = stopping()) {
            for (var generation : generations()) {
                stopLocked(generation, progress);
            }
            runningPostmaster().ifPresent(postmaster -> stopPostgres(postmaster, progress));
        }
    }

    /** Stops what this generation has running; nothing if somebody else did so before. */
    void stop(Path generation, Progress progress) throws IOException {
        synchronized (RunFolder.class) {
            stopOne(generation, progress);
        }
    }

    private void stopOne(Path generation, Progress progress) throws IOException {
        try (var _ = stopping()) {
            for (var folder : List.of(generation, stoppingName(generation))) {
                if (Files.isDirectory(folder)) {
                    stopLocked(folder, progress);
                }
            }
        }
    }

    private static Path stoppingName(Path generation) {
        var name = generation.getFileName().toString();
        return name.endsWith(STOPPING) ? generation : generation.resolveSibling(name + STOPPING);
    }

    /** Two must not stop the same processes at once; the second waits here and then finds nothing to do. */
    private FileChannel stopping() throws IOException {
        Files.createDirectories(data);
        var channel = FileChannel.open(data.resolve("stop.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    private void stopLocked(Path begun, Progress progress) throws IOException {
        // Under another name no program can record itself any more, and one that cannot does not run.
        var generation = stoppingName(begun);
        if (!begun.equals(generation)) {
            Files.move(begun, generation, StandardCopyOption.ATOMIC_MOVE);
        }
        var ran = Files.exists(generation.resolve(HEARTBEAT));
        var self = ProcessHandle.current().pid();
        var launcherLives =
                recorded(generation).stream().anyMatch(record -> record.name().equals(LAUNCHER) && record.alive());
        var until = ran && !launcherLives
                ? Files.getLastModifiedTime(generation.resolve(HEARTBEAT)).toInstant()
                : Instant.now();
        var programs = recorded(generation).stream()
                .filter(record ->
                        !record.name().equals(LAUNCHER) && !record.name().equals(POSTGRES_RECORD))
                .filter(record -> record.pid() != self && record.alive())
                .toList();
        programs.stream().map(ProcessRecord::stage).distinct().sorted().forEach(stage -> {
            var together =
                    programs.stream().filter(record -> record.stage() == stage).toList();
            stopPrograms(together, progress);
        });
        if (Files.exists(generation.resolve(POSTGRES_RECORD))) {
            // PostgreSQL was about to start. Its own file tells its id, a moment after the start.
            var patience = Files.exists(generation.resolve(POSTGRES_RECORD + ProcessRecord.ENDING)) ? 0 : 5;
            await(patience, () -> runningPostmaster().isPresent());
            runningPostmaster().ifPresent(pid -> stopPostgres(pid, progress));
        }
        if (ran) {
            clock().freeze(until);
        }
        delete(generation);
    }

    private static void stopPrograms(List<ProcessRecord> programs, Progress progress) {
        // What prepares something has nothing to finish, and may not hear the polite way while it is at it.
        programs.forEach(program -> ProcessHandle.of(program.pid())
                .ifPresent(
                        program.stage() == Stack.PREPARING_STAGE
                                ? ProcessHandle::destroyForcibly
                                : ProcessHandle::destroy));
        var gone = await(PATIENCE_SECONDS, () -> programs.stream().noneMatch(ProcessRecord::alive));
        if (!gone) {
            programs.stream().filter(ProcessRecord::alive).forEach(program -> {
                progress.say(program.title() + " did not end within " + PATIENCE_SECONDS + " s and is killed");
                ProcessHandle.of(program.pid()).ifPresent(ProcessHandle::destroyForcibly);
            });
            await(PATIENCE_SECONDS, () -> programs.stream().noneMatch(ProcessRecord::alive));
        }
        programs.forEach(program -> progress.say(program.title() + " stopped"));
    }

    /** The server's own pid file, believed only when its process still is a PostgreSQL. */
    Optional<Long> runningPostmaster() {
        try {
            var file = postgresData().resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(process -> ProcessRecord.startOf(pid).isPresent())
                    .filter(process -> process.info()
                            .command()
                            .filter(command -> command.contains("/postgres"))
                            .isPresent())
                    .map(ProcessHandle::pid);
        } catch (IOException | NumberFormatException | java.util.NoSuchElementException _) {
            return Optional.empty();
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: it ends its clients' transactions and writes everything down. */
    private void stopPostgres(long pid, Progress progress) {
        signal("INT", pid);
        if (!await(30, () -> runningPostmaster().isEmpty())) {
            progress.say("PostgreSQL did not end within 30 s; it is cut off and will recover at its next start");
            signal("QUIT", pid);
            await(PATIENCE_SECONDS, () -> runningPostmaster().isEmpty());
        }
        progress.say("PostgreSQL stopped");
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw StackFailure.of("stopping PostgreSQL", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean await(int seconds, BooleanSupplier condition) {
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return condition.getAsBoolean();
            }
        }
        return true;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (var all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
