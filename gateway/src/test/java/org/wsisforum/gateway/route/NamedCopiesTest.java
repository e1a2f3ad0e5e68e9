package org.wsisforum.gateway.route;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Names;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

/** Copies that are found by one name. */
@QuarkusTest
@WithTestResource(NamedCopiesTest.Copies.class)
@TestProfile(NamedCopiesTest.Settings.class)
class NamedCopiesTest {

    private static final String HOST = "agenda.names.test";
    private static final String PATH = "/agenda/v1/sessions";
    private static final StubService FIRST = new StubService("127.0.0.1");
    private static final StubService SECOND = new StubService("127.0.0.2");

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wsis.gateway.upstream.look-up", "20MS");
        }
    }

    public static final class Copies implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            FIRST.start();
            SECOND.startBeside(FIRST);
            Names.lead(HOST, "127.0.0.1", "127.0.0.2");
            return Map.of("wsis.gateway.upstream.agenda", "http://" + HOST + ":" + FIRST.port());
        }

        @Override
        public void stop() {
            FIRST.stop();
            SECOND.stop();
        }
    }

    @BeforeEach
    void reset() {
        for (var copy : new StubService[] {FIRST, SECOND}) {
            copy.reset();
            copy.at(PATH, exchange -> StubService.send(exchange, 200, "ok"));
        }
        Names.lead(HOST, "127.0.0.1", "127.0.0.2");
        await().until(() -> copies() == 2);
        forget();
    }

    private static int copies() {
        return given().get("/health")
                .jsonPath()
                .getList("services.agenda.copies")
                .size();
    }

    private static void forget() {
        FIRST.received().clear();
        SECOND.received().clear();
    }

    @Test
    void there_is_a_copy_at_each_place_that_a_name_leads_to() {
        for (int i = 0; i < 10; i++) {
            given().get(PATH).then().statusCode(200);
        }

        assertThat(FIRST.received()).hasSize(5);
        assertThat(SECOND.received()).hasSize(5);
        given().get("/health").then().body("services.agenda.copies.status", contains("UP", "UP"));
    }

    @Test
    void a_place_that_the_name_no_longer_leads_to_is_asked_no_more() {
        Names.lead(HOST, "127.0.0.2");
        FIRST.stop();
        await().until(() -> copies() == 1);
        forget();

        for (int i = 0; i < 5; i++) {
            given().get(PATH).then().statusCode(200);
        }
        assertThat(SECOND.received()).hasSize(5);
    }

    @Test
    void while_the_name_leads_nowhere_copies_stay_where_they_were() {
        Names.lead(HOST);
        for (int i = 0; i < 10; i++) {
            given().get(PATH).then().statusCode(200);
        }

        assertThat(copies()).isEqualTo(2);
        assertThat(FIRST.received()).isNotEmpty();
        assertThat(SECOND.received()).isNotEmpty();
    }
}
