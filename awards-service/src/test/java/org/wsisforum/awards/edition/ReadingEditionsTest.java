package org.wsisforum.awards.edition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Anybody reads when the contest does what, and by which rules. */
@AwardsTest
class ReadingEditionsTest {

    private static final String EDITION = "/awards/v1/editions/2021";

    @Test
    void the_editions_are_listed_by_code() {
        when().get("/awards/v1/editions").then().statusCode(200).body("items.code", hasItems("2021", "2031"));
    }

    @Test
    void an_edition_has_five_phases_with_instants_in_utc() {
        when().get(EDITION)
                .then()
                .statusCode(200)
                .body("title.en.value", is("WSIS Prizes 2021"))
                .body("zone", is("Europe/Zurich"))
                .body("languages", contains("ar", "zh", "en", "fr", "ru", "es"))
                .body("phases.code", contains("submission", "nomination", "voting", "selection", "announcement"))
                .body("phases.confirmed", contains(false, true, false, true, true))
                .body(
                        "phases.startsAt",
                        contains(
                                "2020-10-31T23:00:00Z",
                                "2021-01-31T23:00:00Z",
                                "2021-02-28T23:00:00Z",
                                "2021-03-31T22:00:00Z",
                                "2021-05-18T11:00:00Z"))
                .body(
                        "phases.endsAt",
                        contains(
                                "2021-01-25T22:00:00Z",
                                "2021-02-26T23:00:00Z",
                                "2021-03-31T21:00:00Z",
                                "2021-04-12T22:00:00Z",
                                "2021-05-18T11:30:00Z"));
    }

    @Test
    void its_rules_are_those_of_the_year() {
        when().get(EDITION)
                .then()
                .body("rules.submissionLanguages", contains("en"))
                .body("rules.descriptionWords.min", is(150))
                .body("rules.descriptionWords.max", is(200))
                .body("rules.onePerEntityAndCategory", is(true))
                .body("rules.pastWinnersExcluded", is(true))
                .body("rules.nomineesPerCategory", is(20))
                .body("rules.championsPerCategory", is(5))
                .body("rules.winnersPerCategory.min", is(1))
                .body("rules.winnersPerCategory.max", is(2))
                .body("rules.ballot.rule", is("all-categories"))
                .body("rules.ballot.changeAllowed", is(false))
                .body("rules.ballot.confirmed", is(false))
                .body("rules.tieRule.rule", is("expert-group-decides"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2020-10-31T23:59:59+01:00, none",
                "2020-11-01T00:00:00+01:00, submission",
                "2021-01-25T22:59:00+01:00, submission",
                "2021-01-25T23:00:00+01:00, none",
                "2021-02-15T10:00:00+01:00, nomination",
                "2021-03-25T10:00:00+01:00, voting",
                "2021-03-31T22:59:00+02:00, voting",
                "2021-03-31T23:00:00+02:00, none",
                "2021-04-12T23:59:00+02:00, selection",
                "2021-05-18T13:10:00+02:00, announcement",
                "2021-05-18T13:30:00+02:00, none"
            })
    void the_current_phase_follows_the_time_of_the_forum(String time, String phase) {
        ForumTime.is(time);
        when().get(EDITION).then().statusCode(200).body("$", org.hamcrest.Matchers.hasEntry("currentPhase", (Object)
                phase));
    }

    @Test
    void a_copy_grows_stale_when_the_phase_changes() {
        ForumTime.is("2021-02-15T10:00:00+01:00");
        var tag = when().get(EDITION).header("ETag");
        given().header("If-None-Match", tag).get(EDITION).then().statusCode(304);
        ForumTime.is("2021-03-15T10:00:00+01:00");
        given().header("If-None-Match", tag).get(EDITION).then().statusCode(200).header("ETag", not(equalTo(tag)));
    }

    @Test
    void a_reader_gets_one_language_and_hears_where_it_is_missing() {
        given().queryParam("lang", "fr")
                .get("/awards/v1/editions/2031")
                .then()
                .statusCode(200)
                .header("Content-Language", "fr, en")
                .body("title", is("A contest for tests"))
                .body("phases[2].title", is("Vote public en ligne"))
                .body("fallbacks.pointer", contains("/title"));
    }

    @Test
    void everybody_may_keep_it_for_a_moment() {
        when().get(EDITION).then().header("Cache-Control", startsWith("public, max-age=30"));
    }

    @Test
    void an_unknown_edition_is_said_to_be_unknown() {
        when().get("/awards/v1/editions/1999").then().statusCode(404).body("code", is("edition-not-found"));
    }

    @Test
    void setting_up_an_edition_is_told_to_everybody_once() {
        given().queryParam("subject", "edition")
                .get(EDITION + "/changes")
                .then()
                .body("items.type", contains("org.wsisforum.awards.edition.created.v1"))
                .body("items.subject", everyItem(is("edition")));
    }
}
