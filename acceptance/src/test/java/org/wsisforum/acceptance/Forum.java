package org.wsisforum.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Properties;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.stack.Stack;
import org.wsisforum.stack.StackConfig;

/**
 * The whole system, started once for all tests of this module, beside any other that may run on the machine: two copies of
 * each service, a real Keycloak, a real PostgreSQL, everything through the gateway.
 */
public final class Forum {

    private static final Stack STACK = start();

    private Forum() {}

    private static Stack start() {
        var checkout = Path.of(System.getProperty("wsis.checkout"));
        try {
            var data =
                    Files.createTempDirectory(Files.createDirectories(checkout.resolve("acceptance/target")), "stack-");
            var stack = Stack.start(
                    StackConfig.isolated(checkout, data).withCopies(2).withOutput(System.out));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's folder cannot be made", e);
        }
    }

    /** From now on it is this time at the Forum, in every process of it. */
    public static void timeIs(String time) {
        STACK.clock(OffsetDateTime.parse(time).toInstant());
    }

    /** Somebody who is not signed in. */
    public static RequestSpecification anybody() {
        return RestAssured.given(new RequestSpecBuilder()
                .setBaseUri(STACK.gateway())
                .setUrlEncodingEnabled(true)
                .build());
    }

    /** One of the sample accounts, with a real token. */
    public static RequestSpecification as(String user) {
        return anybody()
                .header("Authorization", "Bearer " + tokenOf(user))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    /** An office that has nothing but the key of its letter. */
    public static RequestSpecification office(String key) {
        return anybody()
                .header("Authorization", "Link " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    /** An access token as one curl line gets it. */
    public static String tokenOf(String user) {
        return RestAssured.given()
                .formParam("client_id", "local-cli")
                .formParam("grant_type", "password")
                .formParam("username", user)
                .formParam("password", "wsis")
                .post(STACK.realm() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** The running system, for what only an operator does. */
    public static Stack stack() {
        return STACK;
    }

    /** A service's own way into the database, for what no request can bring about. */
    public static Connection database(String service) {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(STACK.config().data().resolve("secrets.properties"))) {
            secrets.load(in);
            return DriverManager.getConnection(
                    "jdbc:postgresql://localhost:" + STACK.config().ports().postgres() + "/wsis",
                    service,
                    secrets.getProperty("database." + service));
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's passwords cannot be read", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database lets nobody in", e);
        }
    }

    /** A file among the test's resources. */
    public static String resource(String name) {
        try (var in = Forum.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
