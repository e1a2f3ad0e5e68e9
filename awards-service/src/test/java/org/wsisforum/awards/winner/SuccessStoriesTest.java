package org.wsisforum.awards.winner;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.review.Contest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** What is published of winners and champions, to be read and taken away. */
@AwardsTest
class SuccessStoriesTest {

    private static String table() {
        return new String(
                when().get(Contest.EDITION + "/success-stories.csv")
                        .then()
                        .statusCode(200)
                        .contentType("text/csv;charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"wsis-success-stories-2031.csv\"")
                        .extract()
                        .asByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void they_tell_of_winners_and_champions_from_the_ceremony_on() {
        var finals = new Finals("First", "Second");
        finals.decide(finals.champions.getFirst()).statusCode(201);
        Finals.shortlyBeforeWinnersArePublic();
        when().get(Contest.EDITION + "/success-stories").then().statusCode(200).body("items", empty());
        assertThat(table())
                .isEqualTo("\ufeffproject,category,actionLine,kind,title,entity,country,region,stakeholderType,goals,"
                        + "description,website\r\n");
        Finals.whenWinnersArePublic();
        var ours = "items.findAll { it.category == " + finals.category + " }";
        given().queryParam("limit", 200)
                .get(Contest.EDITION + "/success-stories")
                .then()
                .body(ours + ".size()", is(2))
                .body(ours + ".find { it.project == '" + finals.champions.get(0) + "' }.kind", is("winner"))
                .body(ours + ".find { it.project == '" + finals.champions.get(1) + "' }.kind", is("champion"))
                .body(ours + "[0].region", is("ASP"))
                .body(ours + "[0].goals", is(java.util.List.of(3)))
                .body(ours + "[0].stakeholderType", is("government"))
                .body(ours + "[0].description", not(blankOrNullString()));
        assertThat(lineOf(finals.champions.get(0)))
                .startsWith(finals.champions.get(0) + "," + finals.category + ",C9,winner,First " + finals.category
                        + ",Entity of First " + finals.category + ",KI,ASP,government,3,");
        assertThat(lineOf(finals.champions.get(1))).contains(",C9,champion,Second ");
    }

    @Test
    void who_has_the_table_is_told_that_it_is_still_the_same() {
        new Finals("First");
        Finals.shortlyBeforeWinnersArePublic();
        String before = when().get(Contest.EDITION + "/success-stories.csv").header("ETag");
        given().header("If-None-Match", before)
                .get(Contest.EDITION + "/success-stories.csv")
                .then()
                .statusCode(304)
                .body(is(""));
        Finals.whenWinnersArePublic();
        given().header("If-None-Match", before)
                .get(Contest.EDITION + "/success-stories.csv")
                .then()
                .statusCode(200);
    }

    private static String lineOf(String project) {
        return Stream.of(table().split("\r\n"))
                .filter(line -> line.startsWith(project))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_spreadsheet_program_runs_nothing_of_them() {
        var finals = new Finals("=HYPERLINK(1), a \\\"title\\\"");
        Finals.whenWinnersArePublic();
        assertThat(lineOf(finals.champions.getFirst()))
                .contains(",\"'=HYPERLINK(1), a \"\"title\"\" " + finals.category + "\",");
    }
}
