package org.wsisforum.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The PostgreSQL of the stack: one server, the database {@code wsis} with a schema a service, and Keycloak's. */
final class Postgres {

    /** The services that own a schema; their role has the same name. */
    static final List<String> SCHEMAS = List.of("registration", "agenda", "awards");

    private static final String PASSWORDS_ONLY = """
            # Written by the local stack at each start.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final Secrets secrets;

    private Postgres(EmbeddedPostgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    static Postgres start(StackConfig config, RunFolder run, Path generation, Secrets secrets) {
        var data = run.postgresData();
        var whole = config.data().resolve("postgres.complete");
        try {
            if (!Files.exists(whole)) {
                // An initdb that was cut off leaves a folder that looks whole and is not.
                RunFolder.delete(data);
            }
            var log = config.data().resolve("log/PostgreSQL.log").toFile();
            Files.createFile(generation.resolve(RunFolder.POSTGRES_RECORD));
            // Beside the services' own: Keycloak's, who listens for changes, and a developer's tools.
            var connections = 80 + config.copies() * SCHEMAS.size() * Service.POOL;
            var server = unpacked(config, () -> EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            config.cache().resolve("postgres").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(config.ports().postgres())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setConnectConfig("password", secrets.of("postgres"))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "localhost")
                    // No socket file in a folder that everybody shares.
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", Integer.toString(connections))
                    .setServerConfig("shared_buffers", "48MB")
                    .setServerConfig("max_worker_processes", "2")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("autovacuum_max_workers", "1")
                    .setServerConfig("io_method", "sync")
                    .setServerConfig("jit", "off")
                    // The library turns fsync off. Here data is kept, so the order of writes must hold; the last
                    // moment before a power cut may be lost.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "off")
                    .start());
            run.runningPostmaster().ifPresent(pid -> {
                try {
                    ProcessRecord.write(generation.resolve(RunFolder.POSTGRES_RECORD + ProcessRecord.ENDING), pid);
                } catch (IOException e) {
                    throw StackFailure.of("recording PostgreSQL", e);
                }
            });
            var postgres = new Postgres(server, secrets);
            postgres.closeToStrangers(data);
            postgres.createDatabases();
            if (!Files.exists(whole)) {
                Files.createFile(whole);
            }
            return postgres;
        } catch (Exception | ExceptionInInitializerError e) {
            var failure = StackFailure.of("starting PostgreSQL", e);
            throw failure.getMessage().contains("disk is full")
                    ? failure
                    : new StackFailure(
                            failure.getMessage().lines().findFirst().orElse("") + "; see "
                                    + config.data().resolve("log/PostgreSQL.log"),
                            e);
        }
    }

    /**
     * The library unpacks the server's programs while it starts. What it left half-done when it was cut off stands in
     * its way the next time; and only one stack may unpack at a time.
     */
    private static EmbeddedPostgres unpacked(StackConfig config, Callable<EmbeddedPostgres> start) throws Exception {
        var programs = config.cache().resolve("postgres");
        Files.createDirectories(programs);
        try (var channel = FileChannel.open(
                        config.cache().resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock();
                var versions = Files.newDirectoryStream(programs)) {
            for (var version : versions) {
                if (!Files.exists(version.resolve(".exists"))) {
                    RunFolder.delete(version);
                }
            }
            return start.call();
        }
    }

    /** Ends an initdb or pg_ctl of this data folder that somebody no longer waits for. */
    static void abandonStart(Path data) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .filter(arguments -> arguments.contains(data.toString()))
                        .isPresent())
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("/initdb") || command.endsWith("/pg_ctl"))
                        .isPresent())
                .forEach(ProcessHandle::destroy);
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/wsis";
    }

    String keycloakUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/keycloak";
    }

    /** The library's initdb trusts everybody on this machine; from here on a password is asked for. */
    private void closeToStrangers(Path data) throws IOException, SQLException {
        var rules = data.resolve("pg_hba.conf");
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!Files.readString(rules).equals(PASSWORDS_ONLY)) {
                statement.execute("alter role postgres password '" + secrets.of("postgres") + "'");
                Files.writeString(rules, PASSWORDS_ONLY);
                statement.execute("select pg_reload_conf()");
            }
        }
    }

    /** May run any number of times: a start finds everything, or makes what is missing. */
    private void createDatabases() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : SCHEMAS) {
                createRole(connection, statement, role);
            }
            createRole(connection, statement, "keycloak");
            createDatabase(connection, statement, "wsis", "postgres");
            statement.execute("revoke all on database postgres, template1, wsis from public");
            statement.execute("grant connect on database wsis to " + String.join(", ", SCHEMAS));
        }
        try (var connection = server.getDatabase("postgres", "wsis").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("revoke all on schema public from public");
            for (var role : SCHEMAS) {
                statement.execute("create schema if not exists " + role + " authorization " + role);
                statement.execute("alter role " + role + " in database wsis set search_path = " + role);
            }
        }
    }

    /**
     * Gives Keycloak an empty database when there is none, or when the one there was made from another realm file:
     * Keycloak imports a realm only where it has none of that name.
     *
     * @return whether a database made from another realm file was thrown away
     */
    boolean prepareKeycloakDatabase(String realmFingerprint) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var known = "select shobj_description(oid, 'pg_database') from pg_database where datname = 'keycloak'";
            var stale = false;
            try (var row = statement.executeQuery(known)) {
                if (row.next()) {
                    if (realmFingerprint.equals(row.getString(1))) {
                        return false;
                    }
                    stale = true;
                }
            }
            if (stale) {
                statement.execute("drop database keycloak with (force)");
            }
            createDatabase(connection, statement, "keycloak", "keycloak");
            statement.execute("revoke all on database keycloak from public");
            statement.execute("comment on database keycloak is '" + realmFingerprint + "'");
            return stale;
        } catch (SQLException e) {
            throw StackFailure.of("preparing Keycloak's database", e);
        }
    }

    private void createRole(Connection connection, Statement statement, String role) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    statement.execute("create role " + role + " login");
                }
            }
        }
        statement.execute("alter role " + role + " password '" + secrets.of("database." + role) + "'");
    }

    private static void createDatabase(Connection connection, Statement statement, String name, String owner)
            throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    statement.execute("create database " + name + " owner " + owner);
                }
            }
        }
    }
}
