package org.wsisforum.gateway.deprecation;

import java.util.Map;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Services;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** An address that is going away says so in each answer, whatever it is. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(DeprecationTest.GoingAway.class)
class DeprecationTest {

    public static class GoingAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.deprecations.one.path", "/agenda/v1/editions/{edition}/old.list",
                    "wsis.gateway.deprecations.one.since", "2027-01-15",
                    "wsis.gateway.deprecations.one.sunset", "2028-02-01",
                    "wsis.gateway.deprecations.one.instead", "https://forum.example/changelog");
        }
    }

    @BeforeEach
    void reset() {
        Services.reset();
    }

    @Test
    void since_when_until_when_and_what_instead() {
        given().get("/agenda/v1/editions/2021/old.list")
                .then()
                .header("Deprecation", "@1799971200")
                .header("Sunset", "Tue, 1 Feb 2028 00:00:00 GMT")
                .header("Link", containsString("<https://forum.example/changelog>; rel=\"deprecation\""));
    }

    @Test
    void others_say_nothing() {
        for (var path : new String[] {
            "/agenda/v1/editions/2021/oldXlist",
            "/agenda/v1/editions/2021/x/old.list",
            "/agenda/v1/editions/2021/old.list/1",
            "/agenda/v1/editions/2021/sessions"
        }) {
            given().get(path).then().header("Deprecation", nullValue()).header("Sunset", nullValue());
        }
    }

    @Test
    void the_changelog_lists_them() {
        given().get("/changelog")
                .then()
                .statusCode(200)
                .contentType(is("text/html;charset=utf-8"))
                .body(containsString(
                        "<code>/agenda/v1/editions/{edition}/old.list</code> since 2027-01-15, until 2028-02-01"));
    }
}
