package org.wsisforum.kit.follow;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.sample.NoteFeed;
import org.wsisforum.kit.sample.Notes;
import org.wsisforum.kit.testing.RealPostgres;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** Whoever follows a feed does once what each event asks for. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class FollowTest {

    private static final String HEALTH = "checks.find { it.name == 'feed-notes' }.";
    private static final String FEED = "notes";

    @Inject
    AgroalDataSource database;

    @Inject
    NoteFeed feed;

    @Inject
    Cursors cursors;

    @Inject
    FollowConfig config;

    private final String edition = Notes.freshEdition();

    @BeforeEach
    void follow() {
        NoteFeed.begun = new CountDownLatch(1);
        NoteFeed.mayFinish = new CountDownLatch(1);
        NoteFeed.FOLLOWED.add(edition);
        // It has come to the end of what there is, and waits.
        await().until(() -> position().cursor() != null);
    }

    @AfterEach
    void follow_no_more() {
        NoteFeed.away = false;
        NoteFeed.mayFinish.countDown();
        NoteFeed.FOLLOWED.remove(edition);
        await().until(() -> Double.isNaN(metric("wsis_feed_lag_seconds")));
    }

    private void create(int place) {
        Notes.json()
                .header("Authorization", TestCredentials.of("staff", "secretariat", "sample:write"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Notes.note(place))
                .post(Notes.path(edition))
                .then()
                .statusCode(201);
    }

    private List<String> heard() throws SQLException {
        var all = new ArrayList<String>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select what from heard_note where edition = ?")) {
            query.setString(1, edition);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
        }
        return all;
    }

    private void set(String column, String value) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update followed_feed set " + column + " = " + value + " where edition = ?")) {
            update.setString(1, edition);
            update.executeUpdate();
        }
    }

    private Cursors.Position position() {
        return QuarkusTransaction.requiringNew().call(() -> cursors.of(FEED, edition));
    }

    private boolean advance(String from, String to) {
        return QuarkusTransaction.requiringNew().call(() -> cursors.advance(FEED, edition, from, to));
    }

    private void pause(boolean paused) {
        QuarkusTransaction.requiringNew().run(() -> cursors.pause(FEED, edition, paused));
    }

    private static String metrics() {
        return when().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private double metric(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("\"" + edition + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(Double.NaN);
    }

    private FeedReader anotherCopy() {
        var meters = new FeedMeters(new SimpleMeterRegistry(), FEED, edition);
        return new FeedReader(feed, edition, cursors, config, new Outage(FEED), meters);
    }

    @Test
    void a_change_has_its_effect_while_the_reader_waits_for_it() {
        create(1);
        // No poll comes in this time: the read under way waits for longer.
        await().atMost(Duration.ofSeconds(5)).until(this::heard, is(List.of("note 1")));
        assertThat(config.longestWait()).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void of_several_copies_one_applies_each_change() throws SQLException {
        var copies = List.of(anotherCopy(), anotherCopy());
        copies.forEach(FeedReader::start);
        IntStream.range(100, 140).forEach(this::create);
        await().until(() -> heard().contains("note 139"));
        assertThat(heard())
                .containsExactlyElementsOf(
                        IntStream.range(100, 140).mapToObj(n -> "note " + n).toList());
        copies.forEach(FeedReader::stop);
    }

    @Test
    void who_asked_before_another_went_on_goes_on_no_more() {
        var stale = position().cursor();
        create(1);
        await().until(this::heard, is(List.of("note 1")));
        assertThat(advance(stale, "elsewhere")).isFalse();
    }

    @Test
    void while_reading_is_paused_nothing_is_applied_and_afterwards_everything() throws SQLException {
        pause(true);
        when().get("/q/health/ready").then().body(HEALTH + "data.'" + edition + ".paused'", is(true));
        var stopped = position().cursor();
        create(1);
        await().until(() -> metric("wsis_feed_paused") == 1);
        assertThat(heard()).isEmpty();
        // Nor does a copy that had asked before the pause.
        assertThat(advance(stopped, "c999")).isFalse();
        assertThat(position().cursor()).isEqualTo(stopped);

        pause(false);
        await().until(this::heard, is(List.of("note 1")));
        await().until(() -> metric("wsis_feed_paused") == 0);
    }

    @Test
    void what_is_unfit_or_fails_again_and_again_is_left_behind() {
        create(NoteFeed.UNFIT);
        create(NoteFeed.BREAKS);
        create(1);
        await().until(this::heard, is(List.of("left behind", "left behind", "note 1")));
        await().until(() -> metric("wsis_feed_changes_applied_total") == 1);
        assertThat(metric("wsis_feed_changes_left_behind_total")).isEqualTo(2);
    }

    @Test
    void a_cursor_that_the_feed_refuses_is_replaced_by_reading_everything() throws SQLException {
        set("cursor", "'from-another-world'");
        // The read under way ends, and finds that somebody has gone on.
        create(1);
        await().until(this::heard, is(List.of("everything")));
        create(2);
        await().until(this::heard, is(List.of("everything", "note 2")));
    }

    @Test
    void an_outage_and_the_lag_it_makes_are_seen_and_pass() throws SQLException {
        NoteFeed.away = true;
        create(1);
        when().get("/q/health/ready").then().body(HEALTH + "data.'" + edition + ".lagSeconds'", is(0));
        await().until(() -> metric("wsis_feed_unreachable") == 1);
        set("caught_up_at", "now() - interval '100 seconds'");
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(HEALTH + "status", is("UP"))
                .body(HEALTH + "data.unreachable", is(true))
                .body(HEALTH + "data.'" + edition + ".lagSeconds'", greaterThanOrEqualTo(100));
        await().until(() -> metric("wsis_feed_lag_seconds") >= 100);

        NoteFeed.away = false;
        await().until(this::heard, is(List.of("note 1")));
        await().until(() -> metric("wsis_feed_unreachable") == 0 && metric("wsis_feed_lag_seconds") == 0);
        when().get("/q/health/ready")
                .then()
                .body(HEALTH + "data.unreachable", is(false))
                .body(HEALTH + "data.'" + edition + ".lagSeconds'", is(0));
    }

    @Test
    void the_lag_is_nought_for_as_long_as_a_read_may_wait() {
        var lag = new Lag(Duration.ofSeconds(20));
        assertThat(lag.seconds(Duration.ofSeconds(25))).isZero();
        assertThat(lag.seconds(Duration.ofMillis(25_500))).isEqualTo(25.5);
    }

    @Test
    void a_stop_ends_a_wait_at_once() {
        var copy = anotherCopy();
        copy.start();
        // Whether it waits can only be told by stopping it.
        await().until(copy::stop, is(Optional.empty()));
        await().atMost(Duration.ofSeconds(2)).until(copy::hasEnded);
    }

    @Test
    void a_stop_lets_what_is_being_applied_come_to_its_end() throws Exception {
        NoteFeed.FOLLOWED.remove(edition);
        await().until(() -> Double.isNaN(metric("wsis_feed_lag_seconds")));
        var copy = anotherCopy();
        copy.start();
        create(NoteFeed.SLOW);
        create(100);
        NoteFeed.begun.await();
        var working = copy.stop().orElseThrow();
        assertThat(heard()).isEmpty();
        NoteFeed.mayFinish.countDown();
        working.join();
        assertThat(heard()).containsExactly("note 99");
    }

    @Test
    void an_edition_that_is_followed_no_more_is_not_told_of() {
        assertThat(metrics()).contains("wsis_feed_lag_seconds{edition=\"" + edition + "\"");
        NoteFeed.FOLLOWED.remove(edition);
        await().untilAsserted(() -> when().get("/q/metrics")
                .then()
                .body(not(containsString("wsis_feed_lag_seconds{edition=\"" + edition + "\""))));
    }
}
