package org.wsisforum.agenda.achievement;

import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An agenda that is upgraded knows of which outcomes everybody was told, and keeps them. */
class UpgradingOutcomesTest {

    @Test
    void what_everybody_was_told_of_is_published_and_no_session_is_deleted_under_an_outcome() throws Exception {
        var told = UUID.randomUUID();
        var takenBack = UUID.randomUUID();
        var untold = UUID.randomUUID();
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            migrations(server).target("2026.11.28.1699?").load().migrate();
            statement.execute("insert into edition (code, content) values ('2021', '{\"code\": \"2021\"}')");
            statement.execute("insert into session (id, version, edition, code, type, track, title, starts_at, ends_at,"
                    + " attendance, action_lines, goals, organizers, statements, confirmed)"
                    + " select gen_random_uuid(), 0, '2021', 'session', 'thematic-workshop', 'forum', '{}',"
                    + " '2021-03-22T14:00:00Z', '2021-03-22T15:00:00Z', 'VIRTUAL', '{}', '{}', '{}', false, true");
            for (var outcome : new UUID[] {told, takenBack, untold}) {
                statement.execute(
                        "insert into outcome (id, version, edition, session, text, action_lines, goals, links,"
                                + " recorded_by, recorded_at)"
                                + " select '" + outcome
                                + "', 0, '2021', id, '{}', '{}', '{}', '{}', 'a', now() from session");
            }
            for (var change : new String[][] {
                {told.toString(), "published"},
                {takenBack.toString(), "published"},
                {takenBack.toString(), "unpublished"}
            }) {
                statement.execute("insert into change (id, edition, type, subject, fields, actor, audiences) values"
                        + " (gen_random_uuid(), '2021', 'org.wsisforum.agenda.outcome." + change[1] + ".v1', 'outcomes/"
                        + change[0] + "', '{}', 'a', '{public}')");
            }

            migrations(server).load().migrate();

            try (var rows = statement.executeQuery("select id from outcome where published")) {
                rows.next();
                assertThat(rows.getObject(1, UUID.class)).isEqualTo(told);
                assertThat(rows.next()).isFalse();
            }
            assertThatThrownBy(() -> statement.execute("delete from session"))
                    .hasMessageContaining("outcome_is_of_a_session");
        }
    }

    private static FluentConfiguration migrations(EmbeddedPostgres server) {
        return Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("db/migration", "db/kit")
                .outOfOrder(true);
    }
}
