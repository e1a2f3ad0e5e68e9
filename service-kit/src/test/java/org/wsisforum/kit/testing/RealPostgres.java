package org.wsisforum.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server of the version that production runs, with the role and schema of the service under test. The role is as
 * poor as in production: it owns its schema and nothing else, so that a migration which needs more fails here.
 */
public class RealPostgres implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        var service = service();
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("fsync", "off")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role " + service + " login password '" + service + "'");
                statement.execute("create schema " + service + " authorization " + service);
                statement.execute("alter role " + service + " set search_path = " + service);
                statement.execute("revoke all on schema public from public");
                // Not there in production: a test compares the likeness that the awards work out with PostgreSQL's.
                statement.execute("create extension pg_trgm with schema " + service);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused the service's role", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                server.getJdbcUrl(service, "postgres"),
                "quarkus.datasource.username",
                service,
                "quarkus.datasource.password",
                service,
                "quarkus.flyway.schemas",
                service);
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private static String service() {
        var properties = new Properties();
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The service's application.properties cannot be read", e);
        }
        return properties.getProperty("wsis.service");
    }
}
