package org.wsisforum.awards.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** What {@code ./wsis verify-ledger} answers. */
public record VerifyCommand(int code, String said) {

    /** Compiled once, from its source as the command runs it: to start a JDK for each question would take seconds. */
    private static final Method PROGRAM = compiled();

    /** As anybody runs it. */
    static VerifyCommand inAShell(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("../wsis", "verify-ledger"));
        command.addAll(List.of(texts(arguments)));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new VerifyCommand(process.waitFor(), said);
    }

    /** The same program in this process. */
    public static VerifyCommand run(Object... arguments) throws ReflectiveOperationException {
        var out = new ByteArrayOutputStream();
        var code = (int) PROGRAM.invoke(null, new PrintStream(out, true, StandardCharsets.UTF_8), texts(arguments));
        return new VerifyCommand(code, out.toString(StandardCharsets.UTF_8));
    }

    private static String[] texts(Object... arguments) {
        return Stream.of(arguments)
                .map(argument -> argument instanceof Path path ? path.toAbsolutePath() : argument)
                .map(Object::toString)
                .toArray(String[]::new);
    }

    private static Method compiled() {
        try {
            var classes = Files.createDirectories(Path.of("target/verify-ledger"));
            var failed = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-d",
                            classes.toString(),
                            "../local-stack/src/main/java/org/wsisforum/ledger/VerifyLedger.java");
            if (failed != 0) {
                throw new IllegalStateException("VerifyLedger.java does not compile by itself.");
            }
            // No other class is in its reach.
            var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            var program = loader.loadClass("org.wsisforum.ledger.VerifyLedger")
                    .getDeclaredMethod("run", PrintStream.class, String[].class);
            program.setAccessible(true);
            return program;
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
