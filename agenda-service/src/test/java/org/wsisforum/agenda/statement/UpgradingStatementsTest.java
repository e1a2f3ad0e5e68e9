package org.wsisforum.agenda.statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An agenda that is upgraded keeps the slots that were booked, and says of each that it was. */
class UpgradingStatementsTest {

    @Test
    void a_booked_slot_stays_booked_with_its_reason_and_the_edition_gets_its_ladder() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            migrations(server).target("2026.11.26.1130").load().migrate();
            statement.execute("insert into edition (code, content)"
                    + " values ('2021', '{\"code\": \"2021\", \"rules\": {\"statementMinutes\": 3}}')");
            statement.execute("insert into session (id, version, edition, code, type, track, title, starts_at, ends_at,"
                    + " attendance, action_lines, goals, organizers, statements, confirmed)"
                    + " select gen_random_uuid(), 0, '2021', 'session', 'high-level-policy-session', 'high-level', '{}',"
                    + " '2021-03-22T14:00:00Z', '2021-03-22T15:00:00Z', 'VIRTUAL', '{}', '{}', '{}', true, true");
            statement.execute(
                    "insert into statement (id, version, edition, invitation, country, name, state, session_id,"
                            + " starts_at, seat, opened_at, changed_at)"
                            + " select gen_random_uuid(), 0, '2021', gen_random_uuid(), 'RW', 'N', 'BOOKED', id, starts_at, 1,"
                            + " '2021-02-15T09:00:00Z', '2021-02-16T09:00:00Z' from session");
            statement.execute(
                    "insert into statement (id, version, edition, invitation, country, name, state, opened_at,"
                            + " changed_at) values (gen_random_uuid(), 0, '2021', gen_random_uuid(), 'KE', 'N', 'OPEN',"
                            + " '2021-02-15T09:00:00Z', '2021-02-15T09:00:00Z')");

            migrations(server).load().migrate();

            try (var rows = statement.executeQuery(
                    "select p.rule, p.starts_at = s.starts_at, s.state, s.rank, count(*) over () from placement p"
                            + " join statement s on s.id = p.statement")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("BOOKED");
                assertThat(rows.getBoolean(2)).isTrue();
                assertThat(rows.getString(3)).isEqualTo("BOOKED");
                assertThat(rows.getString(4)).isEqualTo("minister");
                assertThat(rows.getInt(5)).isEqualTo(1);
            }
            try (var rows = statement.executeQuery("select content #>> '{rules,highLevelTrack,ranks,0,code}',"
                    + " content #>> '{rules,statementMinutes}' from edition")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("head-of-state");
                assertThat(rows.getString(2)).isEqualTo("3");
            }
        }
    }

    @Test
    void nobodys_turn_comes_in_a_session_that_was_postponed_before_and_appointments_hold_as_they_did()
            throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            migrations(server).target("2026.11.28.1230").load().migrate();
            statement.execute(
                    "insert into edition (code, content) values ('2021', '{\"code\": \"2021\", \"rules\": {}}')");
            for (var state : new String[] {"SCHEDULED", "POSTPONED"}) {
                statement.execute(
                        "insert into session (id, version, edition, code, type, track, title, starts_at, ends_at,"
                                + " attendance, action_lines, goals, organizers, statements, confirmed, state)"
                                + " select gen_random_uuid(), 0, '2021', '" + state + "', 'high-level-policy-session',"
                                + " 'high-level', '{}', '2021-03-22T14:00:00Z', '2021-03-22T15:00:00Z', 'VIRTUAL', '{}',"
                                + " '{}', '{}', true, true, '" + state + "'");
            }
            statement.execute(
                    "insert into statement (id, version, edition, country, name, state, session_id, starts_at, seat,"
                            + " opened_at, changed_at) select gen_random_uuid(), 0, '2021', left(code, 2), 'N', 'BOOKED', id,"
                            + " starts_at, 1, starts_at, starts_at from session");
            statement.execute(
                    "insert into appointment (id, version, edition, function, seat, name, appointed_on, instrument, ended_on,"
                            + " ending_instrument) values"
                            + " (gen_random_uuid(), 0, '2021', 'chair', null, 'A', '2021-03-22', 'I', '2021-04-12', 'J'),"
                            + " (gen_random_uuid(), 0, '2021', 'chair', 1, 'B', '2021-04-12', 'J', null, null),"
                            + " (gen_random_uuid(), 0, '2021', 'vice-chair', 1, 'C', '2021-03-22', 'I', null, null)");

            migrations(server).load().migrate();

            try (var rows =
                    statement.executeQuery("select count(*) from statement s join session on session.id = s.session_id"
                            + " where s.postponed = (session.state = 'POSTPONED')")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
            try (var rows = statement.executeQuery("select count(*), count(seat), count(ended_on) from appointment")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(3);
                assertThat(rows.getInt(2)).isEqualTo(2);
                assertThat(rows.getInt(3)).isEqualTo(1);
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
