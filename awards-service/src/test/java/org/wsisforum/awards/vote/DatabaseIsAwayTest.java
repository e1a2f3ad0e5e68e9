package org.wsisforum.awards.vote;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wsisforum.awards.vote.OpenEdition.rows;
import static org.wsisforum.awards.vote.OpenEdition.somebody;
import static org.wsisforum.awards.vote.OpenEdition.voter;

/** Nothing is accepted that is not committed, and whoever sends a vote again until it is answered has voted once. */
@AwardsTest
class DatabaseIsAwayTest {

    private static final int VOTERS = 10;
    private static final int CATEGORIES = 6;

    @Test
    void votes_are_refused_for_the_moment_and_taken_when_it_is_back() throws Exception {
        var edition = new OpenEdition(CATEGORIES, 2);
        var receipts = ConcurrentHashMap.<String>newKeySet();
        var refused = ConcurrentHashMap.<String>newKeySet();
        try (var superuser = superuser();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var voters = IntStream.range(0, VOTERS)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        var subject = somebody();
                        for (var category = 1; category <= CATEGORIES; category++) {
                            receipts.add(votesUntilAnswered(edition, subject, category, refused));
                        }
                        return null;
                    })
                    .map(threads::submit)
                    .toList();
            await().until(() -> receipts.size() >= VOTERS);
            try {
                cutOff(superuser);
                // Ten seconds, in which all go on sending.
                await().pollDelay(Duration.ofSeconds(10))
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> refused.contains("503"));
            } finally {
                letIn(superuser);
            }
            for (var one : voters) {
                one.get();
            }
        }
        assertThat(refused).containsOnly("503");
        assertThat(receipts).hasSize(VOTERS * CATEGORIES);
        assertThat(new HashSet<>(rows("select id from vote where edition = '" + edition.code + "'")))
                .isEqualTo(receipts);
        assertThat(rows("select voter || ' ' || category from vote where edition = '" + edition.code + "'"))
                .doesNotHaveDuplicates();
    }

    /** The id of the vote that its receipt names. */
    private static String votesUntilAnswered(
            OpenEdition edition, String subject, int category, ConcurrentHashMap.KeySetView<String, Boolean> refused) {
        var answer = new Response[1];
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            answer[0] = edition.casts(voter(subject), category, edition.nominee(category));
            var accepted = List.of(200, 201).contains(answer[0].statusCode());
            if (!accepted) {
                refused.add(String.valueOf(answer[0].statusCode()));
                assertThat(answer[0].header("Retry-After")).isEqualTo("5");
            }
            return accepted;
        });
        return answer[0].path("receipt.vote");
    }

    private static Connection superuser() throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url.replaceFirst("\\?.*", ""), "postgres", "");
    }

    /** What a server that goes away looks like: all connections break, and none is to be had. */
    private static void cutOff(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter role awards connection limit 0");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'awards'");
        }
    }

    private static void letIn(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter role awards connection limit -1");
        }
    }
}
