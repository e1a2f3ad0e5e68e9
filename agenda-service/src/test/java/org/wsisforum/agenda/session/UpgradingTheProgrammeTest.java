package org.wsisforum.agenda.session;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An agenda that is upgraded shows everybody the sessions that it has shown before. */
class UpgradingTheProgrammeTest {

    @Test
    void sessions_that_were_there_are_scheduled_and_their_edition_knows_when_join_links_are_shown() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            migrations(server).target("2026.11.25.1200").load().migrate();
            statement.execute("insert into edition (code, content)"
                    + " values ('2021', '{\"code\": \"2021\", \"rules\": {\"statementMinutes\": 3}}')");
            statement.execute("insert into session (id, version, edition, code, type, track, title, starts_at, ends_at,"
                    + " attendance, action_lines, goals, organizers, statements, confirmed)"
                    + " select gen_random_uuid(), 0, '2021', 'session-' || n, 'talkx', 'forum', '{}',"
                    + " '2021-05-18T11:00:00Z', '2021-05-18T11:30:00Z', 'VIRTUAL', '{}', '{}', '{}', false, true"
                    + " from generate_series(1, 2) n");

            migrations(server).load().migrate();

            try (var rows = statement.executeQuery(
                    "select count(*) from session where state = 'SCHEDULED' and room is null and linkages = '[]'")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
            try (var rows = statement.executeQuery(
                    "select content #>> '{rules,joinLinkMinutes}', content #>> '{rules,statementMinutes}' from edition")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("15");
                assertThat(rows.getString(2)).isEqualTo("3");
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
