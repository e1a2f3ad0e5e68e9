package org.wsisforum.awards.stocktaking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Anybody searches what was submitted, and sees nothing else. */
@AwardsTest
class SearchingTheStocktakingTest {

    private static final String STOCKTAKING = SubmittedProjects.EDITION + "/stocktaking";

    /** A word that stands in the projects of this test alone. */
    private final String mark = "m" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    @BeforeEach
    void projects_are_taken() {
        SubmittedProjects.areTaken();
    }

    private String marked(Map<String, ?> fields) {
        var all = new java.util.HashMap<String, Object>(fields);
        all.merge("title", "Project", (title, ignored) -> title);
        all.put("results", "Told with the word " + mark + ".");
        return SubmittedProjects.submitted(all);
    }

    private List<String> found(String q, String... filter) {
        var request = given().queryParam("q", q + " " + mark);
        for (var i = 0; i < filter.length; i += 2) {
            request.queryParam(filter[i], filter[i + 1]);
        }
        return request.get(STOCKTAKING).then().statusCode(200).extract().path("items.id");
    }

    @Test
    void a_submitted_project_is_an_entry() {
        var id = marked(Map.of("title", "Telemedicine for atolls", "country", "ki", "entity", "Ministry of Atolls"));
        given().queryParam("q", mark)
                .get(STOCKTAKING)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("items.id", contains(id))
                .body("items[0].title", is("Telemedicine for atolls"))
                .body("items[0].category", is(1))
                .body("items[0].actionLine", is("C1"))
                .body("items[0].country", is("KI"))
                .body("items[0].region", is("ASP"))
                .body("items[0].stakeholderType", is("government"))
                .body("items[0].entity", is("Ministry of Atolls"))
                .body("items[0].goals", contains(3));
        when().get(STOCKTAKING + "/" + id)
                .then()
                .statusCode(200)
                .body("title", is("Telemedicine for atolls"))
                .body("linkages[0].how", is("By and by."))
                .body("startsOn", is("2028-04-01"))
                .body("contact", nullValue());
    }

    @Test
    void a_copy_that_is_still_good_is_not_sent_again() {
        var id = marked(Map.of());
        var tag = when().get(STOCKTAKING + "/" + id).header("ETag");
        given().header("If-None-Match", tag).get(STOCKTAKING + "/" + id).then().statusCode(304);
    }

    @Test
    void drafts_and_what_was_withdrawn_are_not_seen() {
        var draft = SubmittedProjects.draft(Map.of("title", "Draft " + mark));
        var withdrawn = marked(Map.of("title", "Withdrawn " + mark));
        SubmittedProjects.withdraw(withdrawn);
        assertThat(found("")).isEmpty();
        for (var id : List.of(draft, withdrawn)) {
            when().get(STOCKTAKING + "/" + id).then().statusCode(404).body("code", is("not-found"));
        }
        given().queryParam("q", mark).get(STOCKTAKING + "/facets").then().body("entries", is(0));
        given().queryParam("q", mark)
                .get(STOCKTAKING + "/export")
                .then()
                .body(not(containsString(draft)))
                .body(not(containsString(withdrawn)));
    }

