package org.wsisforum.agenda.personal;

import java.sql.SQLException;

import jakarta.enterprise.inject.spi.CDI;

import io.agroal.api.AgroalDataSource;

/** What would take a test too long to come to in the usual way. */
final class Rows {

    private Rows() {}

    /** So many sessions on the agenda of a person, which have all left the programme. */
    static void fill(String person, int many) {
        run("insert into bookmark (subject, edition, session, made_at, title, starts_at, ends_at, state)"
                + " select '" + person + "', '2021', gen_random_uuid(), now(), '{\"en\":{\"value\":\"Gone\"}}',"
                + " '2021-03-01T10:00:00Z', '2021-03-01T11:00:00Z', 'SCHEDULED' from generate_series(1, " + many + ")");
    }

    /** The calendar of a person was last read before the hour that has begun. */
    static void readLongAgo(String person) {
        run("update agenda_feed set read_at = now() - interval '61 minutes' where subject = '" + person + "'");
    }

    private static void run(String sql) {
        try (var connection = CDI.current().select(AgroalDataSource.class).get().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
