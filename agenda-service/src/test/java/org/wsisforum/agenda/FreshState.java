package org.wsisforum.agenda;

import java.sql.SQLException;

import jakarta.enterprise.inject.spi.CDI;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

import org.wsisforum.kit.testing.ForumTime;

/**
 * Each test begins in mid-February 2021, with the programme that the edition ships with, nobody who has accepted, and no feed
 * paused.
 */
public class FreshState implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Offices.reset();
        ForumTime.is("2021-02-15T10:00:00+01:00");
        try (var connection = CDI.current().select(AgroalDataSource.class).get().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from placement");
            statement.execute("delete from statement");
            statement.execute("update appointment set replaced_by = null");
            statement.execute("delete from appointment");
            statement.execute("update followed_feed set paused = false");
            statement.execute("delete from outcome");
            statement.execute("delete from contribution");
            statement.execute("delete from workshop_request");
            statement.execute("delete from session where code like 'test-%' or code like 'workshop-%'");
            statement.execute("delete from room where code like 'test-%'");
            statement.execute("delete from person");
            statement.execute("delete from bookmark");
            statement.execute("delete from agenda_feed");
        } catch (SQLException e) {
            throw new IllegalStateException("What the test before left cannot be removed", e);
        }
        Programme.releaseIfNew();
    }
}
