package org.wsisforum.gateway.identity;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubIssuer;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** A gateway that was started before the sign-in. */
@QuarkusTest
@WithTestResource(Services.class)
@WithTestResource(value = StubIssuer.class, initArgs = @ResourceArg(name = StubIssuer.AWAY_AT_FIRST, value = "true"))
class WithoutKeysTest {

    private static final String PATH = "/awards/v1/editions/2031/projects";

    @Test
    void tokens_are_left_to_the_service_until_the_keys_are_there() {
        Services.reset();
        Services.AWARDS.json(PATH, "\"the service's word\"");
        given().header("Authorization", "Bearer x")
                .get(PATH)
                .then()
                .statusCode(200)
                .body(is("\"the service's word\""));

        StubIssuer.works();

        await().until(() ->
                given().header("Authorization", "Bearer x").get(PATH).statusCode() == 401);
        given().header("Authorization", StubIssuer.person("somebody"))
                .get(PATH)
                .then()
                .statusCode(200);
    }
}
