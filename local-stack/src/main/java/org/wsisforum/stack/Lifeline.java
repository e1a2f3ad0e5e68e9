package org.wsisforum.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Stops everything when the launcher is gone without having done so, as after {@code kill -9}.
 *
 * <p>It is a shell (a megabyte, not a second JVM) that reads from a pipe whose other end only the launcher holds. The
 * kernel closes that end however the launcher ends; then the shell becomes a JVM that stops what the records of this
 * generation name. A launcher that has stopped everything itself says "done" first.
 */
final class Lifeline {

    private static final String SHELL = """
            trap '' INT HUP TERM
            while read -r word; do [ "$word" = done ] && exit 0; done
            exec "$@"
            """;

    private final OutputStream pipe;

    private Lifeline(OutputStream pipe) {
        this.pipe = pipe;
    }

    static Lifeline attach(Path data, Path generation, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        SHELL,
                        "sh",
                        Jvm.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx32m",
                        "-cp",
                        Jvm.ownClasses(),
                        Lifeline.class.getName(),
                        data.toString(),
                        generation.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Lifeline(process.getOutputStream());
    }

    /** Everything is stopped; nothing is left to be done. */
    void release() {
        try (pipe) {
            pipe.write("done\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IOException _) {
            // It is gone already, which is what was wanted.
        }
    }

    /** Closes the pipe as the end of this process would: the lifeline stops everything. */
    void letGo() throws IOException {
        pipe.close();
    }

    /** Runs in the process that the shell becomes. */
    public static void main(String[] args) {
        var arguments = List.of(args);
        try {
            new RunFolder(Path.of(arguments.get(0))).stop(Path.of(arguments.get(1)), new Progress(System.out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
