package org.wsisforum.kit.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Records changes past the features, and has them announced like any other. */
final class RawChanges {

    private RawChanges() {}

    static void record(DataSource database, String edition, String type, String subject, String audience) {
        try (var connection = database.getConnection()) {
            insert(connection, edition, type, subject, audience);
            announce(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void insert(Connection connection, String edition, String type, String subject, String audience)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into change (id, edition, type, subject, fields, actor,"
                + " audiences) values (?, ?, ?, ?, '{title}', 'somebody', array[?])")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, edition);
            insert.setString(3, type);
            insert.setString(4, subject);
            insert.setString(5, audience);
            insert.executeUpdate();
        }
    }

    /** To be called when what was inserted is committed. */
    static void announce(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("notify \"change:sample\"");
        }
    }
}
