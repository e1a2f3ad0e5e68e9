package org.wsisforum.kit.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an operator sees of a service: its log, in the form that it has in production, and its metrics. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(OperatingTest.LogOfProduction.class)
class OperatingTest {

    private static final Path LOG = Path.of("target/operating-test.json");

    public static final class LogOfProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.path", LOG.toString(),
                    "quarkus.log.file.json.enabled", "true",
                    "quarkus.log.file.filter", "without-keys");
        }
    }

    /** Stands for all of the server that lies before the service's own code. */
    @Singleton
    static class Failing {
        void mount(@Observes Router router) {
            router.route("/sample/failing").handler(context -> {
                throw new IllegalStateException("Not foreseen");
            });
        }
    }

    @Inject
    AgroalDataSource database;

    private static List<JsonNode> linesOf(String request) {
        return await().until(() -> linesWith(request), lines -> !lines.isEmpty());
    }

    private static List<JsonNode> linesWith(String request) throws IOException {
        var json = new ObjectMapper();
        var lines = Files.readAllLines(LOG).stream().map(line -> {
            try {
                return json.readTree(line);
            } catch (IOException e) {
                throw new AssertionError("No JSON: " + line, e);
            }
        });
        return lines.filter(line -> request.equals(line.at("/mdc/requestId").asText()))
                .toList();
    }

    @Test
    void a_line_of_the_log_is_json_and_names_its_request_and_trace() {
        given().header("X-Request-Id", "a-line-of-the-log")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/sample/v1/editions/x/notes/broken")
                .then()
                .statusCode(500);

        assertThat(linesOf("a-line-of-the-log")).singleElement().satisfies(line -> {
            assertThat(line.path("level").asText()).isEqualTo("ERROR");
            assertThat(line.at("/mdc/traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(line.path("message").asText()).contains("/sample/v1/editions/x/notes/broken");
        });
    }

    @Test
    @TestSecurity(user = "s", roles = "secretariat", permissions = "sample:write")
    void the_values_of_a_row_do_not_get_into_the_log() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create or replace function refuse_note() returns trigger language plpgsql as $$
                    begin raise exception 'Not this one' using detail = 'Failing row contains ' || new.title::text; end $$""");
            statement.execute(
                    "create trigger refuse_note before insert on note for each row when (new.place = 6666) execute function refuse_note()");
        }

        Notes.json()
                .header("X-Request-Id", "values-of-a-row")
                .header("Idempotency-Key", "values-of-a-row")
                .header("Authorization", "Bearer planted-token")
                .body(Notes.note(6666).replace("Note 6666", "planted-title"))
                .post("/sample/v1/editions/x/notes?key=planted-key")
                .then()
                .statusCode(500);

        assertThat(linesOf("values-of-a-row").toString())
                .contains("Not this one")
                .doesNotContain("planted");
    }

    @Test
    void a_key_does_not_get_into_the_log_where_the_server_itself_fails() {
        given().header("X-Request-Id", "the-server-itself")
                .header("Authorization", "Link planted-link-key")
                .get("/sample/failing?key=planted-key")
                .then()
                .statusCode(500);

        assertThat(linesOf("the-server-itself").toString())
                .contains("/sample/failing?key=…")
                .doesNotContain("planted");
    }

    @Test
    void durations_are_counted_by_template_method_and_status() {
        when().get("/sample/v1/editions/measured/notes").then().statusCode(200);

        assertThat(metrics())
                .containsPattern(
                        "http_server_requests_seconds_bucket\\{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/editions/\\{edition}/notes\",le=\"0.025\"} ")
                .contains("agroal_active_count")
                .doesNotContain("measured");
    }

    @Test
    void what_is_refused_before_it_has_a_template_does_not_become_a_label() {
        given().body(new byte[200_000])
                .post("/sample/v1/editions/refused-unread/notes")
                .then()
                .statusCode(413);
        when().get("/sample/v1/editions/refused-unread/nothing/here").then().statusCode(404);
        when().post("/sample/v1/editions/refused-unread/notes/broken").then();

        assertThat(metrics()).contains("status=\"413\"", "status=\"405\"").doesNotContain("refused-unread");
    }

    private static String metrics() {
        return when().get("/q/metrics").asString();
    }
}
