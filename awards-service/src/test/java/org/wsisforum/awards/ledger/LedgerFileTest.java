package org.wsisforum.awards.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.Answers;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

/** The ledger is a file that an outsider can check, from the instant on that the edition says. */
@AwardsTest
class LedgerFileTest {

    @TempDir
    Path folder;

    @Inject
    Receipts receipts;

    @Inject
    Ledgers ledgers;

    @Inject
    ObjectMapper json;

    private static VotedEdition voted() {
        var edition = new VotedEdition(2, 3).votesMayBeChanged();
        edition.voted("ada", 0, 1);
        var bob = edition.voter("bob");
        var first = edition.vote(bob, 2, 2);
        edition.vote(bob, 2, 1, first);
        return edition.sealed();
    }

    private static RequestSpecification as(String role, String... scopes) {
        return given().header("Authorization", TestCredentials.of("someone", role, scopes));
    }

    private static Response file(RequestSpecification who, VotedEdition edition) {
        return who.get(edition.path + "/ledger/file");
    }

    private Path stored(VotedEdition edition) throws IOException {
        var answer = file(as(Role.AWARDS_MANAGER, "awards:tally"), edition);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Files.write(folder.resolve("ledger.jsonl"), answer.asByteArray());
    }

    private Path keys() throws IOException {
        return Files.writeString(
                folder.resolve("keys.json"),
                when().get("/awards/v1/ledger-keys").asString());
    }

