package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.ledger.VotedEdition;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Champions are told by name when the edition says so, by numbers later, and to nobody before. */
@AwardsTest
class PublishingChampionsTest {

    @Inject
    Announcement announcement;

    @Inject
    org.wsisforum.awards.review.Announcement nominees;

    @Inject
    ChampionList champions;

    private VotedEdition edition;
    private Counted tally;

    @BeforeEach
    void the_votes_are_counted() {
        edition = new VotedEdition(2, 5);
        for (var voter = 0; voter < 6; voter++) {
            // In the first category the one with the highest id has the most votes.
            edition.voted("voter " + voter, voter < 3 ? 4 : voter < 5 ? 2 : 0, 1);
        }
        tally = Counted.of(edition.sealed());
    }

    private static RequestSpecification as(String role) {
        return given().header(
                        "Authorization",
                        TestCredentials.of("someone", role, "awards:tally", "awards:read", "stats:read"));
    }

    private Response ofCategory() {
        return when().get(edition.path + "/champions/1?count=exact");
    }

    private Response all() {
        return when().get(edition.path + "/champions?count=exact");
    }

    private String[] nominees(int... places) {
        return Arrays.stream(places)
                .mapToObj(place -> edition.nominee(1, place).toString())
                .toArray(String[]::new);
    }

    @Test
    void before_their_time_nothing_tells_that_they_are_known() {
        // What is due of the nominees is told before, and not between two reads.
        nominees.announce();
        var listBefore = ofCategory();
        var allBefore = all();
        tally.published().statusCode(201).body("published", is(true));
        announcement.announce();
        for (var instant : List.of("2031-03-31T23:00:10+02:00", "2031-04-12T23:59:50+02:00")) {
            ForumTime.is(instant);
            announcement.announce();
            assertThat(ofCategory().asString()).isEqualTo(listBefore.asString());
            assertThat(ofCategory().header("ETag")).isEqualTo(listBefore.header("ETag"));
            assertThat(all().asString()).isEqualTo(allBefore.asString());
            when().get(edition.path + "/changes").then().body("items.subject", everyItem(startsWith("nominees/")));
            for (var role : Role.OF_THE_REALM) {
                as(role).get(edition.path + "/champions/1")
                        .then()
                        .statusCode(200)
                        .body("items", empty());
                as(role).get(edition.path + "/champions").then().body("items", empty());
                if (!role.equals(Role.AWARDS_MANAGER)) {
                    as(role).get(tally.path() + "/document").then().statusCode(404);
                    as(role).get(tally.path()).then().statusCode(403);
                    as(role).get(edition.path + "/tallies").then().statusCode(403);
                    as(role).get(edition.path + "/ties/1").then().statusCode(403);
                    as(role).get(edition.path + "/changes")
                            .then()
                            .body("items.subject", everyItem(startsWith("nominees/")));
                }
            }
            when().get(tally.path() + "/document").then().statusCode(404);
            when().get(tally.path()).then().statusCode(401);
        }
        ofCategory().then().body("items", empty()).body("count", is(0));
        // Whoever chooses the winners knows them all the same.
        assertThat(champions.of(edition.code, 1)).hasSize(3);
        assertThat(champions.isPublic(edition.code, Instant.parse("2031-04-12T21:59:59Z")))
                .isFalse();
    }

    @Test
    void from_their_time_on_everybody_sees_their_names_in_no_order_that_tells_ranks() {
        tally.published().statusCode(201);
        VotedEdition.whenChampionsArePublic();
        var shown = ofCategory();
        shown.then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("items.project", contains(nominees(0, 2, 4)))
                .body("items", everyItem(not(hasKey("votes"))))
                .body("count", is(3));
        assertThat(shown.asString()).doesNotContain("votes\"").doesNotContain("rank");
        all().then().body("items.category", contains(1, 1, 1, 2));
        as(Role.AWARDS_MANAGER)
                .get(edition.path + "/champions/1")
                .then()
                .body("items", everyItem(not(hasKey("votes"))));
        when().get(tally.path() + "/document").then().statusCode(404);
        assertThat(when().get(edition.path + "/changes").asString()).doesNotContain("tally");
    }

    @Test
    void from_the_ceremony_on_everybody_sees_numbers_and_how_they_came_about() {
        tally.published().statusCode(201);
        ForumTime.is("2031-05-18T12:59:50+02:00");
        ofCategory().then().body("items", everyItem(not(hasKey("votes"))));
        edition.ledger().statusCode(200).body("links.tally", nullValue());
        VotedEdition.whenCountsArePublic();
        edition.ledger().body("links.tally", is(tally.path() + "/document"));
        ofCategory().then().body("items.votes", contains(1, 2, 3));
        when().get(tally.path() + "/document")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("categories[0].nominees.votes", contains(3, 2, 1, 0, 0));
        assertThat(when().get(tally.path() + "/document").asByteArray()).isEqualTo(tally.bytes());
        // Another tally is nobody's business.
        when().get(Counted.of(edition).path() + "/document").then().statusCode(404);
    }

    @Test
    void an_edition_that_never_tells_numbers_does_not() {
        edition.rule("{embargo,countsAt}", "null");
        tally.published().statusCode(201);
        ForumTime.is("2041-01-01T00:00Z");
        ofCategory()
                .then()
                .body("items.project", contains(nominees(0, 2, 4)))
                .body("items", everyItem(not(hasKey("votes"))));
        when().get(tally.path() + "/document").then().statusCode(404);
    }

