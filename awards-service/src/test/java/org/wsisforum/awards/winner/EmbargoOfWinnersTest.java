package org.wsisforum.awards.winner;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.ledger.VotedEdition;
import org.wsisforum.awards.review.Contest;
import org.wsisforum.kit.testing.EventStream;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** Winners are public from one instant on, everywhere at once, and until then nothing keeps what tells of them. */
@AwardsTest
class EmbargoOfWinnersTest {

    @Inject
    Announcement announcement;

    private Finals finals;
    private String winner;

    @BeforeEach
    void a_winner_is_decided() {
        finals = new Finals("First", "Second");
        winner = finals.champions.getFirst();
        finals.decide(winner).statusCode(201);
    }

    private Response ofCategory() {
        return when().get(Contest.EDITION + "/winners/" + finals.category);
    }

    private List<Object> announcements() {
        return given().queryParam("subject", "winners/" + finals.category)
                .get(Contest.EDITION + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @Test
    void the_list_is_empty_one_second_before_and_whole_at_the_instant() {
        Finals.oneSecondBeforeWinnersArePublic();
        ofCategory().then().statusCode(200).body("items", empty());
        Finals.oneSecondBeforeWinnersArePublic();
        when().get(Contest.EDITION + "/winners/" + finals.category + "?count=exact")
                .then()
                .body("count", is(0));
        Finals.whenWinnersArePublic();
        ofCategory()
                .then()
                .body("items.project", contains(winner))
                .body("items[0].title", is("First " + finals.category))
                .body("items[0].actionLine", is("C9"))
                .body("items[0].country", is("KI"))
                .body("items[0].region", is("ASP"))
                .body("items[0].certificate", is(Contest.EDITION + "/winners/" + winner + "/certificate"))
                .body(
                        "items[0].ceremony",
                        is("/agenda/v1/editions/2031/sessions/7c987906-3a35-3ac3-bc41-c6be57e0464c"));
        assertThat(when().get(Contest.EDITION + "/winners?limit=200").asString())
                .contains(winner);
    }

    @Test
    void the_edition_leads_to_the_ceremony() {
        when().get("/awards/v1/editions/2021")
                .then()
                .body("ceremony", is("/agenda/v1/editions/2021/sessions/cd8b6469-dab5-3e1d-89d3-d9b1ac43d4a7"));
    }

    @Test
    void the_public_address_answers_the_manager_like_everybody() {
        Finals.shortlyBeforeWinnersArePublic();
        Contest.manager()
                .get(Contest.EDITION + "/winners/" + finals.category)
                .then()
                .statusCode(200)
                .body("items", empty());
        finals.decision().body("projects", contains(winner)).header("Cache-Control", "private, no-store");
    }

    @Test
    void no_cache_keeps_beyond_the_instant_that_there_was_nothing() {
        for (var path :
                List.of("/winners", "/winners/" + finals.category, "/success-stories", "/success-stories.csv")) {
            Finals.oneSecondBeforeWinnersArePublic();
            assertThat(when().get(Contest.EDITION + path).header("Cache-Control"))
                    .as(path)
                    .isIn("public, max-age=0, must-revalidate", "public, max-age=1, must-revalidate");
        }
        ForumTime.is("2031-05-18T12:59:00+02:00");
        assertThat(ofCategory().header("Cache-Control")).isEqualTo("public, max-age=30, must-revalidate");
        Finals.whenWinnersArePublic();
        assertThat(ofCategory().header("Cache-Control"))
                .isEqualTo("public, max-age=30, stale-while-revalidate=120, stale-if-error=86400");
    }

    @Test
    void nominees_are_kept_from_caches_in_the_same_way() {
        ForumTime.is("2031-02-28T23:59:00+01:00");
        assertThat(when().get(Contest.EDITION + "/nominees").header("Cache-Control"))
                .isEqualTo("public, max-age=30, must-revalidate");
    }

    @Test
    void whoever_follows_the_changes_hears_of_it_once_and_of_no_project() {
        Finals.shortlyBeforeWinnersArePublic();
        assertThat(announcements()).isEmpty();
        Finals.whenWinnersArePublic();
        announcement.announce();
        announcement.announce();
        await().untilAsserted(() -> given().queryParam("subject", "winners/" + finals.category)
                .get(Contest.EDITION + "/changes")
                .then()
                .body("items.type", contains("org.wsisforum.awards.winners.announced.v1"))
                .body("items[0]", not(hasKey("actor")))
                .body("items[0].data.fields", empty()));
        assertThat(announcements().toString()).doesNotContain(winner);
    }

    @Test
    void whoever_watches_the_stream_is_told_too() {
        Finals.shortlyBeforeWinnersArePublic();
        try (var stream = EventStream.open(
                RestAssured.port, Contest.EDITION + "/changes/stream?subject=winners/" + finals.category, Map.of())) {
            Finals.whenWinnersArePublic();
            announcement.announce();
            assertThat(stream.next().data())
                    .contains("\"org.wsisforum.awards.winners.announced.v1\"")
                    .contains("\"winners/" + finals.category + "\"")
                    .doesNotContain(winner);
        }
    }

    @Test
    void no_log_tells_who_has_won() {
        Finals.shortlyBeforeWinnersArePublic();
        var log = Logger.getLogger("");
        var said = new CopyOnWriteArrayList<String>();
        var words = new PatternFormatter("%m");
        var listener = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord record) {
                said.add(words.format(record) + " " + record.getThrown());
            }
        };
        listener.setLevel(Level.ALL);
        log.addHandler(listener);
        try {
            var others = new Finals("Third", "Fourth");
            var decided = others.champions.getFirst();
            others.decide(decided).statusCode(201);
            others.decide(decided);
            others.decide("no project");
            others.decision().statusCode(200);
            announcement.announce();
            Logger.getLogger("org.wsisforum").info("The listener hears.");

            assertThat(said).anyMatch(line -> line.contains("The listener hears."));
            assertThat(said).noneMatch(line -> line.contains(decided) || line.contains("Third " + others.category));
        } finally {
            log.removeHandler(listener);
        }
    }

