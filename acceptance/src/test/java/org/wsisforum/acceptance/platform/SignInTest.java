package org.wsisforum.acceptance.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.acceptance.Forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** People and programs sign in at the real Keycloak, and the services believe its tokens and no others. */
class SignInTest {

    private static final String INVITATIONS = "/registration/v1/editions/2021/invitations";

    private static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "participant",
                "focal-point",
                "secretariat",
                "accreditation-officer",
                "programme-manager",
                "session-organizer",
                "consultation-reviewer",
                "expert",
                "awards-manager",
                "check-in",
                "analyst",
                "privacy-officer"
            })
    void each_role_has_a_sample_account_with_that_role(String role) {
        var claims = claims(Forum.tokenOf(role));
        assertThat(claims.<String>getList("realm_access.roles")).contains(role);
        assertThat(claims.<String>getList("aud")).contains("registration-service", "agenda-service", "awards-service");
    }

    @Test
    void a_focal_point_has_a_delegation() {
        assertThat(claims(Forum.tokenOf("focal-point1")).getString("delegation"))
                .isEqualTo("CH");
        Forum.tokenOf("participant3");
        Forum.tokenOf("expert2");
    }

    @Test
    void a_partner_signs_in_with_client_credentials() {
        var token = RestAssured.given()
                .auth()
                .preemptive()
                .basic("partner-demo", "partner-demo")
                .formParam("grant_type", "client_credentials")
                .post(Forum.stack().realm() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        assertThat(claims(token).<String>getList("realm_access.roles")).contains("partner");
        Forum.anybody()
                .header("Authorization", "Bearer " + token)
                .get(INVITATIONS)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobile-app", "dashboard"})
    void apps_must_prove_that_they_began_the_sign_in(String client) {
        // Without code_challenge Keycloak sends the browser back with an error: PKCE is required, not just possible.
        RestAssured.given()
                .redirects()
                .follow(false)
                .queryParam("client_id", client)
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("redirect_uri", "http://localhost:3000/signed-in")
                .get(Forum.stack().realm() + "/protocol/openid-connect/auth")
                .then()
                .statusCode(302)
                .header("Location", containsString("code_challenge"));
    }

    @Test
    void the_secretariat_reads_what_a_participant_may_not() {
        Forum.as("secretariat").get(INVITATIONS).then().statusCode(200);
        Forum.as("participant").get(INVITATIONS).then().statusCode(403).body("code", is("forbidden"));
        Forum.anybody()
                .get(INVITATIONS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"wsis\"");
    }

    @Test
    void a_forged_token_is_refused() {
        var parts = Forum.tokenOf("participant").split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var forged = parts[0] + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(payload.replace("\"participant\"", "\"secretariat\"")
                                .getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
        for (var token : new String[] {forged, "no-token", "a.b.c"}) {
            Forum.anybody()
                    .header("Authorization", "Bearer " + token)
                    .get(INVITATIONS)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", is("unauthenticated"))
                    .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
        }
    }
}