    @Test
    void those_who_follow_the_changes_hear_of_it_once_when_it_is_time() {
        tally.published().statusCode(201);
        announcement.announce();
        VotedEdition.whenChampionsArePublic();
        announcement.announce();
        announcement.announce();
        await().untilAsserted(() -> when().get(edition.path + "/changes?subject=champions/*")
                .then()
                .body("items.subject", contains("champions/1", "champions/2"))
                .body("items[0].type", is("org.wsisforum.awards.champions.published.v1"))
                .body("items[0]", not(hasKey("actor"))));
    }

    @Test
    void and_once_more_when_numbers_and_the_ledger_s_file_are_there_for_everybody() {
        tally.published().statusCode(201);
        ForumTime.is("2031-05-18T12:59:50+02:00");
        announcement.announce();
        when().get(edition.path + "/changes?subject=champions").then().body("items", empty());
        VotedEdition.whenCountsArePublic();
        announcement.announce();
        announcement.announce();
        await().untilAsserted(() -> when().get(edition.path + "/changes?subject=champions")
                .then()
                .body("items.type", contains("org.wsisforum.awards.counts.published.v1"))
                .body("items[0]", not(hasKey("actor"))));
        when().get(edition.path + "/ledger/file").then().statusCode(200);
    }

    @Test
    void an_edition_that_never_tells_numbers_says_nothing_of_them() {
        edition.rule("{embargo,countsAt}", "null");
        tally.published().statusCode(201);
        ForumTime.is("2041-01-01T00:00Z");
        announcement.announce();
        await().untilAsserted(() ->
                when().get(edition.path + "/changes?subject=champions/*").then().body("items", hasSize(2)));
        when().get(edition.path + "/changes?subject=champions").then().body("items", empty());
    }

    @Test
    void until_then_those_of_another_tally_take_their_place_and_afterwards_they_stay() {
        tally.published().statusCode(201);
        tally.published().statusCode(200);
        var suspect = (Long) VotedEdition.value("select voter from vote where project = ?", edition.nominee(1, 0));
        edition.setApart(suspect, "excluded");
        var second = Counted.of(edition);
        second.published().statusCode(201).body("published", is(true));
        tally.shown().body("published", is(false));
        VotedEdition.whenChampionsArePublic();
        ofCategory().then().body("items.project", contains(nominees(2, 4)));
        tally.published().statusCode(409).body("code", is("champions-public"));
        second.published().statusCode(200);
        ofCategory().then().body("items.project", contains(nominees(2, 4)));
        VotedEdition.manager()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"projects\": [\"" + edition.nominee(1, 0) + "\"], \"reason\": \"Late.\"}")
                .put(edition.path + "/ties/1")
                .then()
                .statusCode(404);
    }

    @Test
    void who_waited_for_somebody_else_until_champions_are_public_comes_too_late() throws Exception {
        tally.published().statusCode(201);
        edition.setApart(
                (Long) VotedEdition.value("select voter from vote where project = ?", edition.nominee(1, 0)),
                "excluded");
        var second = Counted.of(edition);
        ForumTime.is("2031-04-12T23:59:30+02:00");
        try (var connection = VotedEdition.connect();
                var statement = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('tallies " + edition.code + "', 0))");
            var waits = threads.submit(() -> second.published().extract());
            await().until(() -> !VotedEdition.value(
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                    .equals(0L));
            VotedEdition.whenChampionsArePublic();
            connection.rollback();
            assertThat(waits.get().<String>path("code")).isEqualTo("champions-public");
        }
        ofCategory().then().body("items.project", contains(nominees(0, 2, 4)));
    }

    @Test
    void what_is_published_late_is_public_at_once() {
        VotedEdition.whenChampionsArePublic();
        ofCategory().then().body("items", empty());
        tally.published().statusCode(201);
        ofCategory().then().body("items.project", contains(nominees(0, 2, 4)));
    }

    @Test
    void who_stays_a_champion_keeps_the_place_that_others_refer_to() {
        tally.published().statusCode(201);
        var before = VotedEdition.value("select xmin::text from champion where project = ?", edition.nominee(1, 4));
        edition.setApart(
                (Long) VotedEdition.value("select voter from vote where project = ?", edition.nominee(1, 0)),
                "excluded");
        Counted.of(edition).published().statusCode(201);
        assertThat(VotedEdition.value("select xmin::text from champion where project = ?", edition.nominee(1, 4)))
                .isEqualTo(before);
    }

    @Test
    void a_tally_that_is_not_there_or_not_done_is_not_published() {
        VotedEdition.once()
                .post(edition.path + "/tallies/" + UUID.randomUUID() + "/publication")
                .then()
                .statusCode(404);
        var waiting = UUID.randomUUID();
        VotedEdition.execute(
                "insert into tally (id, edition, state, progress, requested_at, claim, claimed_until, faults)"
                        + " values (?, ?, 'COUNTING', 5, now(), gen_random_uuid(), now() + interval '1 hour', 0)",
                waiting,
                edition.code);
        new Counted(edition, waiting.toString()).published().statusCode(409).body("code", is("tally-not-done"));
        VotedEdition.manager().post(tally.path() + "/publication").then().statusCode(400);
    }
}
