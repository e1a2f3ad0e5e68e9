package org.wsisforum.acceptance.platform;

import java.time.Duration;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** Tokens that the real Keycloak gave, and that were ended before they were over, five minutes later. */
class EndedTokenTest {

    private static final String INVITATIONS = "/registration/v1/editions/2021/invitations";

    /** As long as the gateway believes what Keycloak said, and what a slow machine needs besides. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Response signIn() {
        return RestAssured.given()
                .formParam("client_id", "local-cli")
                .formParam("grant_type", "password")
                .formParam("username", "secretariat")
                .formParam("password", "wsis")
                .post(Forum.stack().realm() + "/protocol/openid-connect/token");
    }

    private static Response ask(String token) {
        return Forum.anybody().header("Authorization", "Bearer " + token).get(INVITATIONS);
    }

    private static void isRefusedSoon(String token) {
        await().atMost(SOON).until(() -> ask(token).statusCode() == 401);
        ask(token)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", is("unauthenticated"))
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }

    @Test
    void of_somebody_who_signed_out_are_refused() {
        var signedIn = signIn();
        String token = signedIn.path("access_token");
        ask(token).then().statusCode(200);

        RestAssured.given()
                .formParam("client_id", "local-cli")
                .formParam("refresh_token", signedIn.<String>path("refresh_token"))
                .post(Forum.stack().realm() + "/protocol/openid-connect/logout")
                .then()
                .statusCode(204);

        isRefusedSoon(token);
    }

    @Test
    void that_were_taken_back_one_by_one_are_refused_and_others_of_the_same_person_are_not() {
        String token = signIn().path("access_token");
        String other = signIn().path("access_token");
        ask(token).then().statusCode(200);

        RestAssured.given()
                .formParam("client_id", "local-cli")
                .formParam("token", token)
                .formParam("token_type_hint", "access_token")
                .post(Forum.stack().realm() + "/protocol/openid-connect/revoke")
                .then()
                .statusCode(200);

        isRefusedSoon(token);
        ask(other).then().statusCode(200);
    }
}
