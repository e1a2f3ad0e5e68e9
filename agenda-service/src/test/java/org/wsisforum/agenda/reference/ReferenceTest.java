package org.wsisforum.agenda.reference;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** The code lists that forms and filters are built of. */
@ForumTest
class ReferenceTest {

    @Test
    void each_list_says_its_version_and_day() {
        Map.of("action-lines", 18, "goals", 17, "regions", 6, "session-types", 21)
                .forEach((list, size) -> when().get("/agenda/v1/reference/" + list)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", startsWith("public"))
                        .header("ETag", notNullValue())
                        .body("version", notNullValue())
                        .body("asOf", is("2021-05-21"))
                        .body("items.size()", is(size)));
        for (var list : List.of("matrix", "countries", "stakeholder-types")) {
            when().get("/agenda/v1/reference/" + list)
                    .then()
                    .statusCode(200)
                    .body("version", notNullValue())
                    .body("asOf", notNullValue());
        }
    }

    @Test
    void names_come_in_the_language_that_is_asked_for() {
        given().queryParam("lang", "fr")
                .get("/agenda/v1/reference/goals")
                .then()
                .header("Content-Language", "fr")
                .body("items[0].name", is("Pas de pauvreté"));
    }

    @Test
    void countries_follow_the_order_of_the_language_that_is_asked_for() {
        assertThat(countries("*")).startsWith("AD", "AE", "AF");
        var french = countries("fr");
        assertThat(french.indexOf("DE")).isLessThan(french.indexOf("AD"));
        assertThat(french.indexOf("EG")).isLessThan(french.indexOf("AE"));
        assertThat(french.indexOf("AE")).isLessThan(french.indexOf("FI"));
        assertThat(given().header("Accept-Language", "fr-CH")
                        .get("/agenda/v1/reference/countries")
                        .jsonPath()
                        .<String>getList("items.code"))
                .isEqualTo(french);
    }

    @Test
    void a_language_that_the_forum_does_not_speak_is_refused() {
        given().queryParam("lang", "de")
                .get("/agenda/v1/reference/countries")
                .then()
                .statusCode(422)
                .body("code", is("language-not-available"));
    }

    private static List<String> countries(String language) {
        return given().queryParam("lang", language)
                .get("/agenda/v1/reference/countries")
                .jsonPath()
                .getList("items.code");
    }
}
