package org.wsisforum.awards.category;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Anybody reads the categories of an edition. */
@AwardsTest
class ReadingCategoriesTest {

    private static final String CATEGORIES = "/awards/v1/editions/2021/categories";

    @Test
    void the_edition_2021_has_18_categories_in_the_order_of_the_action_lines() {
        when().get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("items.number", is(IntStream.rangeClosed(1, 18).boxed().toList()))
                .body(
                        "items.actionLine",
                        contains(
                                "C1",
                                "C2",
                                "C3",
                                "C4",
                                "C5",
                                "C6",
                                "C7-e-government",
                                "C7-e-business",
                                "C7-e-learning",
                                "C7-e-health",
                                "C7-e-employment",
                                "C7-e-environment",
                                "C7-e-agriculture",
                                "C7-e-science",
                                "C8",
                                "C9",
                                "C10",
                                "C11"));
    }

    @Test
    void each_is_named_in_six_languages_of_which_english_is_official() {
        when().get(CATEGORIES)
                .then()
                .body("items.name", everyItem(aMapWithSize(6)))
                .body("items.name.en.status", everyItem(is("official")))
                .body("items[15].name.en.value", is("Media"))
                .body("items[9].name.en.value", is("ICT applications: benefits in all aspects of life — E-health"))
                .body("items[9].actionLineName.en.value", is("E-health"));
    }

    @Test
    void a_reader_gets_one_language() {
        given().queryParam("lang", "ar")
                .get(CATEGORIES + "/4")
                .then()
                .statusCode(200)
                .header("Content-Language", "ar")
                .body("name", is("بناء القدرات"))
                .body("fallbacks", empty());
    }

    @Test
    void the_list_too_is_read_in_one_language() {
        given().header("Accept-Language", "ru-RU, en;q=0.5")
                .get(CATEGORIES + "?actionLine=C8")
                .then()
                .statusCode(200)
                .header("Content-Language", "ru")
                .body("items[0].name", startsWith("Культурное разнообразие"));
    }

    @Test
    void it_is_json_or_nothing() {
        given().accept("text/html,*/*;q=0.8")
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .contentType("application/json");
        given().accept("text/csv").get(CATEGORIES).then().statusCode(406).body("code", is("not-acceptable"));
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        var numbers = new ArrayList<Integer>();
        var next = CATEGORIES + "?limit=7&count=exact";
        while (next != null) {
            var page = when().get(next)
                    .then()
                    .statusCode(200)
                    .body("count", is(18))
                    .extract();
            numbers.addAll(page.<List<Integer>>path("items.number"));
            next = page.path("links.next");
        }
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "c1", "С1", " C 01 ", "ج١", "Ｃ１"})
    void an_action_line_is_found_however_it_is_spelt(String spelling) {
        given().queryParam("actionLine", spelling)
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("items.number", contains(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C12", "C7", "media!?", "C1 1"})
    void an_action_line_that_is_none_is_refused(String input) {
        given().queryParam("actionLine", input)
                .get(CATEGORIES)
                .then()
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body("errors[0].parameter", is("actionLine"))
                .body("errors[0].code", is("known-action-line"));
    }

    @Test
    void one_category_is_read_by_its_number() {
        when().get(CATEGORIES + "/18")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"v0-"))
                .body("number", is(18))
                .body("actionLine", is("C11"))
                .body("name.en.value", is("International and regional cooperation"))
                .body("version", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19", "0", "-1", "ten", "99999999999"})
    void what_is_no_number_of_a_category_leads_nowhere(String number) {
        when().get(CATEGORIES + "/" + number).then().statusCode(404).body("code", is("not-found"));
    }

    @Test
    void an_unknown_edition_is_said_to_be_unknown() {
        for (var path : new String[] {"categories", "categories/1"}) {
            when().get("/awards/v1/editions/1999/" + path)
                    .then()
                    .statusCode(404)
                    .body("code", is("edition-not-found"));
        }
    }

    @Test
    void a_copy_that_is_still_good_is_not_sent_again() {
        var answer = when().get(CATEGORIES);
        answer.then().header("Cache-Control", startsWith("public, max-age=30"));
        given().header("If-None-Match", answer.header("ETag"))
                .get(CATEGORIES)
                .then()
                .statusCode(304);
    }
}
