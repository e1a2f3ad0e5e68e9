package org.wsisforum.awards.category;

import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** What the service ships with is loaded at each start, and nothing of it twice. */
@AwardsTest
class LoadingCategoriesTest {

    private static final String FIRST = "/awards/v1/editions/2031/categories/1";

    @Inject
    CategoryLoader loader;

    @Test
    void another_start_doubles_nothing() {
        loader.load(new StartupEvent());
        when().get("/awards/v1/editions/2021/categories?count=exact").then().body("count", is(18));
        given().queryParam("subject", "categories/10")
                .get("/awards/v1/editions/2021/changes")
                .then()
                .body("items.type", contains("org.wsisforum.awards.category.created.v1"));
    }

    @Test
    @TestSecurity(user = "manager", roles = "awards-manager", permissions = "awards:tally")
    void another_start_leaves_what_was_edited() {
        given().contentType("application/merge-patch+json")
                .header("If-Match", when().get(FIRST).header("ETag"))
                .body("{\"name\":{\"en\":{\"value\":\"Edited\"}}}")
                .patch(FIRST)
                .then()
                .statusCode(200);
        loader.load(new StartupEvent());
        when().get(FIRST).then().body("name.en.value", is("Edited"));
    }

    @Test
    void files_speak_as_loosely_as_requests_do() {
        when().get(FIRST).then().body("actionLine", is("C1"));
    }
}
