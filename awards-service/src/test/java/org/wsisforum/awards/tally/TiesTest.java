package org.wsisforum.awards.tally;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.ledger.VerifyCommand;
import org.wsisforum.awards.ledger.VotedEdition;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Who is tied for the last place of the champions is for the Expert Group to decide, and nothing is done by chance. */
@AwardsTest
class TiesTest {

    @TempDir
    Path folder;

    private VotedEdition edition;
    private Counted tally;

    /** Five champions; the fifth place is shared by the nominees at the places 4 and 5. */
    @BeforeEach
    void two_share_the_fifth_rank() {
        edition = new VotedEdition(2, 8).rule("{championsPerCategory}", "5");
        var votes = List.of(5, 4, 3, 3, 2, 2, 1, 0);
        for (var place = 0; place < votes.size(); place++) {
            for (var voter = 0; voter < votes.get(place); voter++) {
                edition.voted("voter " + voter + " for " + place, place, voter);
            }
        }
        tally = Counted.of(edition.sealed());
    }

    private ValidatableResponse decide(String version, String reason, UUID... projects) {
        return VotedEdition.manager()
                .header("If-Match", version)
                .contentType("application/json")
                .body("{\"projects\": [%s], \"reason\": \"%s\"}"
                        .formatted(
                                List.of(projects).stream()
                                        .map(p -> '"' + p.toString() + '"')
                                        .collect(Collectors.joining(",")),
                                reason))
                .put(edition.path + "/ties/1")
                .then();
    }

    private String version() {
        return VotedEdition.manager().get(edition.path + "/ties/1").header("ETag");
    }

    private String[] nominees(int... places) {
        return Arrays.stream(places)
                .mapToObj(place -> edition.nominee(1, place).toString())
                .toArray(String[]::new);
    }

    @Test
    void the_tally_says_who_is_tied_for_how_many_places() {
        tally.shown().body("openTies", contains(1));
        var result = tally.document();
        assertThat(result.getList("categories[0].champions", String.class)).containsExactly(nominees(0, 1, 2, 3));
        assertThat(result.getList("categories[0].tie.projects", String.class)).containsExactly(nominees(4, 5));
        assertThat(result.getInt("categories[0].tie.places")).isEqualTo(1);
        assertThat(result.getInt("categories[0].tie.votes")).isEqualTo(2);
        assertThat(result.getBoolean("categories[0].tie.decided")).isFalse();
        VotedEdition.manager()
                .get(edition.path + "/ties/1")
                .then()
                .body("projects", contains(nominees(4, 5)))
                .body("places", is(1))
                .body("tally", is(tally.id()))
                .body("decision", nullValue());
        // Five, eight, seven, four … votes: the places of the second category are nobody's to share.
        VotedEdition.manager().get(edition.path + "/ties/2").then().statusCode(404);
    }

    @Test
    void nobody_becomes_a_champion_of_anything_while_a_tie_is_open() {
        tally.published().statusCode(409).body("code", is("ties-open"));
        assertThat(VotedEdition.value("select count(*) from champion where edition = ?", edition.code))
                .isEqualTo(0L);
    }

    @Test
    void what_the_expert_group_decides_counts_from_the_next_tally_on() throws Exception {
        decide(version(), "The better score.", edition.nominee(1, 5))
                .statusCode(200)
                .body("decision.projects", contains(nominees(5)))
                .body("decision.by", is("manager"));
        tally.shown().body("openTies", contains(1));
        tally.published().statusCode(409);
        var next = Counted.of(edition);
        next.shown().body("openTies", empty());
        var result = next.document();
        assertThat(result.getList("categories[0].champions", String.class)).containsExactly(nominees(0, 1, 2, 3, 5));
        assertThat(result.getBoolean("categories[0].tie.decided")).isTrue();
        assertThat(result.getList("ties.by")).isEqualTo(List.of("manager"));
        assertThat(result.getList("ties.reason")).isEqualTo(List.of("The better score."));
        next.published().statusCode(201);
        var ledger = Files.write(
                folder.resolve("ledger.jsonl"),
                VotedEdition.manager().get(edition.path + "/ledger/file").asByteArray());
        for (var counted : List.of(tally, next)) {
            var document = Files.write(folder.resolve("tally.json"), counted.bytes());
            assertThat(VerifyCommand.run(ledger, "--tally", document).code()).isZero();
        }
        await().untilAsserted(() -> VotedEdition.manager()
                .get(edition.path + "/ties/1/history")
                .then()
                .body("items.type", contains("org.wsisforum.awards.tie.decided.v1"))
                .body("items.actor", contains("manager")));
    }

