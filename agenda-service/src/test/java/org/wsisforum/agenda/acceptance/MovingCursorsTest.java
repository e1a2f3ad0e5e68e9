package org.wsisforum.agenda.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An agenda that is upgraded goes on reading where it stopped. */
class MovingCursorsTest {

    @Test
    void cursor_and_pause_are_kept() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            migrations(server).target("2026.11.25.0640").load().migrate();
            statement.execute("insert into edition (code, content) values ('2021', '{\"code\": \"2021\"}')");
            statement.execute("insert into acceptance_cursor (edition, cursor, paused, moved_at)"
                    + " values ('2021', 'c7', true, '2021-02-15T10:00:00Z')");

            migrations(server).load().migrate();

            try (var rows = statement.executeQuery("select feed, edition, cursor, paused,"
                    + " moved_at = '2021-02-15T10:00:00Z' and caught_up_at = moved_at from followed_feed")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("registration");
                assertThat(rows.getString(2)).isEqualTo("2021");
                assertThat(rows.getString(3)).isEqualTo("c7");
                assertThat(rows.getBoolean(4)).isTrue();
                assertThat(rows.getBoolean(5)).isTrue();
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private static FluentConfiguration migrations(EmbeddedPostgres server) {
        return Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("db/migration", "db/kit")
                .outOfOrder(true);
    }
}
