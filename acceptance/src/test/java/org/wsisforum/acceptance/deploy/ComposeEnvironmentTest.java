package org.wsisforum.acceptance.deploy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.restassured.RestAssured;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.acceptance.Forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each service starts as in its container: the command of the image, the environment of {@code docker-compose.yml} and nothing
 * else, a PostgreSQL prepared by the compose file's own script that asks for passwords, and the real Keycloak. Only hosts and
 * ports are those of this machine.
 */
class ComposeEnvironmentTest {

    private static final Path FOLDER = ComposeFile.CHECKOUT.resolve("acceptance/target/compose");

    private static final Map<String, String> GIVEN = new TreeMap<>();

    private static final Map<String, ComposeFile.Service> SERVICES =
            ComposeFile.read().services();

    private static EmbeddedPostgres postgres;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void postgres_as_the_compose_file_prepares_it() throws Exception {
        for (var variable : ComposeFile.read().variables()) {
            if (variable.isSecret()) {
                GIVEN.put(variable.name(), "a secret's \"worst\" $characters: " + variable.name());
            }
        }
        GIVEN.put("WSIS_PUBLIC_URL", Forum.stack().gateway());
        GIVEN.put("WSIS_SIGN_IN_URL", Forum.stack().keycloak());

        var data = Files.createTempDirectory(Files.createDirectories(FOLDER), "postgres-");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", "off")
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database wsis");
        }
        try (var connection = postgres.getDatabase("postgres", "wsis").getConnection();
                var statement = connection.createStatement()) {
            for (var command : rolesSql().split(";\\s*\n")) {
                statement.execute(command);
            }
            // From here on as in a container: nobody gets in without a password.
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** What psql makes of the file: a variable in quotes, as roles.sh sets it from the environment. */
    private static String rolesSql() {
        var passwords = new TreeMap<String, String>();
        Pattern.compile("--set (\\w+)=\"\\$([A-Z_]+)\"")
                .matcher(ComposeFile.textOf("deploy/postgres/roles.sh"))
                .results()
                .forEach(m -> passwords.put(
                        m.group(1), SERVICES.get("postgres").environment(GIVEN).get(m.group(2))));
        return Pattern.compile(":'(\\w+)'")
                .matcher(ComposeFile.textOf("deploy/postgres/roles.sql"))
                .replaceAll(m ->
                        Matcher.quoteReplacement("'" + passwords.get(m.group(1)).replace("'", "''") + "'"));
    }

    @AfterAll
    static void stop_postgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @AfterEach
    void stop_services() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** A running service, and what it has said. */
    private record Running(Process process, int port, Path log) {
        String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                return "";
            }
        }

        String url() {
            return "http://localhost:" + port;
        }

