package org.wsisforum.agenda.session;

import java.sql.SQLException;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/** The programme that an edition ships with is loaded at each start, and is there once. */
@ForumTest
class LoadingTheProgrammeTest {

    @Inject
    SessionLoader loader;

    @Inject
    AgroalDataSource database;

    private void start_again() {
        QuarkusTransaction.requiringNew().run(() -> loader.load("2021"));
    }

    private static String cursor() {
        return when().get("/agenda/v1/editions/2021/changes?since=now")
                .jsonPath()
                .getString("cursor");
    }

    @Test
    void starting_again_doubles_nothing_and_tells_of_nothing() {
        var cursor = cursor();
        start_again();
        given().queryParam("count", "exact").get(Programme.SESSIONS).then().body("count", is(22));
        given().queryParam("since", cursor)
                .get("/agenda/v1/editions/2021/changes")
                .then()
                .body("items", empty());
    }

    @Test
    void starting_again_does_not_bring_back_what_was_taken_out_since() throws SQLException {
        var session = given().queryParam("type", "closing-ceremony")
                .get(Programme.SESSIONS)
                .then()
                .extract()
                .<String>path("items[0].id");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create temporary table kept as select * from session where id = '" + session + "'");
            Programme.manager()
                    .header("If-Match", Programme.tag(session))
                    .delete(Programme.SESSIONS + "/" + session)
                    .then()
                    .statusCode(204);
            start_again();
            Programme.release();
            when().get(Programme.SESSIONS + "/" + session).then().statusCode(404);
            // For the other tests of the programme.
            statement.execute("insert into session select * from kept");
            statement.execute("drop table kept");
        }
    }

    @Test
    void starting_again_leaves_alone_what_was_changed_since() {
        var session = given().queryParam("type", "closing-ceremony")
                .get(Programme.SESSIONS)
                .then()
                .extract()
                .<String>path("items[0].id");
        patch(session, "{\"code\":\"renamed\",\"attendance\":\"hybrid\"}");
        start_again();
        Programme.release();
        when().get(Programme.SESSIONS + "/" + session)
                .then()
                .body("code", is("renamed"))
                .body("attendance", is("hybrid"));
        given().queryParam("count", "exact").get(Programme.SESSIONS).then().body("count", is(22));
        patch(session, "{\"code\":\"closing-ceremony\",\"attendance\":\"virtual\"}");
    }

    private static void patch(String session, String patch) {
        Programme.manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", Programme.tag(session))
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
    }
}
