package org.wsisforum.agenda.edition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

/** The years of the Forum, with what holds in each. */
@ForumTest
class EditionTest {

    @Inject
    EditionLoader loader;

    @Inject
    Editions editions;

    @Test
    void the_editions_are_listed() {
        when().get("/agenda/v1/editions")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("items.code", contains("2021"))
                .body("items[0].title.en.value", is("WSIS Forum 2021"))
                .body("items[0].zone", is("Europe/Zurich"))
                .body("items[0].startsOn", is("2021-01-25"))
                .body("items[0].endsOn", is("2021-05-21"));
    }

    @Test
    void an_edition_says_what_holds_in_it() {
        when().get("/agenda/v1/editions/2021")
                .then()
                .statusCode(200)
                .body("languages", contains("ar", "zh", "en", "fr", "ru", "es"))
                .body("rules.statementMinutes", is(3))
                .body("rules.wordsPerMinute", is(120))
                .body("rules.statementSpeakersPerDelegation", is(1))
                .body("phases.code", hasItems("workshops", "high-level-policy-sessions", "final-week"))
                .body("phases.find { it.code == 'final-week' }.startsAt", is("2021-05-16T22:00:00Z"))
                .body("tracks.size()", is(16))
                .body("theme.en.status", is("official"));
    }

    @Test
    void an_edition_is_read_in_one_language() {
        given().queryParam("lang", "ar")
                .get("/agenda/v1/editions/2021")
                .then()
                .header("Content-Language", "ar")
                .body("tracks[0].title", is("المسار رفيع المستوى"));
    }

    @Test
    void an_edition_that_is_none_is_not_found() {
        for (var path : new String[] {"", "/sessions", "/statements"}) {
            when().get("/agenda/v1/editions/1999" + path).then().statusCode(404).body("code", is("edition-not-found"));
        }
    }

    @Test
    void starting_again_changes_nothing() {
        QuarkusTransaction.requiringNew().run(() -> loader.load("2021"));
        assertThat(editions.all()).hasSize(1);
    }

    @Test
    void an_edition_that_contradicts_itself_is_refused() {
        var good = editions.require("2021");
        var backwards = new Edition(
                good.code(),
                good.title(),
                good.theme(),
                good.zone(),
                good.endsOn(),
                good.startsOn(),
                Stream.concat(good.languages().stream(), good.languages().stream())
                        .toList(),
                good.rules(),
                Stream.concat(good.phases().stream(), good.phases().stream()).toList(),
                good.tracks(),
                good.consultation());
        assertThat(good.faults()).isEmpty();
        assertThat(backwards.faults())
                .containsExactly(
                        "endsOn lies before startsOn", "two phases have one code", "a language is named twice");
    }

    @Test
    void the_rules_of_the_high_level_track_are_data_that_agree_with_each_other() {
        when().get("/agenda/v1/editions/2021")
                .then()
                .body("rules.highLevelTrack.order", contains("states-first", "rank", "request", "name"))
                .body("rules.highLevelTrack.ranks[0].code", is("head-of-state"))
                .body("rules.highLevelTrack.correctionMinutes", is(15))
                .body("rules.highLevelTrack.nameLanguage", is("fr"));
        var good = editions.require("2021").rules().highLevelTrack();
        assertThat(new HighLevelTrack(
                                Stream.concat(good.ranks().stream(), good.ranks().stream())
                                        .toList(),
                                "emperor",
                                "jester",
                                List.of(HighLevelTrack.Rule.RANK, HighLevelTrack.Rule.RANK),
                                1,
                                good.nameLanguage(),
                                "XX",
                                true,
                                72,
                                1440,
                                15,
                                Map.of(),
                                Stream.concat(good.functions().stream(), good.functions().stream())
                                        .toList())
                        .faults())
                .containsExactly(
                        "two ranks have one code",
                        "the ladder has no rank emperor",
                        "the ladder has no rank jester",
                        "a rule of order is named twice",
                        "there is no country XX",
                        "two functions have one code");
    }
}
