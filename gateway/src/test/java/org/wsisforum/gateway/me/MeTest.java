package org.wsisforum.gateway.me;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpHandler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubIssuer;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(Services.class)
@WithTestResource(StubIssuer.class)
@TestProfile(MeTest.Settings.class)
class MeTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wsis.gateway.me.patience", "1S");
        }
    }

    private static final String REGISTRATION = "/registration/v1/editions/2031/me/registration";
    private static final String AGENDA = "/agenda/v1/editions/2031/me/agenda";
    private static final String PROJECTS = "/awards/v1/editions/2031/projects";
    private static final String BALLOT = "/awards/v1/editions/2031/ballot";

    private final String someone = StubIssuer.bearer(claims -> {
        claims.setSubject("someone");
        claims.setClaim("name", "Aline Uwase");
        claims.setClaim("delegation", "RW");
        claims.setClaim("realm_access", Map.of("roles", List.of("participant", "focal-point")));
    });

    @BeforeEach
    void reset() {
        Services.reset();
        StubIssuer.works();
        Services.REGISTRATION.json(
                "/registration/v1/editions", "{\"items\":[{\"code\":\"2021\"},{\"code\":\"2031\"}]}");
        Services.REGISTRATION.json(REGISTRATION, "{\"delegations\":[{\"country\":\"RW\"}]}");
        atAgenda(exchange -> StubService.send(exchange, 200, "{\"sessions\":[1]}"));
        Services.AWARDS.json(PROJECTS, "{\"items\":[{\"title\":\"Telemedicine\"}]}");
        Services.AWARDS.json(BALLOT, "{\"votes\":3}");
        // From here on the key is known.
        await().until(() -> given().header("Authorization", someone).get("/me").statusCode() == 200);
        Services.AWARDS.received().clear();
    }

    private static void atAgenda(HttpHandler handler) {
        Services.AGENDA.at(AGENDA, handler);
        Services.AGENDA_2.at(AGENDA, handler);
    }

    private static void refuse(StubService service, String path, int status, String code) {
        service.at(path, exchange -> StubService.send(exchange, status, "{\"code\":\"" + code + "\"}"));
    }

    private ValidatableResponse ask() {
        return given().header("Authorization", someone).get("/me?edition=2031").then();
    }

    @Test
    void one_person_over_three_services() {
        ask().statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "private, no-store")
                .body("person.subject", is("someone"))
                .body("person.name", is("Aline Uwase"))
                .body("person.delegation", is("RW"))
                .body("person.roles", contains("focal-point", "participant"))
                .body("edition", is("2031"))
                .body("registration.delegations.country", contains("RW"))
                .body("agenda.sessions", contains(1))
                .body("awards.projects.items.title", contains("Telemedicine"))
                .body("awards.ballot.votes", is(3))
                .body("missing", empty());
    }

    @Test
    void each_service_is_asked_by_the_caller_s_own_token_and_in_its_language() {
        given().header("Authorization", someone)
                .header("Accept-Language", "fr")
                .header("Cookie", "session=1")
                .get("/me?edition=2031")
                .then()
                .statusCode(200);

        assertThat(Services.AWARDS.received()).hasSize(2).allSatisfy(request -> {
            assertThat(request.headers().get("Authorization")).containsExactly(someone);
            assertThat(request.headers().get("Accept-Language")).containsExactly("fr");
            assertThat(request.headers()).doesNotContainKey("Cookie");
        });
    }

    @Test
    void without_an_edition_it_is_the_newest() {
        given().header("Authorization", someone).get("/me").then().body("edition", is("2031"));
    }

    @Test
    void a_service_that_is_away_is_named_and_the_rest_is_given() {
        Services.AWARDS.stop();

        ask().statusCode(200)
                .body("registration.delegations.country", contains("RW"))
                .body("agenda.sessions", contains(1))
                .body("awards.projects", nullValue())
                .body("awards.ballot", nullValue())
                .body("missing.service", contains("awards", "awards"))
                .body("missing.part", contains("projects", "ballot"))
                .body("missing.reason", contains("service-unavailable", "service-unavailable"));
    }

    @Test
    void a_service_that_hangs_is_named_and_the_rest_is_given() throws Exception {
        var over = new CountDownLatch(1);
        atAgenda(exchange -> {
            try {
                over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            exchange.close();
        });

        ask().statusCode(200)
                .body("registration.delegations.country", contains("RW"))
                .body("agenda", nullValue())
                .body("missing.service", contains("agenda"))
                .body("missing.reason", contains("upstream-timeout"));
        over.countDown();
    }

    @Test
    void a_service_that_breaks_off_or_answers_rubbish_is_named() {
        Services.REGISTRATION.at(REGISTRATION, exchange -> exchange.close());
        atAgenda(exchange -> StubService.send(exchange, 200, "<html>"));

        ask().statusCode(200)
                .body("awards.ballot.votes", is(3))
                .body("missing.service", contains("registration", "agenda"))
                .body("missing.reason", contains("bad-gateway", "bad-gateway"));
    }

    @Test
    void what_does_not_exist_is_null_and_not_missing() {
        refuse(Services.REGISTRATION, REGISTRATION, 404, "not-found");

        ask().statusCode(200).body("registration", nullValue()).body("missing", empty());
    }

    @Test
    void what_the_token_may_not_see_is_named_with_the_service_s_reason() {
        refuse(Services.AWARDS, PROJECTS, 403, "insufficient-scope");
        refuse(Services.REGISTRATION, REGISTRATION, 503, "service-unavailable");

        ask().statusCode(200)
                .body("missing.part", contains("registration", "projects"))
                .body("missing.reason", contains("service-unavailable", "insufficient-scope"));
    }

    @Test
    void an_edition_that_no_service_knows_is_not_found() {
        refuse(Services.REGISTRATION, REGISTRATION, 404, "edition-not-found");
        atAgenda(exchange -> StubService.send(exchange, 404, "{\"code\":\"edition-not-found\"}"));
        ask().statusCode(200).body("missing.reason", contains("edition-not-found", "edition-not-found"));

        refuse(Services.AWARDS, PROJECTS, 404, "edition-not-found");
        refuse(Services.AWARDS, BALLOT, 404, "edition-not-found");
        ask().statusCode(404).body("code", is("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031/../2021", "", "20%2F31", "%00", "2031?x"})
    void what_is_no_edition_reaches_no_service(String edition) {
        given().header("Authorization", someone)
                .queryParam("edition", edition)
                .get("/me")
                .then()
                .statusCode(404);
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void whoever_manages_the_awards_is_not_shown_everybody_s_projects() {
        given().header("Authorization", StubIssuer.program("x", "awards-manager"))
                .get("/me?edition=2031")
                .then()
                .statusCode(200)
                .body("awards.projects", nullValue())
                .body("missing", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Link abc", "Basic YTpi"})
    void who_does_not_sign_in_is_asked_to(String authorization) {
        var client = authorization.isEmpty() ? given() : given().header("Authorization", authorization);

        client.get("/me?edition=2031")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", is("unauthenticated"))
                .body("instance", is("/me"));
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void without_a_token_the_challenge_names_no_error() {
        given().get("/me").then().header("WWW-Authenticate", "Bearer realm=\"wsis\"");
    }

    @Test
    void a_token_that_is_not_good_or_for_something_else_is_refused() {
        for (var token : List.of("Bearer x", StubIssuer.bearer(claims -> claims.setAudience("account")))) {
            given().header("Authorization", token).get("/me").then().statusCode(401);
        }
        assertThat(Services.AWARDS.received()).isEmpty();
    }

    @Test
    void it_is_only_read() {
        given().header("Authorization", someone).post("/me").then().statusCode(405);
    }
}
