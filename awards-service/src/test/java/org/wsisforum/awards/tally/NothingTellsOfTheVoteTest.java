package org.wsisforum.awards.tally;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.EveryRead;
import org.wsisforum.awards.ledger.VotedEdition;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.Api;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.wsisforum.awards.EveryRead.differences;

/**
 * Every address that can be read is read by everybody one second before champions, and one second before numbers and the ledger's
 * file, are public: to whoever may not know, it makes no difference whether there are any. At the instant it does.
 */
@AwardsTest
class NothingTellsOfTheVoteTest {

    @Inject
    Scheduler scheduler;

    private VotedEdition edition;

    @BeforeEach
    void votes_are_cast() {
        edition = new VotedEdition(2, 5);
        for (var voter = 0; voter < 6; voter++) {
            edition.voted("voter " + voter, voter < 3 ? 4 : voter < 5 ? 2 : 0, 1);
        }
    }

    @AfterEach
    void the_clock_ticks_again() {
        scheduler.resume();
    }

    private EveryRead everyRead(String tally) {
        // What happens by the clock must not happen between two looks.
        scheduler.pause();
        var project = edition.nominee(1, 4).toString();
        return new EveryRead(
                edition.code, 1, EveryRead.strangers(), path -> path.replace("tallies/{id}", "tallies/" + tally)
                        .replace("{project}", project)
                        .replace("{id}", project)
                        .replaceAll("\\{[^}]+}", "nobody"));
    }

    private static void secondBeforeChampionsArePublic() {
        ForumTime.is("2031-04-12T23:59:59+02:00");
    }

    private static void secondBeforeCountsArePublic() {
        ForumTime.is("2031-05-18T12:59:59+02:00");
    }

    private static Set<String> ofTheManager(Set<String> differences) {
        return differences.stream()
                .filter(difference -> difference.startsWith(Role.AWARDS_MANAGER + ": "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofOthers(Set<String> differences) {
        return differences.stream()
                .filter(difference -> !difference.startsWith(Role.AWARDS_MANAGER + ": "))
                .map(difference -> difference.substring(difference.indexOf(": ") + 2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void one_second_before_only_the_manager_can_tell_that_there_are_champions_and_at_the_instant_everybody() {
        var tally = Counted.of(edition.sealed());
        var all = everyRead(tally.id());
        var unknown = all.told(NothingTellsOfTheVoteTest::secondBeforeChampionsArePublic);
        var unknownAtTheInstant = all.toldAnonymously(VotedEdition::whenChampionsArePublic);

        tally.published().statusCode(201);
        // A feed shows a change when all that began to write before it has ended, in whatever database of the server.
        await().untilAsserted(() -> given().header(
                        "Authorization", TestCredentials.of("manager", Role.AWARDS_MANAGER, Api.ALL_SCOPES))
                .get(edition.path + "/changes")
                .then()
                .body("items.type", hasItem("org.wsisforum.awards.tally.published.v1")));

        var before = differences(unknown, all.told(NothingTellsOfTheVoteTest::secondBeforeChampionsArePublic));
        assertThat(ofOthers(before)).isEmpty();
        assertThat(ofTheManager(before))
                .containsExactly(
                        "awards-manager: listTallies",
                        "awards-manager: readChanges",
                        "awards-manager: readTally",
                        "awards-manager: readTallyHistory");
        assertThat(differences(unknownAtTheInstant, all.toldAnonymously(VotedEdition::whenChampionsArePublic)))
                .containsExactlyInAnyOrder(
                        "anonymous: listChampions",
                        "anonymous: listChampionsOfCategory",
                        "anonymous: readChampionCertificate");
    }

    @Test
    void one_second_before_nobody_can_tell_how_many_votes_a_champion_has_and_at_the_instant_everybody() {
        var tally = Counted.of(edition.sealed());
        tally.published().statusCode(201);
        var all = everyRead(tally.id());
        var few = all.told(NothingTellsOfTheVoteTest::secondBeforeCountsArePublic);
        var fewAtTheInstant = all.toldAnonymously(VotedEdition::whenCountsArePublic);

        VotedEdition.execute("update champion set votes = votes + 1000 where edition = ?", edition.code);

        assertThat(differences(few, all.told(NothingTellsOfTheVoteTest::secondBeforeCountsArePublic)))
                .isEmpty();
        assertThat(differences(fewAtTheInstant, all.toldAnonymously(VotedEdition::whenCountsArePublic)))
                .containsExactlyInAnyOrder("anonymous: listChampions", "anonymous: listChampionsOfCategory");
    }

    @Test
    void
            one_second_before_others_than_the_manager_know_of_the_votes_that_they_are_sealed_and_at_the_instant_everything() {
        VotedEdition.whenVotesAreCast();
        var all = everyRead("00000000-0000-4000-8000-000000000000");
        var open = all.told(NothingTellsOfTheVoteTest::secondBeforeCountsArePublic);
        var openAtTheInstant = all.toldAnonymously(VotedEdition::whenCountsArePublic);

        scheduler.resume();
        edition.sealed();
        scheduler.pause();

        var before = differences(open, all.told(NothingTellsOfTheVoteTest::secondBeforeCountsArePublic));
        assertThat(ofOthers(before)).containsExactly("readLedger");
        assertThat(ofTheManager(before)).contains("awards-manager: readLedgerFile");
        assertThat(differences(openAtTheInstant, all.toldAnonymously(VotedEdition::whenCountsArePublic)))
                .containsExactlyInAnyOrder("anonymous: readLedger", "anonymous: readLedgerFile");
    }
}
