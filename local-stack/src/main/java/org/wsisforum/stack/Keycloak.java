package org.wsisforum.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * The Keycloak of the stack: the distribution that Maven fetched, unpacked and built once into the cache, started in
 * production mode with the realm of {@link Realm}.
 */
final class Keycloak {

    /** What the realm does not use is left out, for time and memory. */
    private static final String UNUSED_FEATURES = String.join(
            ",",
            "admin-fine-grained-authz",
            "authorization",
            "ciba",
            "client-auth-federated",
            "client-policies",
            "device-flow",
            "docker",
            "dpop",
            "identity-assertion-jwt",
            "identity-brokering-api",
            "impersonation",
            "jwt-authorization-grant",
            "kerberos",
            "organization",
            "par",
            "passkeys",
            "step-up-authentication",
            "step-up-authentication-saml",
            "token-exchange-standard",
            "twitter-broker",
            "user-event-metrics",
            "web-authn",
            "workflows");

    private static final List<String> BUILD = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            // One port instead of two.
            "--http-management-health-enabled=false",
            "--features-disabled=" + UNUSED_FEATURES);

    private static final List<String> OPTIONS = List.of(
            "-Xms32m",
            "-Xmx320m",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final StackConfig config;
    private final Path distribution;

    private Keycloak(StackConfig config, Path distribution) {
        this.config = config;
        this.distribution = distribution;
    }

    /** Unpacks and builds Keycloak where that has not been done; another stack that does so is waited for. */
    static Keycloak prepare(StackConfig config, Path generation, Progress progress) throws InterruptedException {
        var zip = config.checkout().resolve("local-stack/target/keycloak/keycloak.zip");
        try {
            if (!Files.exists(zip)) {
                throw new StackFailure(zip + " is missing; build the project first (./mvnw package -Dquick)");
            }
            Files.createDirectories(config.cache());
            var distribution = config.cache().resolve("keycloak-" + fingerprint(Files.size(zip) + BUILD.toString()));
            var keycloak = new Keycloak(config, distribution);
            try (var lock = FileChannel.open(
                            config.cache().resolve("keycloak.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                var whole = distribution.resolve("complete");
                if (!Files.exists(whole)) {
                    progress.say("Keycloak: unpacking (once)");
                    RunFolder.delete(distribution);
                    unpack(zip, distribution);
                    progress.say("Keycloak: building it for PostgreSQL (once, about 20 s)");
                    keycloak.build(generation);
                    Files.createFile(whole);
                }
            }
            return keycloak;
        } catch (IOException e) {
            throw StackFailure.of("preparing Keycloak", e);
        }
    }

    /** Of the realm and of the passwords that are imported with it: another one needs another import. */
    static String fingerprint(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values of the realm file's placeholders. */
    static Map<String, String> realmEnvironment(Secrets secrets, String publicUrl) {
        var environment = new TreeMap<String, String>();
        environment.put("WSIS_PUBLIC_URL", publicUrl);
        for (var service : Postgres.SCHEMAS) {
            environment.put(
                    "WSIS_" + service.toUpperCase(java.util.Locale.ROOT) + "_CLIENT_SECRET",
                    secrets.of("client." + service + "-service"));
        }
        environment.put("WSIS_GATEWAY_CLIENT_SECRET", secrets.of("client.gateway"));
        return environment;
    }

    Child start(Path generation, Realm realm, Postgres postgres, Secrets secrets, String publicUrl) {
        try {
            var home = prepareHome();
            Files.writeString(home.resolve("data/import/wsis-realm.json"), realm.text());
            var environment = new TreeMap<>(realmEnvironment(secrets, publicUrl));
            environment.put("KC_DB_URL", postgres.keycloakUrl());
            environment.put("KC_DB_USERNAME", "keycloak");
            environment.put("KC_DB_PASSWORD", secrets.of("database.keycloak"));
            environment.put("KC_DB_POOL_INITIAL_SIZE", "2");
            environment.put("KC_DB_POOL_MAX_SIZE", "12");
            environment.put("KC_CACHE", "local");
            environment.put("KC_HTTP_ENABLED", "true");
            environment.put("KC_HTTP_HOST", "127.0.0.1");
            environment.put("KC_HTTP_PORT", Integer.toString(config.ports().keycloak()));
            environment.put("KC_HOSTNAME", "http://localhost:" + config.ports().keycloak());
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
            return Child.start(
                    generation,
                    70,
                    "Keycloak",
                    home,
                    config.data().resolve("log/Keycloak.log"),
                    environment,
                    jvm().command(
                                    config.cache(),
                                    List.of(
                                            "-Dkc.home.dir=" + home,
                                            "-Djboss.server.config.dir=" + home.resolve("conf")),
                                    List.of("start", "--optimized", "--import-realm")));
        } catch (IOException e) {
            throw StackFailure.of("starting Keycloak", e);
        }
    }

    /** Answers when the realm is there and tokens can be had. */
    URI ready() {
        return URI.create(
                "http://localhost:" + config.ports().keycloak() + "/realms/wsis/.well-known/openid-configuration");
    }

    /**
     * All of Keycloak's jars in one class path, in place of its own class loader, whose classes no class archive can
     * hold.
     */
    Jvm jvm() {
        try {
            var classPath = new ArrayList<Path>();
            classPath.add(distribution.resolve("lib/quarkus/generated-bytecode.jar"));
            classPath.add(distribution.resolve("lib/quarkus/transformed-bytecode.jar"));
            for (var folder : List.of("lib/app", "lib/lib/boot", "lib/lib/main")) {
                try (var jars = Files.list(distribution.resolve(folder))) {
                    jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(classPath::add);
                }
            }
            return new Jvm("Keycloak", OPTIONS, classPath, "org.keycloak.quarkus.runtime.KeycloakMain");
        } catch (IOException e) {
            throw StackFailure.of("reading " + distribution, e);
        }
    }

    /** Each stack has its own home with its own data, whose programs are those of the cache. */
    private Path prepareHome() throws IOException {
        var home = config.data().resolve("keycloak");
        RunFolder.delete(home);
        Files.createDirectories(home.resolve("data/import"));
        for (var part : List.of("conf", "lib", "providers", "themes")) {
            Files.createSymbolicLink(home.resolve(part), distribution.resolve(part));
        }
        return home;
    }

    private void build(Path generation) throws InterruptedException {
        var runner = new Jvm(
                "Keycloak-build",
                OPTIONS.stream()
                        .map(option -> option.replace("-Xmx320m", "-Xmx512m"))
                        .toList(),
                List.of(distribution.resolve("lib/quarkus-run.jar")),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        Child.start(
                        generation,
                        Stack.PREPARING_STAGE,
                        "Keycloak-build",
                        distribution,
                        config.data().resolve("log/Keycloak-build.log"),
                        Map.of(),
                        runner.plainCommand(
                                List.of(
                                        "-Dkc.home.dir=" + distribution,
                                        "-Djboss.server.config.dir=" + distribution.resolve("conf")),
                                BUILD))
                .awaitSuccess();
    }

    /** Without the archive's own first folder. */
    private static void unpack(Path zip, Path target) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var path = target.resolve(name).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry of " + zip + " points out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                try (var in = file.getInputStream(entry)) {
                    Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
                }
                if (name.endsWith(".sh") && !path.toFile().setExecutable(true)) {
                    throw new IOException(path + " cannot be made executable");
                }
            }
        }
    }
}
