package org.wsisforum.awards.pastwinner;

import java.util.UUID;

import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.wsisforum.awards.AwardsTest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** The awards manager enters who won in earlier editions, and everybody reads it. */
@AwardsTest
@TestSecurity(user = "manager", roles = "awards-manager", permissions = "awards:tally")
class EnteringPastWinnersTest {

    private static final String LIST = "/awards/v1/editions/2031/past-winners";

    private final String id = UUID.randomUUID().toString();
    private final String winner = LIST + "/" + id;

    private static String body(int year, String actionLine, String country) {
        return """
                {"year":%d,"actionLine":"%s","title":"A winner","entity":"Its entity","country":%s}""".formatted(year, actionLine, country == null ? null : '"' + country + '"');
    }

    private ValidatableResponse put(String header, String value, String body) {
        return given().contentType("application/json")
                .header(header, value)
                .body(body)
                .put(winner)
                .then();
    }

    private String tag() {
        return when().get(winner).then().statusCode(200).extract().header("ETag");
    }

    @Test
    void a_winner_is_entered_under_an_id_that_the_client_makes_up() {
        put("If-None-Match", "*", body(2019, "c7 e-health", "kir"))
                .statusCode(201)
                .header("Location", is(winner))
                .header("ETag", startsWith("\"v0-"))
                .body("id", is(id))
                .body("actionLine", is("C7-e-health"))
                .body("country", is("KI"));
        for (var year : new int[] {2019, 2018}) {
            given().queryParam("year", year)
                    .queryParam("limit", 200)
                    .get(LIST)
                    .then()
                    .statusCode(200)
                    .body("items.id", year == 2019 ? hasItem(id) : not(hasItem(id)));
        }
    }

    @Test
    void an_entity_may_be_at_home_in_no_country() {
        put("If-None-Match", "*", body(2019, "C1", null)).statusCode(201).body("country", nullValue());
    }

    @Test
    void it_is_replaced_by_whoever_has_seen_it() {
        put("If-None-Match", "*", body(2019, "C1", "KI")).statusCode(201);
        put("If-None-Match", "*", body(2019, "C1", "KI")).statusCode(412).body("code", is("already-exists"));
        given().contentType("application/json")
                .body(body(2019, "C1", "KI"))
                .put(winner)
                .then()
                .statusCode(428);
        var seen = tag();
        put("If-Match", seen, body(2020, "C1", "KI")).statusCode(200).body("year", is(2020));
        put("If-Match", seen, body(2018, "C1", "KI")).statusCode(412).body("code", is("stale-version"));
        when().get(winner + "/history").then().body("items[1].data.fields", contains("year"));
    }

    @Test
    void it_is_taken_off_the_list_by_whoever_has_seen_it() {
        put("If-None-Match", "*", body(2019, "C1", "KI")).statusCode(201);
        when().delete(winner).then().statusCode(428);
        given().header("If-Match", tag()).delete(winner).then().statusCode(204);
        when().get(winner).then().statusCode(404);
        when().get(winner + "/history")
                .then()
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.awards.past-winner.added.v1",
                                "org.wsisforum.awards.past-winner.removed.v1"));
    }

    @ParameterizedTest
    @CsvSource({
        "2031, C1, KI, /year",
        "2011, C1, KI, /year",
        "2019, C7, KI, /actionLine",
        "2019, C1, Atlantis, /country",
    })
    void what_cannot_be_is_refused(int year, String line, String country, String pointer) {
        put("If-None-Match", "*", body(year, line, country))
                .statusCode(422)
                .body("code", is("validation-failed"))
                .body("errors[0].pointer", is(pointer));
        when().get(winner).then().statusCode(404);
    }
}
