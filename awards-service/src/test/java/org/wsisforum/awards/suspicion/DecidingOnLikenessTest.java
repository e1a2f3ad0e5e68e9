package org.wsisforum.awards.suspicion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.stocktaking.SubmittedProjects;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What is perhaps the same is shown to the awards manager, who decides. */
@AwardsTest
class DecidingOnLikenessTest {

    private static final String SUSPICIONS = SubmittedProjects.EDITION + "/suspicions";

    /** A word so long that the titles of one test are alike among themselves and no others with them. */
    private final String mark = UUID.randomUUID().toString().replace("-", "");

    @Inject
    EntityManager database;

    @BeforeEach
    void projects_are_taken() {
        SubmittedProjects.areTaken();
    }

    private static RequestSpecification manager() {
        return given().header("Authorization", TestCredentials.of("manager", Role.AWARDS_MANAGER, "awards:tally"));
    }

    /** The pairs that one of these is in, on all pages. */
    private static List<Map<String, ?>> pairs(String... ids) {
        var found = new LinkedHashMap<Object, Map<String, ?>>();
        for (var id : ids) {
            var next = SUSPICIONS + "?limit=200&project=" + id;
            while (next != null) {
                var page = manager().get(next).then().statusCode(200).extract();
                page.<List<Map<String, ?>>>path("items").forEach(pair -> {
                    assertThat(List.of(side(pair, "project"), side(pair, "otherProject")))
                            .contains(id);
                    found.put(pair.get("id"), pair);
                });
                next = page.path("links.next");
            }
        }
        return List.copyOf(found.values());
    }

    private static String side(Map<String, ?> pair, String which) {
        return pair.get(which) instanceof Map<?, ?> side ? side.get("id").toString() : "";
    }

    private static String tag(Object pair) {
        return manager()
                .get(SUSPICIONS + "/" + pair)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse decide(Object pair, String tag, String decision) {
        return manager()
                .contentType("application/json")
                .header("If-Match", tag)
                .body("{\"decision\":\"%s\",\"reason\":\"Looked at both.\"}".formatted(decision))
                .put(SUSPICIONS + "/" + pair)
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "Telemedicine for islands, Tele-medicine for Islands!",
        "Télémédecine pour les îles, TELEMEDECINE POUR LES ILES",
        "Телемедицина для островов, Телемедицина островов",
        "الطب عن بعد للجزر, الطب عن بعد في الجزر",
    })
    void titles_that_say_the_same_are_found(String one, String other) {
        var first = SubmittedProjects.submitted(Map.of("title", one + " " + mark.substring(0, 6)));
        var second = SubmittedProjects.submitted(Map.of("title", other + " " + mark.substring(0, 6)));
        var pair = pairs(first).stream()
                .filter(found -> List.of(first, second).contains(side(found, "project"))
                        && List.of(first, second).contains(side(found, "otherProject")))
                .findFirst()
                .orElseThrow();
        assertThat((Integer) pair.get("likeness")).isGreaterThanOrEqualTo(45);
        assertThat(pair.get("titles")).isEqualTo(pair.get("likeness"));
    }

    @Test
    void what_is_about_something_else_is_not_suspected() {
        var one = SubmittedProjects.submitted(Map.of("title", mark));
        var other = SubmittedProjects.submitted(Map.of("title", new StringBuilder(mark).reverse()));
        assertThat(pairs(one, other)).isEmpty();
    }

