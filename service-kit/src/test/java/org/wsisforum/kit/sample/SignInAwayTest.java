package org.wsisforum.kit.sample;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.is;

/** A service that was started while the sign-in was away, and has never seen its keys. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(SignInAwayTest.Settings.class)
class SignInAwayTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.enabled", "true",
                    // Nothing listens there.
                    "quarkus.oidc.auth-server-url", "http://localhost:1/realms/wsis",
                    "quarkus.oidc.application-type", "service",
                    "quarkus.oidc.client-id", "sample-service");
        }
    }

    @Test
    void who_shows_a_token_is_told_to_try_again_later() {
        for (var token : new String[] {"no-token", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl"}) {
            given().header("Authorization", "Bearer " + token)
                    .get("/sample/v1/editions/x/notes/whoami")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .header("Cache-Control", "no-store")
                    .body("code", is("service-unavailable"));
        }
    }

    @Test
    void who_shows_none_reads_what_is_public() {
        when().get(Notes.path("x")).then().statusCode(200);
    }
}
