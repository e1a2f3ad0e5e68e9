package org.wsisforum.awards.winner;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.pastwinner.PastWinnerInput;
import org.wsisforum.awards.pastwinner.PastWinnerList;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.seed.SeedFiles;
import org.wsisforum.kit.time.ForumClock;

/**
 * Tells those who follow the changes that winners have become public, which happens by the clock and by nobody's hand, and enters
 * them as past winners of the years that come.
 */
@ApplicationScoped
class Announcement {

    @Inject
    WinnerDecisions decisions;

    @Inject
    Laureates laureates;

    @Inject
    EditionRules editions;

    @Inject
    PastWinnerList pastWinners;

    @Inject
    SeedFiles files;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** Each second, since people sit at the ceremony and look at their telephones. */
    @Scheduled(every = "1s", delayed = "10s", identity = "announce-winners")
    @Transactional
    void announce() {
        var now = clock.instant();
        for (var waiting : decisions.list("not announced")) {
            if (now.isBefore(editions.of(waiting.edition()).embargo().winnersAt())) {
                continue;
            }
            takeTurn();
            // Another copy of the service may be about to say the same: the row says who was first.
            decisions.getEntityManager().refresh(waiting, LockModeType.PESSIMISTIC_WRITE);
            if (waiting.announce()) {
                changes.record(Change.of(WinnerChange.ANNOUNCED, waiting.edition(), "winners/" + waiting.category()));
                tellLaterEditions(waiting);
            }
        }
    }

    /** For editions that were stored since; runs after they are. */
    @Transactional
    void tellNewEditions(@Observes @Priority(1000) StartupEvent start) {
        takeTurn();
        decisions.list("announced").forEach(this::tellLaterEditions);
    }

    /**
     * Copies that start at the same moment, or of which one starts while another announces, enter the same winners: one after the
     * other, so that each sees what was entered before, and none ends on it.
     */
    private void takeTurn() {
        files.oneAtATime("past-winners");
    }

    private void tellLaterEditions(WinnerDecision decision) {
        var later = editions.later(decision.edition());
        if (later.isEmpty()) {
            return;
        }
        for (var winner : laureates.champions(decision.edition(), decision.category())) {
            if (winner.won()) {
                later.forEach(edition -> pastWinners.enter(edition, idIn(edition, winner), asPastWinner(winner)));
            }
        }
    }

    /** The same each time, so that nobody enters it twice. */
    private static UUID idIn(String edition, Laureate winner) {
        return UUID.nameUUIDFromBytes((edition + "/" + winner.project()).getBytes(StandardCharsets.UTF_8));
    }

    private static PastWinnerInput asPastWinner(Laureate winner) {
        return new PastWinnerInput(
                Integer.valueOf(winner.edition()),
                winner.actionLine(),
                winner.title(),
                winner.entity(),
                winner.country());
    }
}
