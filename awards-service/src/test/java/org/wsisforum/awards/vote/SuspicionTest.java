package org.wsisforum.awards.vote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.wsisforum.awards.vote.OpenEdition.manager;
import static org.wsisforum.awards.vote.OpenEdition.rows;
import static org.wsisforum.awards.vote.OpenEdition.rule;
import static org.wsisforum.awards.vote.OpenEdition.somebody;
import static org.wsisforum.awards.vote.OpenEdition.voter;

/** What makes voters suspicious, and how people decide on them. */
@AwardsTest
class SuspicionTest {

    private static final String OFFICE = "198.51.100.";

    @Inject
    Suspicion suspicion;

    private OpenEdition edition;

    /** Four voters of a network, or three votes for one project in ten minutes, are as much as a throw-away mailbox. */
    @BeforeEach
    void an_edition_with_low_thresholds() {
        edition = new OpenEdition(
                2, 8, rule("vote,votersPerNetwork", 4), rule("vote,burstVotes", 3), rule("vote,quarantineScore", 40));
    }

    private ValidatableResponse list(String query) {
        return manager().get(edition.path + "/quarantine" + query).then().statusCode(200);
    }

    private ValidatableResponse looked() {
        suspicion.look(edition.code);
        return list("");
    }

    private void votes(String address, String email, int category, int nominee) {
        edition.casts(
                        voter(somebody(), email).header("X-Forwarded-For", address),
                        category,
                        edition.nominees(category).get(nominee))
                .then()
                .statusCode(201);
    }

    private void votes(String address, int nominee) {
        votes(address, somebody() + "@example.org", 1, nominee);
    }

    private static void minutesLater(int minutes) {
        ForumTime.is("2031-03-10T12:%02d+01:00".formatted(minutes));
    }

    @Test
    void few_voters_of_a_network_are_not() {
        for (var nominee = 0; nominee < 3; nominee++) {
            votes(OFFICE + nominee, nominee);
            votes("203.0.113." + nominee, nominee);
        }
        looked().body("items", empty());
    }

    @Test
    void many_voters_of_a_network_all_are_from_the_first_to_the_last() {
        for (var nominee = 0; nominee < 4; nominee++) {
            votes(OFFICE + nominee, nominee);
        }
        votes("203.0.113.1", 0);
        looked().body("items", hasSize(4))
                .body("items.reasons", everyItem(contains("crowded-network")))
                .body("items.score", everyItem(is(40)))
                .body("items.decision", everyItem(nullValue()));
        assertThat(list("").extract().<List<String>>path("items.network"))
                .hasSize(4)
                .containsOnly(list("").extract().<String>path("items[0].network"));
    }

