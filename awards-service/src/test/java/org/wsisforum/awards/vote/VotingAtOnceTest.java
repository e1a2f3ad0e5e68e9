package org.wsisforum.awards.vote;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.ledger.Receipts;
import org.wsisforum.awards.ledger.VerifyCommand;
import org.wsisforum.kit.testing.ForumTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.wsisforum.awards.vote.OpenEdition.execute;
import static org.wsisforum.awards.vote.OpenEdition.rows;
import static org.wsisforum.awards.vote.OpenEdition.rule;
import static org.wsisforum.awards.vote.OpenEdition.somebody;
import static org.wsisforum.awards.vote.OpenEdition.voter;

/** Many vote at the same moment, at one copy of the service or at several, and nothing is lost and nothing counts twice. */
@AwardsTest
class VotingAtOnceTest {

    /** The service has so many writers and lets so many votes wait that all of these are taken. */
    private static final int MANY = 20;

    @TempDir
    Path folder;

    @Inject
    AgroalDataSource database;

    @Inject
    Receipts receipts;

    @Inject
    VoteConfig config;

    /** What each does, all of them begun at the same moment. */
    private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
        var barrier = new CyclicBarrier(all.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = all.stream()
                    .map(one -> threads.submit(() -> {
                        barrier.await();
                        return one.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).sorted().toList();
    }

    private static long votesOf(OpenEdition edition) {
        return rows("select id from vote where edition = '" + edition.code + "'")
                .size();
    }

    @Test
    void a_voter_who_votes_for_many_at_once_has_one_vote() throws Exception {
        var edition = new OpenEdition(1, 8);
        var me = somebody();
        var answers = atOnce(edition.nominees(1).stream()
                .<Callable<Response>>map(project -> () -> edition.casts(voter(me), 1, project))
                .toList());
        assertThat(statuses(answers)).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(votesOf(edition)).isEqualTo(1);
    }

    @Test
    void a_vote_that_is_sent_many_times_at_once_is_the_same_vote() throws Exception {
        var edition = new OpenEdition(1, 1);
        var me = somebody();
        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(i -> () -> edition.casts(voter(me), 1, edition.nominee(1)))
                .toList());
        assertThat(statuses(answers)).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(answers.stream().map(a -> a.path("receipt.vote")).distinct()).hasSize(1);
        assertThat(votesOf(edition)).isEqualTo(1);
    }

    @Test
    void of_two_accounts_of_one_mailbox_that_vote_at_once_one_has_voted() throws Exception {
        var edition = new OpenEdition(1, 1);
        var mailbox = somebody() + "@example.org";
        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(
                        i -> () -> edition.casts(voter(somebody(), mailbox), 1, edition.nominee(1)))
                .toList());
        assertThat(statuses(answers)).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(answers.stream().filter(a -> a.statusCode() == 409).map(a -> a.path("code")
                        .toString()))
                .containsOnly("mailbox-has-voted");
        assertThat(votesOf(edition)).isEqualTo(1);
    }

    @Test
    void where_votes_may_be_changed_each_change_takes_the_place_of_one_that_stood() throws Exception {
        var edition = new OpenEdition(1, 4, rule("ballot,changeAllowed", true));
        var me = somebody();
        var answers = atOnce(edition.nominees(1).stream()
                .<Callable<Response>>map(project -> () -> edition.casts(voter(me), 1, project))
                .toList());
        assertThat(statuses(answers)).isSubsetOf(201, 409);
        var stored = statuses(answers).stream().filter(s -> s == 201).count();
        assertThat(votesOf(edition)).isEqualTo(stored);
        // One chain: nothing is replaced twice, and one alone is not replaced.
        assertThat(rows("select supersedes from vote where supersedes is not null and edition = '" + edition.code
                        + "'"))
                .doesNotHaveDuplicates()
                .hasSize((int) stored - 1);
        assertThat(VerifyCommand.run(edition.ledger(folder)).said()).contains(stored + " votes of 1 voters");
    }

