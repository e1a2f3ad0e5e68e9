package org.wsisforum.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * One copy of a service, or the gateway: a Quarkus application as Maven packaged it, configured by the same environment
 * variables as in a container.
 *
 * @param module the folder of the module, which is also its name
 * @param copy 1 for the first
 */
record Service(String module, int copy, int port) {

    /** Connections of one copy to PostgreSQL. */
    static final int POOL = 8;

    String title() {
        return copy == 1 ? module : module + "-" + copy;
    }

    String url() {
        return "http://localhost:" + port;
    }

    URI ready() {
        return URI.create(url() + "/q/health/ready");
    }

    Jvm jvm(Path checkout) {
        var runner = checkout.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(runner)) {
            throw new StackFailure(runner + " is missing; build the project first (./mvnw package -Dquick)");
        }
        return Jvm.ofRunner(
                module,
                List.of(
                        "-Xms16m",
                        module.equals("gateway") ? "-Xmx96m" : "-Xmx160m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"),
                runner);
    }

    /** Where {@code ./wsis dev} finds what the first copy was started with. */
    static Path environmentFile(StackConfig config, String module) {
        return config.data().resolve("dev/" + module + ".env");
    }

    /** Keeps what this copy is started with, in the form of a shell, readable by its owner alone. */
    void keepEnvironment(StackConfig config, Map<String, String> environment) {
        var file = environmentFile(config, module);
        var lines = new StringBuilder();
        environment.forEach((name, value) -> lines.append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw StackFailure.of("writing " + file, e);
        }
    }

    Child start(StackConfig config, Path generation, int stage, Map<String, String> environment) {
        return Child.start(
                generation,
                stage,
                title(),
                // An empty folder: Quarkus reads .env and config/ from where it is started.
                config.data().resolve("work"),
                config.data().resolve("log/" + title() + ".log"),
                environment,
                jvm(config.checkout()).command(config.cache(), List.of(), List.of()));
    }
}
