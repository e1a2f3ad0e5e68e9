package org.wsisforum.awards.winner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.EveryRead;
import org.wsisforum.awards.review.Contest;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.Api;
import org.wsisforum.kit.testing.EventStream;
import org.wsisforum.kit.testing.TestCredentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every address that can be read is read by everybody one second before winners are public: once while nothing is decided, and once
 * when it is. To whoever may not know, the two are the same to the letter. At the instant, the same comparison finds the winners.
 */
@AwardsTest
class NothingTellsOfWinnersTest {

    @Inject
    Scheduler scheduler;

    @Inject
    Announcement announcement;

    private Finals finals;
    private Map<String, String> callers;

    @BeforeEach
    void a_category_is_about_to_be_decided() {
        // What other tests have left to be announced is no concern of this one.
        scheduler.pause();
        finals = new Finals("First", "Second");
        finals.contest.judge("anna");
        callers = callers();
    }

    @AfterEach
    void the_clock_ticks_again() {
        scheduler.resume();
    }

    /** One of each role; those who have most to do with the projects, where a role has to do with them. */
    private Map<String, String> callers() {
        var all = new LinkedHashMap<>(EveryRead.strangers());
        all.put(
                Role.PARTICIPANT,
                TestCredentials.of("owner-of-First-" + finals.category, Role.PARTICIPANT, Api.ALL_SCOPES));
        all.put(
                "other participant",
                TestCredentials.of("owner-of-Second-" + finals.category, Role.PARTICIPANT, Api.ALL_SCOPES));
        all.put(Role.EXPERT, TestCredentials.of(finals.contest.judge("bela"), Role.EXPERT, Api.ALL_SCOPES));
        all.put(
                "expert in conflict",
                TestCredentials.of(finals.contest.judge("carl", "KI", null), Role.EXPERT, Api.ALL_SCOPES));
        return all;
    }

    /** Of this category and the champion that will win. */
    private EveryRead everyRead() {
        var project = finals.champions.getFirst();
        return new EveryRead(
                "2031", finals.category, callers, path -> path.replace("{number}", numberOf(Kind.WINNER, project))
                        .replace("{project}", project)
                        .replace("{id}", project)
                        .replaceAll("\\{[^}]+}", "anna-" + finals.category));
    }

    private static String numberOf(Kind kind, String project) {
        return QuarkusTransaction.requiringNew().call(() -> CertificateNumber.of(
                        kind, Panache.getEntityManager().find(Laureate.class, UUID.fromString(project)))
                .toString());
    }

    @Test
    void one_second_before_only_the_manager_can_tell_and_at_the_instant_everybody() {
        Runnable before = Finals::oneSecondBeforeWinnersArePublic;
        var all = everyRead();
        var undecided = all.told(before);
        var anonymousUndecidedAtTheInstant = all.toldAnonymously(Finals::whenWinnersArePublic);

        Finals.whileWinnersAreSelected();
        finals.prefer("anna-" + finals.category, finals.champions.get(1)).statusCode(200);
        finals.decide(finals.champions.get(0)).statusCode(201);

        assertThat(EveryRead.differences(undecided, all.told(before)))
                .containsExactlyInAnyOrder(
                        "awards-manager: listPreferences",
                        "awards-manager: listWinnerDecisions",
                        "awards-manager: readWinnerDecision",
                        "awards-manager: printWinnerCertificates",
                        "awards-manager: readWinnerDecisionHistory",
                        "awards-manager: readChanges");

        assertThat(EveryRead.differences(
                        anonymousUndecidedAtTheInstant, all.toldAnonymously(Finals::whenWinnersArePublic)))
                .containsExactlyInAnyOrder(
                        "anonymous: listWinners",
                        "anonymous: listWinnersOfCategory",
                        "anonymous: readWinnerCertificate",
                        "anonymous: readCertificate",
                        "anonymous: listSuccessStories",
                        "anonymous: exportSuccessStories");
    }

    /** What is announced comes after all that was decided: who was told of nothing before it is told of nothing. */
    @Test
    void the_stream_tells_the_manager_alone_until_it_tells_everybody() {
        var streams = new LinkedHashMap<String, EventStream>();
        try {
            Finals.shortlyBeforeWinnersArePublic();
            callers.forEach((caller, credential) -> streams.put(
                    caller,
                    EventStream.open(
                            RestAssured.port,
                            Contest.EDITION + "/changes/stream",
                            credential == null ? Map.of() : Map.of("Authorization", credential))));
            Finals.whileWinnersAreSelected();
            finals.prefer("anna-" + finals.category, finals.champions.get(1)).statusCode(200);
            finals.decide(finals.champions.get(0)).statusCode(201);
            Finals.whenWinnersArePublic();
            announcement.announce();

            streams.forEach((caller, stream) -> {
                assertThat(stream.response().statusCode()).as(caller).isEqualTo(200);
                var told = toldOfTheCategory(stream);
                if (caller.equals(Role.AWARDS_MANAGER)) {
                    assertThat(told).as(caller).hasSizeGreaterThan(1).anyMatch(e -> e.contains("winner-decisions/"));
                } else {
                    assertThat(told).as(caller).hasSize(1);
                }
            });
        } finally {
            streams.values().forEach(EventStream::close);
        }
    }

    /** Up to the announcement, which may be one of several. */
    private List<String> toldOfTheCategory(EventStream stream) {
        var told = new ArrayList<String>();
        while (true) {
            var event = stream.next().data();
            if (event.contains("/" + finals.category + "\"") || event.contains("/" + finals.category + "/")) {
                told.add(event);
            }
            if (event.contains("\"winners/" + finals.category + "\"")) {
                return told;
            }
        }
    }
}