        Running ready() {
            await(log.getFileName() + " is ready")
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        assertThat(process.isAlive()).as(said()).isTrue();
                        return answers("/q/health/ready");
                    });
            return this;
        }

        /** Asks as the health check of the image does. */
        boolean answers(String path) throws IOException, InterruptedException {
            var check = ComposeFile.CHECKOUT.resolve("deploy/ready.sh").toString();
            return new ProcessBuilder("bash", check, String.valueOf(port), path)
                            .start()
                            .waitFor()
                    == 0;
        }
    }

    /** The environment of a container, with the addresses of this machine in place of those of the container network. */
    private static Map<String, String> environment(String module) {
        var keycloak = URI.create(Forum.stack().keycloak()).getAuthority();
        var environment = SERVICES.get(module).environment(GIVEN);
        environment.replaceAll((name, value) -> {
            var here = value.replace("postgres:5432", "127.0.0.1:" + postgres.getPort())
                    .replace("keycloak:8080", keycloak);
            for (var service : List.of("registration-service", "agenda-service", "awards-service")) {
                var port = SERVICES.get(service).environment().get("WSIS_PORT");
                here = here.replace(
                        "http://" + service + ":" + port,
                        Forum.stack().addressesOf(service).getFirst());
            }
            return here;
        });
        environment.put("WSIS_PORT", String.valueOf(freePort()));
        return environment;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Running start(String module, Map<String, String> environment) throws IOException {
        var work = Files.createDirectories(FOLDER.resolve("work"));
        var log = FOLDER.resolve(module + ".log");
        var command = ComposeFile.entrypoint().stream()
                .map(argument -> switch (argument) {
                    case "java" ->
                        Path.of(System.getProperty("java.home"), "bin", "java").toString();
                    case "/app/quarkus-run.jar" ->
                        ComposeFile.CHECKOUT
                                .resolve(module)
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString();
                    default -> argument;
                })
                .toList();
        var builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        started.add(process);
        return new Running(process, Integer.parseInt(environment.get("WSIS_PORT")), log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration-service", "agenda-service", "awards-service"})
    void a_service_starts_from_the_environment_of_its_container(String module) throws Exception {
        var service = start(module, environment(module)).ready();

        RestAssured.get(service.url() + "/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"));
        assertThat(service.answers("/nothing")).isFalse();
        assertThat(service.said()).contains("Profile prod activated");
        // It believes the tokens of the realm, whose issuer and keys it knows from its environment, and no others.
        var name = module.replace("-service", "");
        var changes = service.url() + "/" + name + "/v1/editions/2021/changes";
        RestAssured.given()
                .auth()
                .oauth2(Forum.tokenOf("secretariat"))
                .get(changes)
                .then()
                .statusCode(200);
        RestAssured.given().auth().oauth2("x.y.z").get(changes).then().statusCode(401);
        // Links and problem types start with the public address.
        RestAssured.get(service.url() + "/" + name + "/v1/editions/1999")
                .then()
                .statusCode(404)
                .body("type", org.hamcrest.Matchers.startsWith(GIVEN.get("WSIS_PUBLIC_URL") + "/problems/"));
    }

    @Test
    void the_gateway_starts_from_the_environment_of_its_container_and_finds_the_services() throws Exception {
        var gateway = start("gateway", environment("gateway")).ready();

        // It answers a moment before it says so.
        await().untilAsserted(() -> assertThat(gateway.said()).contains("Profile prod activated"));
        RestAssured.get(gateway.url() + "/awards/v1/editions/2021").then().statusCode(200);
        RestAssured.get(gateway.url() + "/registration/v1/editions/2021").then().statusCode(200);
        RestAssured.get(gateway.url() + "/agenda/v1/problems").then().statusCode(200);
    }

    private static Stream<Arguments> needed() {
        return Stream.of(
                arguments("registration-service", "WSIS_DB_PASSWORD"),
                arguments("registration-service", "WSIS_DB_URL"),
                arguments("registration-service", "WSIS_OIDC_URL"),
                arguments("agenda-service", "WSIS_DB_PASSWORD"),
                arguments("agenda-service", "WSIS_OIDC_CLIENT_SECRET"),
                arguments("agenda-service", "WSIS_REGISTRATION_URL"),
                arguments("awards-service", "WSIS_DB_PASSWORD"),
                arguments("awards-service", "WSIS_BALLOT_SECRET"),
                arguments("awards-service", "WSIS_LEDGER_SECRET"),
                arguments("gateway", "WSIS_REGISTRATION_URLS"),
                arguments("gateway", "WSIS_AGENDA_URLS"),
                arguments("gateway", "WSIS_AWARDS_URLS"),
                arguments("gateway", "WSIS_OIDC_URL"));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("needed")
    void a_service_without_what_it_needs_refuses_to_start_and_says_what_it_is(String module, String variable)
            throws Exception {
        var environment = environment(module);
        environment.remove(variable);
        var service = start(module, environment);

        assertThat(service.process().waitFor(2, TimeUnit.MINUTES))
                .as(service.said())
                .isTrue();
        assertThat(service.process().exitValue()).isNotZero();
        assertThat(service.said().lines()).anyMatch(line -> line.contains(variable));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration-service", "agenda-service", "awards-service"})
    void nobody_moves_the_clock_of_production(String module) throws Exception {
        var environment = environment(module);
        environment.put("WSIS_FORUM_CLOCK_FILE", FOLDER.resolve("clock").toString());
        var service = start(module, environment);

        assertThat(service.process().waitFor(2, TimeUnit.MINUTES))
                .as(service.said())
                .isTrue();
        assertThat(service.process().exitValue()).isNotZero();
        assertThat(service.said())
                .contains("the Forum clock cannot be moved in production. Unset WSIS_FORUM_CLOCK_FILE.");
    }

    @Test
    void a_role_gets_in_with_its_own_password_and_sees_its_own_schema_only() throws Exception {
        var url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/";
        var agenda = GIVEN.get("WSIS_AGENDA_DB_PASSWORD");
        try (var connection = DriverManager.getConnection(url + "wsis", "agenda", agenda);
                var statement = connection.createStatement()) {
            statement.execute("create table mine (x int)");
            statement.execute("drop table agenda.mine");
            for (var schema : List.of("registration", "awards", "public")) {
                assertThatThrownBy(() -> statement.execute("create table " + schema + ".theirs (x int)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied for schema " + schema);
            }
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url + "wsis", "awards", agenda))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        for (var database : List.of("keycloak", "postgres")) {
            assertThatThrownBy(() -> DriverManager.getConnection(url + database, "agenda", agenda))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        }
        DriverManager.getConnection(url + "keycloak", "keycloak", GIVEN.get("WSIS_KEYCLOAK_DB_PASSWORD"))
                .close();
    }
}
