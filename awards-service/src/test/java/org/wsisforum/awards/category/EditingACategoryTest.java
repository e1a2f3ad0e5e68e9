package org.wsisforum.awards.category;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.wsisforum.awards.AwardsTest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** The awards manager sets up and renames categories; nobody overwrites what they have not seen. */
@AwardsTest
@TestSecurity(user = "manager", roles = "awards-manager", permissions = "awards:tally")
class EditingACategoryTest {

    private static final String EDITION = "/awards/v1/editions/2031";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    /** A number that no other test uses. */
    private final int number = NUMBERS.incrementAndGet();

    private final String category = EDITION + "/categories/" + number;

    private static String body(int number, String actionLine, String name) {
        return """
                {"number":%d,"actionLine":"%s","name":{"en":{"value":"%s","status":"official"}}}""".formatted(number, actionLine, name);
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private ValidatableResponse create() {
        return json().header("If-None-Match", "*")
                .body(body(number, "C9", "Media"))
                .put(category)
                .then();
    }

    private String tag() {
        return when().get(category).then().statusCode(200).extract().header("ETag");
    }

    private static String now() {
        return when().get(EDITION + "/changes?since=now").path("cursor");
    }

    @Test
    void a_category_is_set_up_at_the_address_of_its_number() {
        create().statusCode(201)
                .header("Location", is(category))
                .header("ETag", startsWith("\"v0-"))
                .body("number", is(number))
                .body("actionLine", is("C9"))
                .body("actionLineName.en.value", is("Media"))
                .body("name.en.value", is("Media"));
        when().get(category).then().statusCode(200).body("actionLine", is("C9"));
    }

    @Test
    void what_is_there_is_not_created_again() {
        create().statusCode(201);
        create().statusCode(412).body("code", is("already-exists"));
    }

    @Test
    void of_many_who_create_at_once_one_does() throws Exception {
        var answers = new ArrayList<Integer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> creating = () -> create().extract().statusCode();
            for (var answer : people.invokeAll(java.util.Collections.nCopies(20, creating))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 412).hasSize(19);
    }

    @Test
    void whoever_does_not_say_that_they_create_creates_nothing() {
        json().body(body(number, "C9", "Media"))
                .put(category)
                .then()
                .statusCode(428)
                .body("code", is("precondition-required"));
        json().header("If-Match", "\"v0-x\"")
                .body(body(number, "C9", "Media"))
                .put(category)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        when().get(category).then().statusCode(404);
    }

    @Test
    void it_is_replaced_by_whoever_has_seen_it() {
        create();
        var seen = tag();
        json().header("If-Match", seen)
                .body(body(number, "c10", "Ethics"))
                .put(category)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v1-"))
                .body("actionLine", is("C10"))
                .body("name.en.value", is("Ethics"));
        json().header("If-Match", seen)
                .body(body(number, "C11", "Cooperation"))
                .put(category)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        when().get(category).then().body("actionLine", is("C10"));
    }

    @Test
    void a_replacement_must_say_which_version_it_replaces() {
        create();
        json().body(body(number, "C9", "Media")).put(category).then().statusCode(428);
    }

    @Test
    void a_patch_changes_what_it_names() {
        create();
        given().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag())
                .body("{\"name\":{\"fr\":{\"value\":\"Médias\"}}}")
                .patch(category)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v1-"))
                .body("name.en.value", is("Media"))
                .body("name.fr.value", is("Médias"))
                .body("actionLine", is("C9"));
    }

    @Test
    void a_patch_creates_nothing() {
        given().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-None-Match", "*")
                .body(body(number, "C9", "Media"))
                .patch(category)
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
    }

    @Test
    void a_patch_keeps_the_rules_of_a_category() {
        create();
        given().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag())
                .body("{\"name\":null}")
                .patch(category)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/name"));
        given().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag())
                .body("{\"number\":1}")
                .patch(category)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/number"));
    }

    @Test
    void the_number_in_the_body_is_the_one_in_the_address() {
        json().header("If-None-Match", "*")
                .body(body(1, "C9", "Media"))
                .put(category)
                .then()
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body("errors.pointer", contains("/number"))
                .body("errors[0].code", is("number-of-address"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'number':%d,'actionLine':'C12','name':{'en':{'value':'x'}}} | /actionLine   | known-action-line",
                "{'number':%d,'actionLine':'C7','name':{'en':{'value':'x'}}}  | /actionLine   | known-action-line",
                "{'number':%d,'name':{'en':{'value':'x'}}}                    | /actionLine   | not-null",
                "{'number':%d,'actionLine':'C9'}                              | /name         | not-null",
                "{'number':%d,'actionLine':'C9','name':{'en':{'value':' '}}}  | /name/en/value | well-formed-text",
                "{'number':%d,'actionLine':'C9','name':{'ru':{'value':'x'}}}  | /name/ru      | language-of-edition",
            })
    void a_field_that_breaks_a_rule_is_pointed_at(String body, String pointer, String code) {
        json().header("If-None-Match", "*")
                .body(body.replace('\'', '"').formatted(number))
                .put(category)
                .then()
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void a_name_has_bounds() {
        json().header("If-None-Match", "*")
                .body(body(number, "C9", "x".repeat(301)))
                .put(category)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name/en/value"));
        json().header("If-None-Match", "*")
                .body(body(number, "C9", "ü".repeat(300)))
                .put(category)
                .then()
                .statusCode(201);
    }

    @Test
    void an_edition_that_is_none_takes_no_category() {
        json().header("If-None-Match", "*")
                .body(body(number, "C9", "Media"))
                .put("/awards/v1/editions/1999/categories/" + number)
                .then()
                .statusCode(404)
                .body("code", is("edition-not-found"));
    }

    @Test
    void everybody_learns_what_changed_but_not_by_whom() {
        var before = now();
        create();
        json().header("If-Match", tag())
                .body(body(number, "C9", "Other media"))
                .put(category)
                .then()
                .statusCode(200);
        given().queryParam("since", before)
                .queryParam("subject", "categories/" + number)
                .get(EDITION + "/changes")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.awards.category.created.v1", "org.wsisforum.awards.category.changed.v1"))
                .body("items[1].data.fields", contains("name"))
                .body(containsString("categories/" + number));
    }

    @Test
    void what_changes_nothing_is_no_change() {
        create();
        var before = now();
        json().header("If-Match", tag())
                .body(body(number, "С9", "Media"))
                .put(category)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v0-"));
        given().queryParam("since", before)
                .queryParam("subject", "categories/" + number)
                .get(EDITION + "/changes")
                .then()
                .body("items", empty());
    }

    @Test
    void a_field_that_is_not_known_is_refused() {
        json().header("If-None-Match", "*")
                .body("{\"number\":1,\"actionLine\":\"C9\",\"colour\":\"blue\",\"name\":{\"en\":{\"value\":\"x\"}}}")
                .put(category)
                .then()
                .statusCode(400)
                .body("code", is("malformed-request"))
                .body("detail", containsString("colour"))
                .body("errors[0].parameter", nullValue());
    }
}