    @Test
    void nothing_personal_is_in_any_answer() {
        var id = marked(Map.of());
        for (var address : List.of("?q=" + mark, "/" + id, "/export?q=" + mark, "/facets?q=" + mark)) {
            for (var form : List.of("application/json", "text/csv")) {
                given().accept(form)
                        .get(STOCKTAKING + address)
                        .then()
                        .body(not(containsString(SubmittedProjects.CONTACT)))
                        .body(not(containsString("leak.example")))
                        .body(not(containsString("740 99999")))
                        .body(not(containsString("contact")))
                        .body(not(containsString(SubmittedProjects.OWNER)));
            }
        }
        for (var word : List.of("Unmistakable", "contact@leak.example", SubmittedProjects.OWNER)) {
            assertThat(found(word)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "country, fr, ch",
        "country, FRA, 756",
        "region, eur, AFR",
        "actionLine, С1, C2",
        "category, 1, ",
        "goal, SDG 4, 5",
        "stakeholderType, civil society, academia",
    })
    void each_filter_lets_through_what_it_names_and_no_more(String filter, String value, String other) {
        var id = marked(Map.of(
                "country", "FR",
                "stakeholderType", "civil-society",
                "linkages", List.of(Map.of("goal", 4, "how", "So."), Map.of("goal", 9, "how", "And so."))));
        marked(Map.of(
                "category",
                1,
                "country",
                "JP",
                "stakeholderType",
                "government",
                "linkages",
                List.of(Map.of("goal", 17, "how", "So."))));
        assertThat(found("", filter, value)).contains(id);
        if (other != null) {
            assertThat(found("", filter, other)).isEmpty();
        }
        if (!filter.equals("category") && !filter.equals("actionLine")) {
            assertThat(found("", filter, value)).containsExactly(id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "country, Atlantis",
        "region, EU",
        "actionLine, C12",
        "goal, 18",
        "stakeholderType, kings",
        "category, 99",
        "category, ten",
    })
    void a_value_that_names_nothing_is_refused(String filter, String value) {
        for (var address : List.of("", "/facets", "/export")) {
            given().queryParam(filter, value)
                    .get(STOCKTAKING + address)
                    .then()
                    .statusCode(422)
                    .body("code", is("validation-failed"))
                    .body("errors[0].parameter", is(filter))
                    .body("errors[0].code", is("unknown"));
        }
    }

    @Test
    void words_are_found_wherever_they_are_told_and_in_any_form() {
        var id = marked(Map.of(
                "title", "Connecting remote schools",
                "entity", "World Health Organization WHO",
                "impact", "Teachers travelled less.",
                "linkages", List.of(Map.of("goal", 4, "how", "By balloons."))));
        for (var q : List.of(
                "connect",
                "connected school",
                "REMOTE",
                "who",
                "teacher travel",
                "balloon",
                "\"remote schools\"",
                "school -hospital",
                "hospital or school",
                "conne*",
                "conne* teach*",
                "connecting*")) {
            assertThat(found(q)).as(q).containsExactly(id);
        }
        for (var q : List.of("hospital", "\"schools remote\"", "-school", "hospit*", "connect hospital")) {
            assertThat(found(q)).as(q).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Télémédecine pour les îles, telemedecine iles",
        "Telemedecine pour les iles, télémédecine",
        "Телемедицина для островов, ТЕЛЕМЕДИЦИНА",
        "Телемедицина для островов, телемед*",
        "الطب عن بعد للجزر, الطب",
        "الطِّبّ عن بُعد, الطب بعد",
        "远程医疗, 远程医疗",
    })
    void names_are_found_in_every_script_with_or_without_accents(String title, String q) {
        var id = marked(Map.of("title", title));
        assertThat(found(q)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''; drop table project; --",
                "\"",
                "\"\"\"",
                "& | ! <-> ( ) :*",
                "a:* & (b",
                "*",
                "***",
                "-",
                "--",
                "or or or",
                "\\",
                "\\'\\",
                "%",
                "${x}",
                "?1",
                ":q",
                "\u0000",
                "a\u0000b",
                "\u202e",
                "\uFDFA*",
                "ŉ* ʼn*",
                "the of",
                "the*",
                "🙂*",
                "<script>",
                "x* or -y*",
            })
    void nothing_that_is_typed_breaks_the_search(String q) {
        for (var address : List.of("", "/facets", "/export")) {
            given().queryParam("q", q).get(STOCKTAKING + address).then().statusCode(200);
        }
    }

    @Test
    void a_search_that_is_too_long_is_refused() {
        given().queryParam("q", "x".repeat(201))
                .get(STOCKTAKING)
                .then()
                .statusCode(422)
                .body("errors[0].parameter", is("q"));
    }

    @Test
    void words_of_a_revision_are_found_and_those_before_it_no_longer() {
        var id = marked(Map.of("title", "Dawn " + mark));
        SubmittedProjects.revise(id, Map.of("title", "Dusk " + mark, "results", "Others."));
        assertThat(found("dusk")).containsExactly(id);
        assertThat(found("dawn")).isEmpty();
    }

    @Test
    void the_newest_comes_first_and_pages_lose_nothing() {
        var ids = IntStream.range(0, 7).mapToObj(i -> marked(Map.of())).toList();
        var paged = SubmittedProjects.<String>all(STOCKTAKING + "?limit=2&q=" + mark, "id");
        assertThat(paged).containsExactlyInAnyOrderElementsOf(ids).doesNotHaveDuplicates();
        var moments = SubmittedProjects.<String>all(STOCKTAKING + "?limit=200&q=" + mark, "submittedAt");
        assertThat(moments).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        given().queryParam("q", mark)
                .queryParam("count", "exact")
                .get(STOCKTAKING)
                .then()
                .body("count", is(7));
    }

    @Test
    void facets_are_what_counting_gives() {
        marked(Map.of("country", "FR", "stakeholderType", "academia"));
        marked(Map.of("country", "FR", "stakeholderType", "government"));
        marked(Map.of(
                "country",
                "KE",
                "linkages",
                List.of(Map.of("goal", 3, "how", "So."), Map.of("goal", 9, "how", "So."))));
        given().queryParam("q", mark)
                .get(STOCKTAKING + "/facets")
                .then()
                .statusCode(200)
                .body("entries", is(3))
                .body("country", is(Map.of("FR", 2, "KE", 1)))
                .body("region", is(Map.of("EUR", 2, "AFR", 1)))
                .body("actionLine", is(Map.of("C1", 3)))
                .body("goal", is(Map.of("3", 3, "9", 1)))
                .body("stakeholderType", is(Map.of("academia", 1, "government", 2)));
        given().queryParam("q", mark)
                .queryParam("country", "FR")
                .get(STOCKTAKING + "/facets")
                .then()
                .body("entries", is(2))
                .body("country", is(Map.of("FR", 2)));
    }

    @Test
    void an_edition_shows_its_own_entries_alone() {
        var id = marked(Map.of());
        given().queryParam("q", mark)
                .get("/awards/v1/editions/2021/stocktaking")
                .then()
                .statusCode(200)
                .body("items", empty());
        when().get("/awards/v1/editions/2021/stocktaking/" + id).then().statusCode(404);
        for (var address : List.of("", "/facets", "/export", "/" + id)) {
            when().get("/awards/v1/editions/1999/stocktaking" + address)
                    .then()
                    .statusCode(404)
                    .body("code", is("edition-not-found"));
        }
    }

    @Test
    void whoever_follows_the_changes_finds_what_they_name() {
        var before =
                when().get(SubmittedProjects.EDITION + "/changes?since=now").<String>path("cursor");
        var id = marked(Map.of());
        given().queryParam("since", before)
                .queryParam("subject", "stocktaking/" + id)
                .get(SubmittedProjects.EDITION + "/changes")
                .then()
                .body("items.type", hasItem("org.wsisforum.awards.stocktaking.entered.v1"))
                .body("items.subject", everyItem(containsString("stocktaking/" + id)));
    }
}