    /** As when a request that began earlier is stored later, or the clock of another copy is ahead. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_vote_that_takes_the_place_of_one_of_a_later_time_stands_behind_it_in_the_ledger(boolean together)
            throws Exception {
        var edition = new OpenEdition(1, 2, rule("ballot,changeAllowed", true));
        var me = somebody();
        ForumTime.is("2031-03-10T12:00:30+01:00");
        String first = edition.casts(voter(me), 1, edition.nominee(1))
                .then()
                .statusCode(201)
                .extract()
                .path("castAt");
        ForumTime.is("2031-03-10T12:00:00+01:00");
        var other = edition.nominees(1).get(1);
        String second = together
                ? voter(me)
                        .body("{\"votes\": [{\"category\": 1, \"project\": \"" + other + "\"}]}")
                        .put(edition.path + "/ballot")
                        .path("votes[0].castAt")
                : edition.casts(voter(me), 1, other).path("castAt");
        assertThat(Instant.parse(second)).isEqualTo(Instant.parse(first).plusNanos(1000));
        var verified = VerifyCommand.run(edition.ledger(folder));
        assertThat(verified.code()).as(verified.said()).isZero();
    }

    /** The other one's transaction is under way, so that what it has written cannot be seen when the ballot arrives. */
    @Test
    void of_a_ballot_that_meets_another_vote_of_its_voter_what_was_refused_is_named_and_the_rest_is_cast()
            throws Exception {
        var edition = new OpenEdition(3, 2);
        var me = somebody();
        edition.casts(voter(me), 3, edition.nominee(3)).then().statusCode(201);
        try (var connection = OpenEdition.connect();
                var statement = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("insert into vote (id, voter, edition, category, project, cast_at, network)"
                    + " select gen_random_uuid(), id, edition, 2, '"
                    + edition.nominees(2).get(1)
                    + "', timestamptz '2031-03-10 12:00+01', '\\x0a' from voter where edition = '" + edition.code
                    + "'");
            var waits = threads.submit(() -> voter(me)
                    .body("{\"votes\": [{\"category\": 1, \"project\": \"" + edition.nominee(1)
                            + "\"}, {\"category\": 2, \"project\": \"" + edition.nominee(2) + "\"}]}")
                    .put(edition.path + "/ballot"));
            await().until(() -> !rows("select pid from pg_locks where locktype = 'transactionid' and not granted")
                    .isEmpty());
            connection.commit();
            waits.get(30, TimeUnit.SECONDS)
                    .then()
                    .statusCode(409)
                    .body("code", is("already-voted"))
                    .body("errors.pointer", contains("/votes/1"))
                    .body("errors.code", contains("already-voted"));
        }
        voter(me)
                .get(edition.path + "/ballot")
                .then()
                .body("steps[0].vote.project", is(edition.nominee(1)))
                .body("steps[1].vote.project", is(edition.nominees(2).get(1)));
    }

    @Test
    void many_voters_at_once_are_all_heard() throws Exception {
        var edition = new OpenEdition(3, 2);
        var voters = IntStream.range(0, MANY).mapToObj(i -> somebody()).toList();
        for (var category = 1; category <= 3; category++) {
            var step = category;
            var answers = atOnce(voters.stream()
                    .<Callable<Response>>map(voter -> () -> edition.casts(voter(voter), step, edition.nominee(step)))
                    .toList());
            assertThat(statuses(answers)).hasSize(MANY).containsOnly(201);
        }
        assertThat(votesOf(edition)).isEqualTo(3 * MANY);
        assertThat(rows("select id from voter where edition = '" + edition.code + "'"))
                .hasSize(MANY);
    }