    @Test
    void the_documented_command_verifies_it_under_the_published_key() throws Exception {
        var file = stored(voted());
        var found = VerifyCommand.inAShell(file, "--key", keys());
        assertThat(found.said()).contains("4 votes of 2 voters");
        assertThat(found.code()).as(found.said()).isZero();
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(4)).contains("\"supersedes\"");
        var changed = Files.readString(file).replace("\"category\":1", "\"category\":3");
        assertThat(VerifyCommand.run(Files.writeString(file, changed)).code()).isEqualTo(1);
    }

    @Test
    void the_receipt_of_a_vote_is_found_in_it() throws Exception {
        var edition = voted();
        var lines = ledgers.after(null, edition.code);
        var receipt = receipts.of(edition.code, lines).get(2);
        var written = Files.writeString(folder.resolve("receipt.json"), json.writeValueAsString(receipt));
        var found = VerifyCommand.run(stored(edition), "--receipt", written);
        assertThat(found.said()).contains("its vote stands in line 4 of the ledger");
        assertThat(found.code()).isZero();
        var elsewhere = voted();
        assertThat(VerifyCommand.run(stored(elsewhere), "--receipt", written).code())
                .isEqualTo(1);
    }

    @Test
    void its_tag_is_the_head_and_who_has_it_is_not_sent_it_again() {
        var edition = voted();
        VotedEdition.whenCountsArePublic();
        var whole = file(given(), edition);
        String head = when().get(edition.path + "/ledger").path("head");
        whole.then()
                .statusCode(200)
                .header("ETag", '"' + head + '"')
                .header("Cache-Control", startsWith("public"))
                .header("Content-Disposition", "attachment; filename=\"wsis-ledger-" + edition.code + ".jsonl\"")
                .contentType(is("application/jsonl"));
        given().header("If-None-Match", '"' + head + '"')
                .get(edition.path + "/ledger/file")
                .then()
                .statusCode(304)
                .header("ETag", '"' + head + '"')
                // As the whole answer says it, which a cache goes on keeping (RFC 9110, 15.4.5).
                .header("Cache-Control", whole.header("Cache-Control"))
                .header("Vary", whole.header("Vary"))
                .body(is(""));
        when().head(edition.path + "/ledger/file")
                .then()
                .statusCode(200)
                .header("ETag", '"' + head + '"')
                .body(is(""));
        // It is the same whenever and by whoever it is read.
        assertThat(file(as(Role.AWARDS_MANAGER, "awards:tally"), edition).asByteArray())
                .isEqualTo(whole.asByteArray());
    }

    @Test
    void before_its_time_nothing_tells_whether_there_is_one() {
        var sealed = voted();
        var open = new VotedEdition(2, 3);
        open.voted("ada", 0, 1);
        for (var instant :
                List.of("2031-03-31T23:00:05+02:00", "2031-04-13T00:00:05+02:00", "2031-05-18T12:59:50+02:00")) {
            ForumTime.is(instant);
            for (var who : List.of(
                    given(),
                    as(Role.PARTICIPANT, "votes:cast", "awards:tally"),
                    as(Role.EXPERT, "awards:review", "awards:tally"),
                    as(Role.PARTNER, "awards:tally"),
                    as(Role.SECRETARIAT, "awards:tally"),
                    as(Role.AWARDS_MANAGER, "awards:review"),
                    as(Role.ANALYST, "stats:read", "awards:tally"))) {
                var ofSealed = file(who, sealed);
                ofSealed.then().statusCode(404);
                assertThat(Answers.said(ofSealed).replace(sealed.code, open.code))
                        .isEqualTo(Answers.said(file(who, open)));
            }
            file(as(Role.AWARDS_MANAGER, "awards:tally"), sealed)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", startsWith("private"));
        }
        ForumTime.is("2031-05-18T13:00:01+02:00");
        file(given(), sealed).then().statusCode(200);
        file(as(Role.PARTICIPANT, "votes:cast"), sealed).then().statusCode(200);
        file(given(), open).then().statusCode(404);
    }

    @Test
    void an_edition_that_never_tells_numbers_never_shows_it() {
        var edition = new VotedEdition(1, 2).rule("{embargo,countsAt}", "null");
        edition.voted("ada", 0);
        edition.sealed();
        ForumTime.is("2041-01-01T00:00Z");
        file(given(), edition).then().statusCode(404);
        file(as(Role.AWARDS_MANAGER, "awards:tally"), edition).then().statusCode(200);
    }

    @Test
    void while_votes_are_cast_nobody_reads_of_them() {
        var edition = new VotedEdition(1, 2);
        edition.voted("ada", 0);
        VotedEdition.whileVotesAreCast();
        for (var role : Role.OF_THE_REALM) {
            var who = as(role, "awards:tally", "stats:read", "votes:cast");
            who.get(edition.path + "/ledger").then().statusCode(404);
            file(who, edition).then().statusCode(404);
        }
    }

    @Test
    void a_ledger_of_many_pages_is_whole() throws Exception {
        var edition = new VotedEdition(1, 4);
        // At the same few instants, so that pages end between votes that were cast together.
        VotedEdition.execute(
                "with v as (insert into voter (edition, account, mailbox, disposable, first_seen_at)"
                        + " select ?, sha256(cast('a' || n as bytea)), sha256(cast('m' || n as bytea)), false, now()"
                        + " from generate_series(1, 12345) n returning id)"
                        + " insert into vote (id, voter, edition, category, project, cast_at, network)"
                        + " select gen_random_uuid(), id, ?, 1, ?, timestamptz '2031-03-05' + id % 3 * interval '1 second',"
                        + " '\\x0a' from v",
                edition.code, edition.code, edition.nominee(1, 1));
        edition.sealed();
        var found = VerifyCommand.run(stored(edition));
        assertThat(found.said()).contains("12345 votes of 12345 voters");
        assertThat(found.code()).isZero();
    }

    @Test
    void no_name_address_or_account_is_in_it() throws Exception {
        var edition = voted();
        var text = Files.readString(stored(edition), StandardCharsets.UTF_8);
        // Not "ada" alone, which an id may hold by chance.
        assertThat(text).doesNotContain("account", "mailbox", "network", "of ada");
        assertThat(text).contains(VotedEdition.nameInLedger("ada"));
    }
}
