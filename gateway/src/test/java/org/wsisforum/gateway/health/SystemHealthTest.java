package org.wsisforum.gateway.health;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@WithTestResource(Services.class)
class SystemHealthTest {

    @BeforeEach
    void reset() {
        Services.reset();
    }

    @Test
    void up_when_every_copy_is_ready() {
        given().get("/health")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("status", is("UP"))
                .body("services.registration.status", is("UP"))
                .body("services.agenda.status", is("UP"))
                .body("services.agenda.copies.copy", contains(1, 2))
                .body("services.agenda.copies.status", contains("UP", "UP"))
                .body("services.awards.status", is("UP"));
    }

    @Test
    void degraded_when_a_copy_is_away() {
        Services.AGENDA_2.stop();

        given().get("/health")
                .then()
                .statusCode(200)
                .body("status", is("DEGRADED"))
                .body("services.agenda.status", is("DEGRADED"))
                .body("services.agenda.copies.status", contains("UP", "DOWN"))
                .body("services.awards.status", is("UP"));
    }

    @Test
    void degraded_when_a_service_says_that_it_is_not_ready() {
        Services.AWARDS.at("/q/health/ready", exchange -> StubService.send(exchange, 503, "{\"status\":\"DOWN\"}"));

        given().get("/health")
                .then()
                .statusCode(200)
                .body("status", is("DEGRADED"))
                .body("services.awards.status", is("DOWN"));
    }

    @Test
    void down_when_nothing_answers() {
        stopAll();

        given().get("/health").then().statusCode(503).body("status", is("DOWN"));
    }

    @Test
    void no_address_of_the_inside_is_told() {
        Services.AGENDA.stop();

        assertThat(given().get("/health").asString()).doesNotContain("127.0.0.1", "localhost", "http");
    }

    @Test
    void the_gateway_itself_is_ready_without_the_services() {
        stopAll();

        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        given().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
    }

    private static void stopAll() {
        Services.REGISTRATION.stop();
        Services.AGENDA.stop();
        Services.AGENDA_2.stop();
        Services.AWARDS.stop();
    }
}
