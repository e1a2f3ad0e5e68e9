package org.wsisforum.acceptance.vote;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/** Every copy of the service dies while a ledger is sealed, or votes are counted; the first that is back does it to the end. */
class TallyIsTakenOverTest {

    private static final String CODE = "2021-takeover";
    private static final String EDITION = "/awards/v1/editions/" + CODE;

    @AfterEach
    void back_to_the_day_on_which_the_system_begins() {
        Forum.timeIs("2021-02-15T10:00+01:00");
    }

    /** An edition with 3 categories, 4 nominees in each, and 50 voters, some of whom leave a category out. */
    private static void haveVotes(Connection database) throws SQLException {
        NominatedEdition.isThere(database, CODE, 3, 4);
        try (var statement = database.createStatement()) {
            statement.execute("insert into voter (edition, account, mailbox, disposable, first_seen_at)"
                    + " select '2021-takeover', sha256(cast('a' || n as bytea)), sha256(cast('m' || n as bytea)), false,"
                    + " now() from generate_series(1, 50) n");
            statement.execute("insert into vote (id, voter, edition, category, project, cast_at, network)"
                    + " select gen_random_uuid(), id, '2021-takeover', c, "
                    + NominatedEdition.project(CODE, "c", "(id % 4 + 1)") + ","
                    + " timestamptz '2021-03-05' + id * interval '1 minute', '\\x0a'"
                    + " from voter, generate_series(1, 3) c where edition = '2021-takeover' and (id % 7 > 0 or c < 3)");
        }
    }

    private static String tallied() {
        return Forum.as("awards-manager")
                .post(EDITION + "/tallies")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void isDone(String tally) {
        await().atMost(ofSeconds(60)).ignoreExceptions().untilAsserted(() -> Forum.as("awards-manager")
                .get(EDITION + "/tallies/" + tally)
                .then()
                .body("state", is("done")));
    }

    private static byte[] document(String tally) {
        return Forum.as("awards-manager")
                .get(EDITION + "/tallies/" + tally + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** The copy that counts, by a name that changes when another takes over. */
    private static String counter(Connection database, String tally) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select claim::text from tally where id = '" + tally + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Has votes counted, by a copy that dies in this state like all others. */
    private static String talliedByOneThatDies(Connection database, String state) throws SQLException {
        try (var holding = Forum.database("awards")) {
            // Sealing writes to this table after the chain, counting reads it after the votes; each waits there.
            holding.setAutoCommit(false);
            try (var statement = holding.createStatement()) {
                statement.execute("lock table superseded_vote in access exclusive mode");
            }
            var tally = tallied();
            await().atMost(ofSeconds(20)).untilAsserted(() -> Forum.as("awards-manager")
                    .get(EDITION + "/tallies/" + tally)
                    .then()
                    .body("state", is(state)));
            var dead = counter(database, tally);
            var copies = Forum.stack().addressesOf("awards-service");
            copies.forEach(Forum.stack()::kill);
            Forum.stack().startAgain(copies.getFirst());
            await().atMost(ofSeconds(60)).until(() -> !dead.equals(counter(database, tally)));
            holding.rollback();
            isDone(tally);
            Forum.stack().startAgain(copies.getLast());
            return tally;
        }
    }

    @Test
    void what_nobody_came_to_the_end_of_comes_to_what_it_would_have_come_to() throws SQLException {
        Forum.timeIs("2021-04-01T10:00+02:00");
        try (var database = Forum.database("awards")) {
            haveVotes(database);
            var first = talliedByOneThatDies(database, "sealing");
            var undisturbed = tallied();
            isDone(undisturbed);
            var last = talliedByOneThatDies(database, "counting");
            assertThat(document(first)).isEqualTo(document(undisturbed));
            assertThat(document(last)).isEqualTo(document(undisturbed));
        }
    }
}
