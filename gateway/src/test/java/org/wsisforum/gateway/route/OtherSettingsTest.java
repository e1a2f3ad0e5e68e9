package org.wsisforum.gateway.route;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** An impatient gateway with an access log and without sample accounts. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(OtherSettingsTest.Settings.class)
class OtherSettingsTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.upstream.response-timeout", "300MS",
                    "wsis.gateway.portal.sample-accounts", "false",
                    "quarkus.http.access-log.enabled", "true");
        }
    }

    @BeforeEach
    void reset() {
        Services.reset();
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_given_up_and_not_asked_again() throws Exception {
        var over = new CountDownLatch(1);
        for (var copy : List.of(Services.AGENDA, Services.AGENDA_2)) {
            copy.at("/agenda/v1/sessions", exchange -> {
                exchange.getRequestBody().readAllBytes();
                try {
                    over.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                StubService.send(exchange, 200, "late");
            });
        }

        given().get("/agenda/v1/sessions")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("code", is("upstream-timeout"));
        given().body("{}").post("/agenda/v1/sessions").then().statusCode(504).body("code", is("upstream-timeout"));
        over.countDown();

        assertThat(Services.AGENDA.received().size()
                        + Services.AGENDA_2.received().size())
                .isEqualTo(2);
    }

    @Test
    void the_access_log_knows_no_query_and_no_credential() {
        var lines = new CopyOnWriteArrayList<String>();
        var written = new CountDownLatch(1);
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
                written.countDown();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger("io.quarkus.http.access-log");
        log.addHandler(handler);
        try {
            given().header("Authorization", "Bearer SECRET-TOKEN").get("/awards/v1/letter?key=SECRET-KEY");
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            log.removeHandler(handler);
        }

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("GET /awards/v1/letter ")
                .doesNotContain("SECRET");
    }

    @Test
    void the_portal_tells_no_account() {
        given().get("/")
                .then()
                .body(containsString("client_credentials"))
                .body(not(containsString("local-cli")))
                .body(not(containsString("password=")));
    }
}