    @Test
    void a_category_of_which_nothing_was_decided_is_not_announced() {
        var undecided = new Finals("Undecided");
        Finals.whenWinnersArePublic();
        announcement.announce();
        when().get(Contest.EDITION + "/winners/" + undecided.category)
                .then()
                .statusCode(200)
                .body("items", empty());
        given().queryParam("subject", "winners/" + undecided.category)
                .get(Contest.EDITION + "/changes")
                .then()
                .body("items", empty());
    }

    @Test
    void later_editions_know_the_winners_as_past_winners_and_no_person_is_overruled() {
        QuarkusTransaction.requiringNew()
                .run(() -> Finals.sql("insert into edition (code, version, title, zone, languages, phases, rules)"
                        + " select '2032', 0, title, zone, languages, phases, rules from edition where code = '2031'"));
        try {
            Finals.whenWinnersArePublic();
            announcement.announce();
            var ours = "items.findAll { it.title == 'First " + finals.category + "' }";
            var pastWinners = "/awards/v1/editions/2032/past-winners?limit=200";
            String id = when().get(pastWinners)
                    .then()
                    .body(ours, hasSize(1))
                    .body(ours + "[0].year", is(2031))
                    .body(ours + "[0].entity", is("Entity of First " + finals.category))
                    .extract()
                    .path(ours + "[0].id");
            assertThat(when().get(pastWinners).asString()).doesNotContain("Second " + finals.category);
            assertThat(when().get("/awards/v1/editions/2021/past-winners?limit=200")
                            .asString())
                    .doesNotContain("First " + finals.category);
            Contest.manager()
                    .header("If-Match", "*")
                    .delete("/awards/v1/editions/2032/past-winners/" + id)
                    .then()
                    .statusCode(204);
            announcement.tellNewEditions(null);
            when().get(pastWinners).then().body(ours, hasSize(0));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> {
                Finals.sql("delete from past_winner where edition = '2032'");
                Finals.sql("delete from edition where code = '2032'");
            });
        }
    }

    @Test
    void an_edition_that_is_stored_later_hears_of_them_when_the_service_starts() {
        Finals.whenWinnersArePublic();
        announcement.announce();
        QuarkusTransaction.requiringNew()
                .run(() -> Finals.sql("insert into edition (code, version, title, zone, languages, phases, rules)"
                        + " select '2033', 0, title, zone, languages, phases, rules from edition where code = '2031'"));
        try {
            announcement.tellNewEditions(null);
            announcement.tellNewEditions(null);
            when().get("/awards/v1/editions/2033/past-winners?limit=200")
                    .then()
                    .body("items.findAll { it.title == 'First " + finals.category + "' }", hasSize(1));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> {
                Finals.sql("delete from past_winner where edition = '2033'");
                Finals.sql("delete from edition where code = '2033'");
            });
        }
    }

    /** Each would enter what it does not see of the other, and the second would end on that. */
    @Test
    void copies_that_start_at_the_same_moment_tell_a_new_edition_one_after_the_other() throws Exception {
        try (var connection = VotedEdition.connect();
                var statement = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('past-winners', 0))");
            var other = threads.submit(() -> announcement.tellNewEditions(null));
            await().until(() -> !VotedEdition.value(
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                    .equals(0L));
            assertThat(other.isDone()).isFalse();
            connection.rollback();
            other.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void nothing_is_found_where_nobody_has_won() {
        Finals.whenWinnersArePublic();
        var unknown = UUID.randomUUID();
        when().get(Contest.EDITION + "/winners/" + unknown + "/certificate")
                .then()
                .statusCode(404)
                .body("detail", endsWith("has no winner " + unknown + "."));
        when().get(Contest.EDITION + "/winners/299").then().statusCode(404);
        when().get("/awards/v1/editions/1999/winners").then().statusCode(404).body("code", is("edition-not-found"));
    }
}