    @Test
    void none_is_sealed_unseen() {
        for (var nominee = 0; nominee < 4; nominee++) {
            votes(OFFICE + nominee, nominee);
        }
        list("").body("items", empty());
        ForumTime.is("2031-04-02T12:00+02:00");
        manager()
                .header("Idempotency-Key", somebody())
                .post(edition.path + "/tallies")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> when().get(edition.path + "/ledger").then().statusCode(200));
        list("").body("items", hasSize(4));
    }

    @Test
    void of_ipv6_a_network_is_what_a_household_has() {
        for (var host = 0; host < 4; host++) {
            votes("2001:db8:1:" + host + "::" + host, host);
            votes("2001:db8:" + (host + 2) + "::1", host + 4);
        }
        looked().body("items", hasSize(4));
    }

    @Test
    void where_somebody_votes_from_counts_and_not_only_where_the_first_vote_came_from() {
        var subjects = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            var subject = somebody();
            subjects.add(subject);
            edition.casts(
                            voter(subject).header("X-Forwarded-For", "203.0." + i + ".1"),
                            1,
                            edition.nominees(1).get(i))
                    .then()
                    .statusCode(201);
        }
        for (var i = 0; i < 4; i++) {
            edition.casts(
                            voter(subjects.get(i)).header("X-Forwarded-For", OFFICE + "9"),
                            2,
                            edition.nominees(2).get(i))
                    .then()
                    .statusCode(201);
        }
        looked().body("items", hasSize(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@mailinator.com", "A+B@Sub.Mailinator.com", "a@yopmail.com", "a@thrown-away.example"})
    void a_throw_away_mailbox_is(String address) {
        votes("203.0.113.1", address, 1, 0);
        votes("203.0.113.1", "a@not-mailinator.com", 1, 1);
        looked().body("items.reasons", contains(contains("disposable-mailbox"))).body("items[0].network", nullValue());
    }

    @Test
    void a_burst_is_so_many_votes_for_one_project_out_of_one_network_within_so_long() {
        edition = new OpenEdition(
                2, 8, rule("vote,votersPerNetwork", 100), rule("vote,burstVotes", 3), rule("vote,quarantineScore", 40));
        for (var minute : new int[] {0, 9, 18, 27}) {
            minutesLater(minute);
            votes(OFFICE + "1", 0);
        }
        for (var minute : new int[] {30, 31, 32}) {
            minutesLater(minute);
            votes("203.0.113.1", 1);
            votes("203.0." + minute + ".1", 1);
        }
        looked().body("items", hasSize(3)).body("items.reasons", everyItem(contains("burst")));
    }

    @Test
    void suspicions_add_up_to_the_threshold_of_the_edition() {
        edition = new OpenEdition(
                1, 8, rule("vote,votersPerNetwork", 4), rule("vote,burstVotes", 4), rule("vote,quarantineScore", 80));
        votes(OFFICE + "1", "a@mailinator.com", 1, 0);
        for (var nominee = 1; nominee < 4; nominee++) {
            votes(OFFICE + "1", nominee);
        }
        looked().body("items.reasons", contains(containsInAnyOrder("crowded-network", "disposable-mailbox")))
                .body("items.score", contains(80));
    }

    @Test
    void a_score_rises_with_what_is_seen_later_and_nobody_is_set_apart_twice() {
        votes(OFFICE + "1", "a@mailinator.com", 1, 0);
        looked().body("items.score", contains(40));
        for (var nominee = 1; nominee < 4; nominee++) {
            votes(OFFICE + "1", nominee);
        }
        looked().body("items.score", containsInAnyOrder(80, 40, 40, 40));
        looked().body("items", hasSize(4));
    }

    @Test
    void nothing_in_the_list_tells_who_it_is_or_for_whom_the_votes_are() {
        votes(OFFICE + "77", "anna.personal@mailinator.com", 1, 0);
        var text = looked().extract().asString();
        var voterRow = rows("select voter.*::text from voter where edition = '" + edition.code + "'")
                .getFirst();
        assertThat(text)
                .doesNotContain("anna")
                .doesNotContain(OFFICE)
                .doesNotContain(edition.nominee(1))
                .doesNotContain(rows("select encode(mailbox, 'hex') from voter where edition = '" + edition.code + "'")
                        .getFirst());
        assertThat(voterRow).doesNotContain("anna").doesNotContain(OFFICE);
        assertThat(text).doesNotContain("\"voter\"");
    }

    @Test
    void the_list_is_filtered_and_paged() {
        votes("203.0.113.1", "a@mailinator.com", 1, 0);
        for (var nominee = 0; nominee < 4; nominee++) {
            votes(OFFICE + "1", nominee);
        }
        looked().body("items", hasSize(5));
        list("?reason=crowded-network").body("items", hasSize(4));
        list("?reason=disposable-mailbox").body("items", hasSize(1));
        list("?reason=burst").body("items", empty());
        var network = list("?reason=crowded-network").extract().<String>path("items[0].network");
        list("?network=" + network).body("items", hasSize(4));
        list("?state=open").body("items", hasSize(5));
        list("?state=decided").body("items", empty());
        var first = list("?limit=3").body("items", hasSize(3)).extract();
        manager()
                .get(first.<String>path("links.next"))
                .then()
                .body("items", hasSize(2))
                .body("items.id", not(is(first.<List<String>>path("items.id"))));
        manager().get(edition.path + "/quarantine?reason=x").then().statusCode(422);
        manager().get(edition.path + "/quarantine?state=x").then().statusCode(422);
        manager().get("/awards/v1/editions/1999/quarantine").then().statusCode(404);
    }

    private String oneSetApart() {
        votes("203.0.113.1", "a@mailinator.com", 1, 0);
        return edition.path + "/quarantine/" + looked().extract().<String>path("items[0].id");
    }

    private static Map<String, String> decision(String decision) {
        return Map.of("decision", decision, "reason", "Because.");
    }

    @Test
    void a_person_decides_on_what_the_person_has_seen() {
        var one = oneSetApart();
        var tag = manager().get(one).then().statusCode(200).extract().header("ETag");
        manager().body(decision("excluded")).put(one).then().statusCode(428);
        var decided = manager()
                .header("If-Match", tag)
                .body(decision("excluded"))
                .put(one)
                .then()
                .statusCode(200)
                .body("decision", is("excluded"))
                .body("reason", is("Because."))
                .body("decidedBy", is("manager"))
                .body("decidedAt", notNullValue())
                .extract()
                .header("ETag");
        manager()
                .header("If-Match", tag)
                .body(decision("counted"))
                .put(one)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        manager()
                .header("If-Match", decided)
                .body(decision("counted"))
                .put(one)
                .then()
                .statusCode(200);
        // What happened is readable once everything that began before it has ended.
        await().untilAsserted(() -> manager()
                .get(one + "/history")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.actor", everyItem(is("manager"))));
    }

    @Test
    void what_is_no_decision_is_refused() {
        var one = oneSetApart();
        for (var body :
                List.of("{}", "{\"decision\": \"counted\"}", "{\"decision\": \"counted\", \"reason\": \" \"}")) {
            manager().header("If-Match", "*").body(body).put(one).then().statusCode(422);
        }
        manager()
                .header("If-Match", "*")
                .body(decision("deleted"))
                .put(one)
                .then()
                .statusCode(400);
        manager()
                .header("If-Match", "*")
                .body(decision("counted"))
                .put(edition.path + "/quarantine/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_person_has_decided_stays_whatever_is_seen_later() {
        var one = oneSetApart();
        manager()
                .header("If-Match", "*")
                .body(decision("counted"))
                .put(one)
                .then()
                .statusCode(200);
        for (var nominee = 1; nominee < 4; nominee++) {
            votes("203.0.113.1", nominee);
        }
        looked().body("items", hasSize(4));
        manager().get(one).then().body("decision", is("counted")).body("score", is(40));
    }

    @Test
    void a_whole_network_is_decided_at_once_up_to_what_the_person_has_seen() {
        var before = oneSetApart();
        manager()
                .header("If-Match", "*")
                .body(decision("counted"))
                .put(before)
                .then()
                .statusCode(200);
        for (var nominee = 1; nominee < 4; nominee++) {
            votes("203.0.113.1", nominee);
        }
        var seen = looked().extract();
        var network = seen.<List<String>>path("items.network").stream()
                .filter(n -> n != null)
                .findFirst()
                .orElseThrow();
        var last = seen.<List<String>>path("items.since").getLast();
        minutesLater(30);
        votes("203.0.113.2", 5);
        looked().body("items", hasSize(5));

        var all = Map.of("network", network, "until", last, "decision", "excluded", "reason", "One and the same.");
        var burst = new HashMap<String, Object>(all);
        burst.put("suspicion", "burst");
        manager()
                .body(burst)
                .post(edition.path + "/quarantine/decisions")
                .then()
                .statusCode(200)
                .body("decided", is(0));
        for (var expected : new int[] {3, 0}) {
            manager()
                    .body(all)
                    .post(edition.path + "/quarantine/decisions")
                    .then()
                    .statusCode(200)
                    .body("decided", is(expected))
                    .body("more", is(false));
        }
        list("?state=open").body("items", hasSize(1));
        list("?state=decided").body("items", hasSize(4));
        var one = list("?state=decided&network=" + network).extract().<String>path("items[0].id");
        await().untilAsserted(() -> manager()
                .get(edition.path + "/quarantine/" + one + "/history")
                .then()
                .body("items.actor", contains("manager")));
    }

    @Test
    void nobody_decides_on_all_without_saying_whom() {
        manager()
                .body(Map.of("until", "2031-03-10T12:00:00Z", "decision", "excluded", "reason", "All."))
                .post(edition.path + "/quarantine/decisions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/network"));
        manager()
                .body(Map.of("suspicion", "burst", "decision", "excluded", "reason", "All."))
                .post(edition.path + "/quarantine/decisions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
    }

    @Test
    void who_writes_a_reason_is_told_that_everybody_will_read_it() {
        for (var input : List.of("QuarantineDecisionInput", "QuarantineDecisionsInput")) {
            when().get("/awards/v1/openapi.json")
                    .then()
                    .body(
                            "components.schemas." + input + ".properties.reason.description",
                            containsString("Public from the edition's `embargo.countsAt` on"));
        }
    }
}
