package org.wsisforum.awards.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.time.ForumClock;

/** Tells those who follow the changes that nominees have become public, which happens by the clock and by nobody's hand. */
@ApplicationScoped
public class Announcement {

    @Inject
    Nominations nominations;

    @Inject
    Assignments assignments;

    @Inject
    ReviewTime time;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /** Tells of the nominees that are public by now, each category once. */
    @Scheduled(every = "10s", delayed = "10s", identity = "announce-nominees")
    @Transactional
    public void announce() {
        var now = clock.instant();
        for (var nomination : nominations.listAll()) {
            var subject = "nominees/" + nomination.category();
            if (time.isNomineesPublic(nomination.edition(), now) && !changes.tellOf(nomination.edition(), subject)) {
                // Another copy of the service may be about to say the same.
                assignments.takeTurn("announce " + nomination.edition() + " " + nomination.category());
                if (!changes.tellOf(nomination.edition(), subject)) {
                    changes.record(Change.of(ReviewChange.PUBLISHED, nomination.edition(), subject));
                }
            }
        }
    }
}