    @Test
    void newcomers_who_are_more_than_there_are_connections_hand_in_their_ballots_at_once() throws Exception {
        var edition = new OpenEdition(MANY, 1);
        // The edition itself is known; all of them meet where the nominees of their category are read.
        edition.casts(voter(somebody()), MANY, edition.nominee(MANY)).then().statusCode(201);
        var connections =
                database.getConfiguration().connectionPoolConfiguration().maxSize();
        assertThat(MANY).isGreaterThan(connections);
        try (var connection = OpenEdition.connect();
                var statement = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("lock table nominee in access exclusive mode");
            var answers = IntStream.rangeClosed(1, MANY)
                    .mapToObj(category -> threads.submit(() -> voter(somebody())
                            .body("{\"votes\": [{\"category\": " + category + ", \"project\": \""
                                    + edition.nominee(category) + "\"}]}")
                            .put(edition.path + "/ballot")))
                    .toList();
            // One connection always listens for changes.
            await().until(() -> rows("select pid from pg_locks where relation = 'nominee'::regclass and not granted")
                            .size()
                    >= connections - 1);
            connection.rollback();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
        assertThat(votesOf(edition)).isEqualTo(MANY + 1);
    }

    @Test
    void a_vote_that_cannot_be_stored_harms_none_of_those_stored_together_with_it() throws Exception {
        var edition = new OpenEdition(1, 2);
        var bad = edition.nominees(1).get(1);
        // What a fault of the database that hits one row would do.
        execute("create trigger vote_of_a_test before insert on vote for each row when (new.project = '" + bad
                + "') execute function stays_as_written()");
        try {
            var answers = atOnce(IntStream.range(0, MANY)
                    .<Callable<Response>>mapToObj(
                            i -> () -> edition.casts(voter(somebody()), 1, i % 10 == 0 ? bad : edition.nominee(1)))
                    .toList());
            assertThat(statuses(answers)).filteredOn(s -> s == 201).hasSize(18);
            assertThat(statuses(answers)).filteredOn(s -> s == 500).hasSize(2);
        } finally {
            execute("drop trigger vote_of_a_test on vote");
        }
        assertThat(votesOf(edition)).isEqualTo(18);
    }

    @Test
    void when_more_wait_than_may_the_next_is_told_to_come_again_and_none_of_those_who_wait_is_lost() throws Exception {
        var edition = new OpenEdition(1, 1);
        var voters = IntStream.range(0, 2 * MANY + 5).mapToObj(i -> somebody()).toList();
        var answers = new ArrayList<Response>();
        try (var connection = OpenEdition.connect();
                var statement = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("lock table vote in share mode");
            var futures = voters.stream()
                    .map(voter -> threads.submit(() -> edition.casts(voter(voter), 1, edition.nominee(1))))
                    .toList();
            await().until(() -> futures.stream().anyMatch(f -> f.isDone()));
            var refused = futures.stream()
                    .filter(f -> f.isDone())
                    .findFirst()
                    .orElseThrow()
                    .get();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.path("code").toString()).isEqualTo("service-unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            connection.rollback();
            for (var future : futures) {
                answers.add(future.get());
            }
        }
        assertThat(statuses(answers)).containsOnly(201, 503);
        assertThat(votesOf(edition))
                .isEqualTo(answers.stream().filter(a -> a.statusCode() == 201).count());
        for (var i = 0; i < voters.size(); i++) {
            edition.casts(voter(voters.get(i)), 1, edition.nominee(1))
                    .then()
                    .statusCode(answers.get(i).statusCode() == 201 ? 200 : 201);
        }
        assertThat(votesOf(edition)).isEqualTo(voters.size());
    }

    @Test
    void a_vote_that_waits_for_the_seal_is_not_added_behind_it() throws Exception {
        var edition = new OpenEdition(1, 1);
        try (var connection = OpenEdition.connect();
                var statement = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("lock table vote in share mode");
            var waits = threads.submit(() -> edition.casts(voter(somebody()), 1, edition.nominee(1)));
            await().until(() -> rows("select pid from pg_locks where relation = 'vote'::regclass and not granted")
                            .size()
                    > 0);
            statement.execute("insert into ledger (edition, sealed_at, votes, head, header, footer) values ('"
                    + edition.code + "', now(), 0, decode(repeat('00', 32), 'hex'), '{}', '{}')");
            connection.commit();
            assertThat(waits.get(30, TimeUnit.SECONDS).path("code").toString()).isEqualTo("voting-closed");
        }
        assertThat(votesOf(edition)).isZero();
    }

    /** A second copy of the service has an intake of its own, and knows nothing of this one but the database. */
    @Test
    void two_copies_that_are_sent_the_same_voters_at_once_store_each_vote_once() throws Exception {
        var edition = new OpenEdition(1, 2);
        var first = copyOfTheService();
        var other = copyOfTheService();
        try {
            var key = new BallotKey("another copy's: what is compared here are bytes");
            var all = new ArrayList<Callable<Intake.Outcome>>();
            for (var i = 0; i < MANY / 2; i++) {
                var subject = somebody();
                var mailbox = Mailbox.of(subject + "@example.org").orElseThrow();
                for (var copy : List.of(first, other)) {
                    var voter = new Voter(
                            0,
                            edition.code,
                            key.account(edition.code, subject),
                            key.mailbox(edition.code, mailbox),
                            false,
                            key.network(edition.code, "192.0.2.1"));
                    var vote = new Vote(
                            UUID.randomUUID(),
                            edition.code,
                            1,
                            UUID.fromString(edition.nominees(1).get(copy == first ? 0 : 1)),
                            null,
                            Instant.parse("2031-03-10T11:00:00Z"),
                            voter.network());
                    all.add(() -> copy.take(voter, vote));
                }
            }
            var outcomes = atOnce(all);
            for (var i = 0; i < outcomes.size(); i += 2) {
                var stored = outcomes.subList(i, i + 2).stream()
                        .filter(Intake.Outcome.Stored.class::isInstance)
                        .count();
                assertThat(stored).isEqualTo(1);
                assertThat(outcomes.subList(i, i + 2).stream()
                                .filter(Intake.Outcome.NotAdded.class::isInstance)
                                .count())
                        .isEqualTo(1);
            }
            assertThat(votesOf(edition)).isEqualTo(MANY / 2);
        } finally {
            first.end();
            other.end();
        }
    }

    private Intake copyOfTheService() {
        var copy = new Intake();
        copy.database = database;
        copy.receipts = receipts;
        copy.config = config;
        copy.begin();
        return copy;
    }
}
