package org.wsisforum.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
