package org.wsisforum.awards.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.time.ForumClock;

/**
 * Tells those who follow the changes that champions have become public, and their numbers, which happens by the clock and by
 * nobody's hand.
 */
@ApplicationScoped
class Announcement {

    @Inject
    EntityManager database;

    @Inject
    Tallies tallies;

    @Inject
    Champions champions;

    @Inject
    ChampionList championList;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    @Scheduled(every = "10s", delayed = "10s", identity = "announce-champions")
    @Transactional
    void announce() {
        var now = clock.instant();
        for (var publication :
                database.createQuery("from Publication", Publication.class).getResultList()) {
            var edition = publication.edition();
            if (championList.isPublic(edition, now)) {
                champions
                        .categories(edition)
                        .forEach(category ->
                                announce(TallyChange.CHAMPIONS_PUBLISHED, edition, "champions/" + category));
            }
            if (championList.areCountsPublic(edition, now)) {
                announce(TallyChange.COUNTS_PUBLISHED, edition, "champions");
            }
        }
    }

    private void announce(TallyChange what, String edition, String subject) {
        if (!changes.tellOf(edition, subject)) {
            // Another copy of the service may be about to say the same.
            tallies.takeTurn(edition);
            if (!changes.tellOf(edition, subject)) {
                changes.record(Change.of(what, edition, subject));
            }
        }
    }
}
