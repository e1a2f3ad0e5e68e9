package org.wsisforum.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that the stack started: recorded before it runs, its output in a log file of its own. */
final class Child {

    private static final int READY_SECONDS = 180;

    private final String title;
    private final Process process;
    private final Path log;

    private Child(String title, Process process, Path log) {
        this.title = title;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a program.
     *
     * @param stage when it is stopped, 10 to 89: lower stages first
     * @param environment on top of what this process has, less what would configure the child by accident
     */
    static Child start(
            Path generation,
            int stage,
            String title,
            Path folder,
            Path log,
            Map<String, String> environment,
            List<String> command) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.getParent());
            var record = generation.resolve("%02d-%s%s".formatted(stage, title, ProcessRecord.ENDING));
            var all = new ArrayList<>(List.of("sh", "-c", ProcessRecord.RECORDING_SHELL, "sh", record.toString()));
            all.addAll(command);
            var builder = new ProcessBuilder(all)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(key -> key.startsWith("QUARKUS_")
                            || key.startsWith("KC_")
                            || key.startsWith("WSIS_")
                            || key.equals("JAVA_TOOL_OPTIONS")
                            || key.equals("JDK_JAVA_OPTIONS"));
            builder.environment().putAll(environment);
            var process = builder.start();
            // From here on whoever stops the stack finds it.
            RunFolder.await(10, () -> Files.exists(record) || !process.isAlive());
            return new Child(title, process, log);
        } catch (IOException e) {
            throw StackFailure.of("starting " + title, e);
        }
    }

    String title() {
        return title;
    }

    Path log() {
        return log;
    }

    Process process() {
        return process;
    }

    /** Waits until the address answers 200; fails at once when the program ends before. */
    void awaitReady(URI address) throws InterruptedException {
        var until = System.nanoTime() + READY_SECONDS * 1_000_000_000L;
        while (!answers(address)) {
            if (!process.isAlive()) {
                throw StackFailure.ended(title, process.exitValue(), log);
            }
            if (System.nanoTime() > until) {
                throw new StackFailure(title + " did not become ready within " + READY_SECONDS + " s; see " + log);
            }
            Thread.sleep(100);
        }
    }

    /** Waits for a program that does its work and ends. */
    void awaitSuccess() throws InterruptedException {
        var exitCode = process.waitFor();
        if (exitCode != 0) {
            throw StackFailure.ended(title, exitCode, log);
        }
    }

    static boolean answers(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(10_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }
}
