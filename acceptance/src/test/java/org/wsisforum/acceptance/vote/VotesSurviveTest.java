package org.wsisforum.acceptance.vote;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** Votes that people with real accounts cast while copies of the service die, and at two copies at once. */
class VotesSurviveTest {

    private static final int CATEGORIES = 18;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VOTERS = List.of(
            "participant1",
            "participant2",
            "participant3",
            "participant4",
            "participant5",
            "focal-point1",
            "focal-point2",
            "focal-point3");

    private final Map<String, String> tokens = new HashMap<>();
    private String edition;

    private String path() {
        return "/awards/v1/editions/" + edition;
    }

    /** An edition of a test's own, with two nominees in each category of 2021, on which people vote. */
    private void votedOn(String code) throws SQLException {
        edition = code;
        try (var database = Forum.database("awards")) {
            NominatedEdition.isThere(database, edition, CATEGORIES, 2);
        }
        Forum.timeIs("2021-03-05T10:00+01:00");
        // Before there are many clients, who then share the asking program.
        for (var voter : VOTERS) {
            tokens.put(voter, Forum.tokenOf(voter));
        }
        tokens.put("participant", Forum.tokenOf("participant"));
    }

    @AfterEach
    void back_to_the_day_on_which_the_system_begins() {
        Forum.timeIs("2021-02-15T10:00+01:00");
    }

    private Response vote(String at, String voter, int category, String project) {
        return Forum.anybody()
                .baseUri(at)
                .header("Authorization", "Bearer " + tokens.get(voter))
                .contentType("application/json")
                .body("{\"project\": \"" + project + "\"}")
                .put(path() + "/ballot/" + category);
    }

    private List<String> nominees(int category) {
        return Forum.anybody()
                .get(path() + "/nominees/" + category)
                .then()
                .statusCode(200)
                .extract()
                .path("items.project");
    }

    /** Voter and category of all votes of the edition. */
    private List<String> stored() throws SQLException {
        try (var database = Forum.database("awards");
                var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select voter || ' ' || category from vote where edition = '" + edition + "'")) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    /** A client that sends a vote until it has a receipt, as the app does. */
    private String receipt(String voter, int category, String project, AtomicInteger accepted) throws Exception {
        var answers = new ArrayList<Response>();
        await().atMost(ofSeconds(120)).ignoreExceptions().until(() -> {
            var answer = vote(Forum.stack().gateway(), voter, category, project);
            if (answer.statusCode() == 200 || answer.statusCode() == 201) {
                answers.add(answer);
                return true;
            }
            // Whatever else it says, it does not say that the vote is wrong.
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
            return false;
        });
        accepted.incrementAndGet();
        return JSON.readTree(answers.getFirst().asString()).get("receipt").toString();
    }

    @Test
    void no_vote_with_a_receipt_is_lost_and_none_is_doubled_when_copies_die() throws Exception {
        votedOn("2021-kills");
        var projects = new HashMap<Integer, String>();
        for (var category = 1; category <= CATEGORIES; category++) {
            projects.put(category, nominees(category).getFirst());
        }
        var accepted = new AtomicInteger();
        Queue<String> receipts = new ConcurrentLinkedQueue<>();
        var copies = Forum.stack().addressesOf("awards-service");
        try (var clients = Executors.newFixedThreadPool(VOTERS.size())) {
            var work = new ArrayList<Future<Void>>();
            for (var voter : VOTERS) {
                Callable<Void> ballot = () -> {
                    for (var category = 1; category <= CATEGORIES; category++) {
                        receipts.add(receipt(voter, category, projects.get(category), accepted));
                    }
                    return null;
                };
                work.add(clients.submit(ballot));
            }
            await().atMost(ofSeconds(60)).until(() -> accepted.get() >= 20);
            Forum.stack().kill(copies.getFirst());
            await().atMost(ofSeconds(60)).until(() -> accepted.get() >= 50);
            Forum.stack().kill(copies.getLast());
            Forum.stack().startAgain(copies.getFirst());
            for (var done : work) {
                done.get();
            }
            Forum.stack().startAgain(copies.getLast());
        }
        var votes = VOTERS.size() * CATEGORIES;
        assertThat(receipts).hasSize(votes);
        assertThat(stored()).hasSize(votes).doesNotHaveDuplicates();
        for (var receipt : receipts) {
            Forum.anybody()
                    .contentType("application/json")
                    .body("{\"receipt\": " + receipt + "}")
                    .post(path() + "/receipts/check")
                    .then()
                    .statusCode(200)
                    .body("signed", is(true))
                    .body("recorded", is(true));
        }
    }

    @Test
    void the_same_voter_at_two_copies_at_once_votes_once() throws Exception {
        votedOn("2021-atonce");
        var copies = Forum.stack().addressesOf("awards-service");
        try (var clients = Executors.newFixedThreadPool(2)) {
            for (var category = 1; category <= CATEGORIES; category++) {
                var where = category;
                var nominees = nominees(category);
                var answers = clients.invokeAll(List.of(
                        () -> vote(copies.getFirst(), "participant", where, nominees.getFirst())
                                .statusCode(),
                        () -> vote(copies.getLast(), "participant", where, nominees.getLast())
                                .statusCode()));
                assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                        .containsExactlyInAnyOrder(201, 409);
            }
        }
        assertThat(stored()).hasSize(CATEGORIES).doesNotHaveDuplicates();
    }
}
