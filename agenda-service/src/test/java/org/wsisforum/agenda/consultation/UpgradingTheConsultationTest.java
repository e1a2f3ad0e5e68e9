package org.wsisforum.agenda.consultation;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An agenda that is upgraded holds the consultation of 2021, and keeps of requests what it may. */
class UpgradingTheConsultationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_stored_edition_gets_its_consultation_and_what_was_said_in_it_keeps_its_meaning() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            migrations(server).target("2026.11.28.1230").load().migrate();
            statement.execute(
                    "insert into edition (code, content) values"
                            + " ('2021', '{\"code\": \"2021\", \"rules\": {\"statementMinutes\": 3}}'),"
                            + " ('2022', '{\"code\": \"2022\", \"consultation\": {\"workshops\": {\"type\": \"a-type\","
                            + " \"deliverables\": [{\"kind\": \"logo\", \"days\": 14}, {\"kind\": \"outcome\", \"days\": 7}]}}}')");
            contribution(statement, "KE", "national", "AFR");
            contribution(statement, "FR", "international", "international");
            contribution(statement, "FR", "national", "ARB");
            request(statement, "WITHDRAWN", "null");
            request(statement, "WITHDRAWN", "'2021-02-15T09:00:00Z'");
            request(statement, "ACCEPTED", "'2021-02-15T09:00:00Z'");
            statement.execute("insert into session (id, version, edition, code, type, track, title, starts_at, ends_at,"
                    + " attendance, action_lines, goals, organizers, statements, confirmed)"
                    + " select id, 0, '2022', 'workshop', 'thematic-workshop', 'forum', '{}', '2021-04-08T08:00:00Z',"
                    + " '2021-04-08T09:00:00Z', 'VIRTUAL', '{}', '{}', '{}', false, false"
                    + " from workshop_request where state = 'ACCEPTED'");
            statement.execute("insert into workshop_reminder (request, kind, days, claimed_at, failed_at, failures)"
                    + " select id, kind, 3, now(), now(), 1 from workshop_request, (values ('LOGO'), ('OUTCOME')) k (kind)"
                    + " where state = 'ACCEPTED'");

            migrations(server).load().migrate();

            assertThat(json(statement, "select content -> 'consultation' from edition where code = '2021'"))
                    .isEqualTo(shipped());
            var stored =
                    json(statement, "select content #> '{consultation,workshops}' from edition where code = '2022'");
            assertThat(stored.at("/required")).isEqualTo(shipped().at("/workshops/required"));
            assertThat(stored.at("/deliverables/0/kind").asText()).isEqualTo("logo");
            assertThat(stored.at("/deliverables/0/leastDays").asInt()).isEqualTo(7);
            assertThat(stored.at("/deliverables/1/days").asInt()).isEqualTo(7);

            // A region that follows from the rest counts as left open; one that was named stays, and all are counted as
            // before.
            assertThat(text(
                            statement,
                            "select string_agg(region || ' ' || coalesce(said #>> '{from,region}', '-') || ' ' || topics[1],"
                                    + " ', ' order by region) from contribution"))
                    .isEqualTo("AFR - partnerships, ARB ARB partnerships, international - partnerships");
            assertThat(text(
                            statement,
                            "select string_agg(state || ' ' || (submitted_at = last_submitted_at), ', ' order by state)"
                                    + " from workshop_request"))
                    .isEqualTo("ACCEPTED true, WITHDRAWN true");
            assertThat(text(
                            statement,
                            "select string_agg(kind || ' ' || (due_at at time zone 'UTC') || ' ' || (retry_at = failed_at),"
                                    + " ', ' order by kind) from workshop_reminder"))
                    .isEqualTo("LOGO 2021-03-27 09:00:00 true, OUTCOME 2021-04-15 09:00:00 true");
        }
    }

    private static void contribution(Statement statement, String country, String scope, String region)
            throws SQLException {
        statement.execute(
                "insert into contribution (id, version, edition, owner, form, stakeholder_type, region, action_lines, goals,"
                        + " said, listed, shown, contributed_at) values (gen_random_uuid(), 0, '2022', 'o', 'f', 't', '"
                        + region + "', '{}', '{}', '{\"topics\": [\"partnerships\"], \"from\": {\"country\": \""
                        + country
                        + "\", \"scope\": \"" + scope + "\", \"region\": \"" + region + "\"}}', true, true, now())");
    }

    /** One that was decided less than a week before what is due two weeks before the workshop. */
    private static void request(Statement statement, String state, String submittedAt) throws SQLException {
        statement.execute("insert into workshop_request (id, version, edition, owner, state, stakeholder_type, region,"
                + " contact, said, made_at, submitted_at, decided_at, decided_by) values (gen_random_uuid(), 0, '2022', 'o', '"
                + state + "', 't', 'AFR', '{}', '{}', now(), " + submittedAt
                + ", '2021-03-20T09:00:30Z', 'reviewer')");
    }

    private static JsonNode shipped() throws IOException {
        try (var file = UpgradingTheConsultationTest.class.getResourceAsStream("/editions/2021/edition.json")) {
            return JSON.readTree(file).get("consultation");
        }
    }

    private static JsonNode json(Statement statement, String sql) throws SQLException, IOException {
        return JSON.readTree(text(statement, sql));
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static FluentConfiguration migrations(EmbeddedPostgres server) {
        return Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("db/migration", "db/kit")
                .outOfOrder(true);
    }
}
