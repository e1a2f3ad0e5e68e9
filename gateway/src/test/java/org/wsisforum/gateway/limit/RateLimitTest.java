package org.wsisforum.gateway.limit;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubIssuer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.wsisforum.gateway.testing.StubIssuer.person;
import static org.wsisforum.gateway.testing.StubIssuer.program;

/** A gateway behind one proxy, which allows very little in an hour; each test asks from addresses of its own. */
@QuarkusTest
@WithTestResource(Services.class)
@WithTestResource(StubIssuer.class)
@TestProfile(RateLimitTest.Settings.class)
class RateLimitTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("wsis.gateway.proxies", "1"),
                    Map.entry("wsis.gateway.rate.plans.anonymous.quota", "5"),
                    Map.entry("wsis.gateway.rate.plans.anonymous.window", "1H"),
                    Map.entry("wsis.gateway.rate.plans.address.quota", "10"),
                    Map.entry("wsis.gateway.rate.plans.address.window", "1H"),
                    Map.entry("wsis.gateway.rate.plans.participant.quota", "3"),
                    Map.entry("wsis.gateway.rate.plans.participant.window", "1H"),
                    Map.entry("wsis.gateway.rate.plans.partner.quota", "4"),
                    Map.entry("wsis.gateway.rate.plans.partner.window", "1H"),
                    Map.entry("wsis.gateway.rate.clients.\"agency-site\".quota", "7"),
                    Map.entry("wsis.gateway.rate.clients.\"agency-site\".window", "1H"));
        }
    }

    private static final String PATH = "/awards/v1/editions/2031/things";

    private final String here = anAddress();

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AWARDS.json(PATH, "{}");
        StubIssuer.works();
        // From here on the key is known.
        await().until(() -> from("198.51.100." + ThreadLocalRandom.current().nextInt(256))
                        .header("Authorization", "Bearer x")
                        .get(PATH)
                        .statusCode()
                == 401);
        Services.AWARDS.received().clear();
    }

    private static String anAddress() {
        var random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static ValidatableResponse ask(RequestSpecification client) {
        return client.get(PATH).then();
    }

    @Test
    void each_answer_tells_how_much_is_left() {
        ask(from(here))
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=5;w=3600")
                .header("RateLimit", "\"default\";r=4;t=720");
        ask(from(here)).header("RateLimit", startsWith("\"default\";r=3;t=14"));
    }

    @Test
    void what_is_too_much_is_refused_and_reaches_no_service() {
        for (int i = 0; i < 5; i++) {
            ask(from(here)).statusCode(200);
        }
        ask(from(here))
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, allOf(greaterThan(0), lessThanOrEqualTo(720)))
                .header("RateLimit", startsWith("\"default\";r=0;t=3"))
                .header("Cache-Control", "no-store")
                .body("type", is("https://iana.org/assignments/http-problem-types#quota-exceeded"))
                .body("status", is(429))
                .body("code", is("quota-exceeded"))
                .body("violated-policies", contains("default"))
                .body("instance", is(PATH));

        assertThat(Services.AWARDS.received()).hasSize(5);
    }

    @Test
    void other_refusals_violate_no_policy() {
        given().get("/no-such").then().statusCode(404).body("violated-policies", nullValue());
    }

    @Test
    void each_address_has_its_own() {
        for (int i = 0; i < 6; i++) {
            ask(from(here));
        }

        ask(from(anAddress())).statusCode(200);
    }

    @Test
    void what_a_client_says_of_its_address_changes_nothing() {
        for (int i = 0; i < 5; i++) {
            ask(from(anAddress() + ", " + here)).statusCode(200);
        }

        ask(from(anAddress() + ", " + here)).statusCode(429);
        ask(given().header("X-Forwarded-For", anAddress(), here)).statusCode(429);
    }

    @Test
    void the_service_is_told_the_client_behind_the_proxy_and_nothing_that_the_client_claims() {
        from(anAddress() + ", " + here).post("/awards/v1/editions/2031/things");

        assertThat(Services.AWARDS.received().getLast().headers().get("X-Forwarded-For"))
                .containsExactly(here);
    }

    @Test
    void all_addresses_of_one_network_of_ipv6_are_one() {
        var network = "2001:db8:%x:%x:"
                .formatted(
                        ThreadLocalRandom.current().nextInt(65536),
                        ThreadLocalRandom.current().nextInt(65536));
        for (int i = 0; i < 5; i++) {
            ask(from(network + ":" + i)).statusCode(200);
        }

        ask(from(network + "1:2:3:4")).statusCode(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/", "/problems/not-found", "/portal.css"})
    void the_gateway_s_own_pages_are_not_limited(String page) {
        for (int i = 0; i < 7; i++) {
            from(here).get(page).then().statusCode(200).header("RateLimit", nullValue());
        }
    }

    @Test
    void a_person_has_a_plan_of_its_own_beside_the_address() {
        for (int i = 0; i < 6; i++) {
            ask(from(here));
        }
        var someone = person(UUID.randomUUID().toString());

        for (int i = 0; i < 3; i++) {
            ask(from(here).header("Authorization", someone))
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"default\";q=3;w=3600");
        }
        ask(from(here).header("Authorization", someone)).statusCode(429);
        ask(from(here).header("Authorization", person("another"))).statusCode(200);
    }

    @Test
    void a_partner_s_program_has_the_plan_of_partners_and_a_known_one_its_own() {
        ask(from(here).header("Authorization", program("some-site", "partner")))
                .header("RateLimit-Policy", "\"default\";q=4;w=3600")
                .header("RateLimit", startsWith("\"default\";r=3;"));
        ask(from(here).header("Authorization", program("agency-site", "partner")))
                .header("RateLimit-Policy", "\"default\";q=7;w=3600")
                .header("RateLimit", startsWith("\"default\";r=6;"));
    }

    @Test
    void tokens_that_are_made_up_gain_no_more_than_their_address_has() {
        for (int i = 0; i < 10; i++) {
            ask(from(here).header("Authorization", "Bearer made.up." + i)).statusCode(401);
        }

        ask(from(here).header("Authorization", "Bearer made.up.10"))
                .statusCode(429)
                .header("RateLimit-Policy", "\"default\";q=10;w=3600");
        ask(from(here).header("Authorization", person("real"))).statusCode(429);
    }

    @Test
    void persons_at_one_address_have_no_more_together_than_it_has() {
        for (int i = 0; i < 9; i++) {
            ask(from(here).header("Authorization", person("person-" + i))).statusCode(200);
        }

        ask(from(here).header("Authorization", person("person-9")))
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=10;w=3600")
                .header("RateLimit", startsWith("\"default\";r=0;t="));
        ask(from(here).header("Authorization", person("person-10"))).statusCode(429);
    }

    @Test
    void nobody_uses_up_what_is_another_s_by_its_name() {
        var victim = person(UUID.randomUUID().toString());
        for (int i = 0; i < 4; i++) {
            ask(from(anAddress().replaceFirst("10", "11")).header("Authorization", victim))
                    .statusCode(200);
        }
        for (int i = 0; i < 4; i++) {
            ask(from("203.0.113.7").header("Authorization", victim));
        }

        ask(from(here).header("Authorization", victim)).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Basic YTpi", "Link abc"})
    void what_is_no_token_counts_as_none(String authorization) {
        ask(from(here).header("Authorization", authorization)).header("RateLimit-Policy", "\"default\";q=5;w=3600");
    }

    @Test
    void those_who_ask_at_once_are_counted_each() throws Exception {
        try (var clients = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(i -> clients.submit(() -> from(here).get(PATH).statusCode()))
                    .toList();
            var passed = 0;
            for (var answer : answers) {
                passed += answer.get() == 200 ? 1 : 0;
            }
            assertThat(passed).isEqualTo(5);
        }
    }
}
