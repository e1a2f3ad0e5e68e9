package org.wsisforum.kit.changes;

import java.sql.SQLException;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;

/**
 * The key under which a service writes its cursors. It lies beside what they point into: all copies of the service have the same,
 * and nobody has to be given one. It keeps a secret from readers of the feed, and none from whoever reads the database.
 */
@Singleton
class CursorKey {

    @Inject
    AgroalDataSource database;

    /** Before anything that reads or writes a cursor. */
    void read(@Observes @Priority(1) StartupEvent started) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select secret from change_cursor_key");
                var row = query.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("The database has no key for cursors: change_cursor_key is empty.");
            }
            ChangeCursor.areWrittenUnder(row.getBytes(1));
        }
    }
}