    @Test
    void a_decision_is_about_those_who_are_tied_and_about_as_many_as_there_are_places() {
        var version = version();
        decide(version, "No.", edition.nominee(1, 0))
                .statusCode(422)
                .body("errors.pointer", contains("/projects/0"))
                .body("errors.code", contains("not-tied"));
        decide(version, "No.", edition.nominee(1, 6)).statusCode(422);
        decide(version, "No.", UUID.randomUUID()).statusCode(422);
        decide(version, "No.", edition.nominee(1, 4), edition.nominee(1, 5))
                .statusCode(422)
                .body("errors.code", contains("places"));
        decide(version, "No.", edition.nominee(1, 4), edition.nominee(1, 4)).statusCode(422);
        decide(version, "No.").statusCode(422);
        decide(version, "", edition.nominee(1, 4)).statusCode(422).body("errors.pointer", contains("/reason"));
        decide(version, "\\u0007", edition.nominee(1, 4)).statusCode(422);
        VotedEdition.manager()
                .header("If-Match", version)
                .contentType("application/json")
                .body("{\"projects\": [\"x\"], \"reason\": \"y\"}")
                .put(edition.path + "/ties/1")
                .then()
                .statusCode(400);
        VotedEdition.manager().get(edition.path + "/ties/1").then().body("decision", nullValue());
    }

    @Test
    void of_two_who_decide_at_once_the_second_is_told() {
        var seen = version();
        VotedEdition.manager()
                .contentType("application/json")
                .body("{\"projects\": [\"" + edition.nominee(1, 4) + "\"], \"reason\": \"y\"}")
                .put(edition.path + "/ties/1")
                .then()
                .statusCode(428);
        decide(seen, "First.", edition.nominee(1, 4)).statusCode(200);
        decide(seen, "Second.", edition.nominee(1, 5)).statusCode(412);
        decide(version(), "Second thoughts.", edition.nominee(1, 5)).statusCode(200);
        assertThat(Counted.of(edition).document().getList("ties.reason")).isEqualTo(List.of("Second thoughts."));
    }

    /** Whoever was late would otherwise never have a champion, nor a winner. */
    @Test
    void a_tie_that_is_open_when_champions_should_be_public_is_decided_then_and_never_again() {
        VotedEdition.whenChampionsArePublic();
        decide(version(), "The better score.", edition.nominee(1, 5)).statusCode(200);
        var next = Counted.of(edition);
        next.published().statusCode(201);
        when().get(edition.path + "/champions/1").then().body("items.project", contains(nominees(0, 1, 2, 3, 5)));
        decide(version(), "Second thoughts.", edition.nominee(1, 4))
                .statusCode(409)
                .body("code", is("champions-public"));
    }

    @Test
    void a_decision_lapses_when_others_are_tied_than_those_it_was_about() {
        decide(version(), "The better score.", edition.nominee(1, 5)).statusCode(200);
        var voter = (Long) VotedEdition.value(
                "select voter from vote where project = ? order by cast_at limit 1", edition.nominee(1, 5));
        edition.setApart(voter, "excluded");
        var next = Counted.of(edition);
        next.shown().body("openTies", empty());
        assertThat(next.document().getList("categories[0].champions", String.class))
                .containsExactly(nominees(0, 1, 2, 3, 4));
        VotedEdition.execute("update quarantine set decision = 'counted' where voter = ?", voter);
        assertThat(Counted.of(edition).document().getList("categories[0].champions", String.class))
                .containsExactly(nominees(0, 1, 2, 3, 5));
    }
}