    @Test
    void the_same_text_under_another_title_is_found() {
        var text = ("Text of " + mark + " alone. ").repeat(40).strip();
        var one = SubmittedProjects.submitted(Map.of("title", mark.substring(0, 16), "description", text));
        var other = SubmittedProjects.submitted(Map.of("title", mark.substring(16), "description", text));
        var found = pairs(one, other);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().get("descriptions")).isEqualTo(100);
    }

    @Test
    void drafts_and_what_was_withdrawn_are_not_suspected() {
        var one = SubmittedProjects.submitted(Map.of("title", "A " + mark));
        SubmittedProjects.draft(Map.of("title", "B " + mark));
        var withdrawn = SubmittedProjects.submitted(Map.of("title", "C " + mark));
        assertThat(pairs(one)).hasSize(1);
        SubmittedProjects.withdraw(withdrawn);
        assertThat(pairs(one)).isEmpty();
    }

    @Test
    void what_has_won_before_is_found() {
        var winner = UUID.randomUUID();
        manager()
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(Map.of("year", 2019, "actionLine", "C1", "title", "The " + mark, "entity", "Somebody"))
                .put(SubmittedProjects.EDITION + "/past-winners/" + winner)
                .then()
                .statusCode(201);
        var project = SubmittedProjects.submitted(Map.of("title", mark));
        var found = pairs(project);
        assertThat(found).hasSize(1);
        manager()
                .get(SUSPICIONS + "/" + found.getFirst().get("id"))
                .then()
                .statusCode(200)
                .body("project.id", is(project))
                .body("otherProject", nullValue())
                .body("pastWinner.id", is(winner.toString()))
                .body("pastWinner.year", is(2019))
                .body("descriptions", nullValue());
    }

    @Test
    void projects_that_are_submitted_at_the_same_moment_are_found_too() throws Exception {
        var ids = new HashSet<String>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> submitting = () -> SubmittedProjects.submitted(Map.of("title", "At once " + mark));
            for (var id : people.invokeAll(java.util.Collections.nCopies(5, submitting))) {
                ids.add(id.get());
            }
        }
        assertThat(pairs(ids.toArray(String[]::new))).hasSize(10);
    }

    @Test
    void a_person_decides_once_they_have_seen_both() {
        var one = SubmittedProjects.submitted(Map.of("title", "One " + mark));
        SubmittedProjects.submitted(Map.of("title", "Two " + mark));
        var pair = pairs(one).getFirst().get("id");
        manager()
                .contentType("application/json")
                .body("{\"decision\":\"same\",\"reason\":\"x\"}")
                .put(SUSPICIONS + "/" + pair)
                .then()
                .statusCode(428);
        var seen = tag(pair);
        var after = decide(pair, seen, "different")
                .statusCode(200)
                .body("decision", is("different"))
                .body("reason", is("Looked at both."))
                .body("decidedAt", notNullValue())
                .body("outdated", is(false))
                .extract()
                .header("ETag");
        assertThat(tag(pair).split("-")[0]).isEqualTo(after.split("-")[0]);
        decide(pair, seen, "same").statusCode(412).body("code", is("stale-version"));
        decide(pair, after, "same").statusCode(200).body("decision", is("same"));
        manager()
                .get(SUSPICIONS + "/" + pair + "/history")
                .then()
                .body(
                        "items.type",
                        contains(
                                "org.wsisforum.awards.suspicion.decided.v1",
                                "org.wsisforum.awards.suspicion.decided.v1"))
                .body("items[0].actor", is("manager"));
        given().queryParam("subject", "suspicions/" + pair)
                .get(SubmittedProjects.EDITION + "/changes")
                .then()
                .statusCode(200)
                .body(not(containsString("suspicion.decided")));
        assertThat(states(pair, one, "open")).isFalse();
        assertThat(states(pair, one, "decided")).isTrue();
    }

    private static boolean states(Object pair, String project, String state) {
        return Pages.of(SUSPICIONS + "?limit=200&project=" + project + "&state=" + state)
                .contains(pair.toString());
    }

    /** The ids on all pages, as the manager sees them. */
    private static final class Pages {
        static List<String> of(String address) {
            var ids = new ArrayList<String>();
            var next = address;
            while (next != null) {
                var page = manager().get(next).then().statusCode(200).extract();
                ids.addAll(page.<List<String>>path("items.id"));
                next = page.path("links.next");
            }
            return ids;
        }
    }

    @Test
    void of_two_who_decide_first_at_once_one_does() throws Exception {
        var one = SubmittedProjects.submitted(Map.of("title", "One " + mark));
        SubmittedProjects.submitted(Map.of("title", "Two " + mark));
        var pair = pairs(one).getFirst().get("id");
        var seen = tag(pair);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> deciding =
                    () -> decide(pair, seen, "same").extract().statusCode();
            var answers = people.invokeAll(java.util.Collections.nCopies(6, deciding)).stream()
                    .map(answer -> answer.resultNow())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(answers).isEqualTo(Map.of(200, 1L, 412, 5L));
        }
    }

    @Test
    void a_decision_on_texts_that_were_changed_is_to_be_made_again() {
        var one = SubmittedProjects.submitted(Map.of("title", "One " + mark));
        SubmittedProjects.submitted(Map.of("title", "Two " + mark));
        var pair = pairs(one).getFirst().get("id");
        var seen = tag(pair);
        decide(pair, seen, "different").statusCode(200);
        var decided = tag(pair);
        SubmittedProjects.revise(one, Map.of("title", "Three " + mark));
        manager()
                .get(SUSPICIONS + "/" + pair)
                .then()
                .body("decision", is("different"))
                .body("outdated", is(true));
        assertThat(states(pair, one, "open")).isTrue();
        decide(pair, decided, "same").statusCode(412);
        decide(pair, tag(pair), "same").statusCode(200).body("outdated", is(false));
    }

    @Test
    void pages_lose_nothing_and_show_the_most_alike_first() {
        var one = SubmittedProjects.submitted(Map.of("title", "One " + mark));
        for (var word : List.of("Two", "Three", "Four", "Five", "Six")) {
            SubmittedProjects.submitted(Map.of("title", word + " " + mark));
        }
        var mine = SUSPICIONS + "?project=" + one;
        var whole = Pages.of(mine + "&limit=200");
        assertThat(Pages.of(mine + "&limit=2")).isEqualTo(whole).doesNotHaveDuplicates();
        var count = manager().get(mine + "&count=exact&limit=1").<Integer>path("count");
        assertThat(count).isEqualTo(whole.size()).isEqualTo(5);
        var likeness = manager().get(SUSPICIONS + "?limit=200").<List<Integer>>path("items.likeness");
        assertThat(likeness).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        manager().get(SUSPICIONS + "?cursor=x").then().statusCode(400).body("code", is("cursor-not-valid"));
    }

    @Test
    void what_no_longer_is_alike_is_not_there() {
        manager()
                .get(SUSPICIONS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
        manager().get("/awards/v1/editions/1999/suspicions").then().body("code", is("edition-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "telemedicine for islands, tele medicine for islands",
        "a school in every village, every village has its school",
        "word, words",
        "same, same",
        "one, two",
        "e-health 4 all, ehealth for all",
    })
    void likeness_is_what_the_database_says(String one, String other) {
        var trigrams = new Trigrams();
        var ours = trigrams.of(one).likeness(trigrams.of(other));
        var theirs = ((Number) database.createNativeQuery("select similarity(:one, :other)", Float.class)
                        .setParameter("one", one)
                        .setParameter("other", other)
                        .getSingleResult())
                .doubleValue();
        assertThat(ours).isEqualTo((int) Math.floor(theirs * 100 + 1e-4));
    }
}
