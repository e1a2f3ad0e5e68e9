package org.wsisforum.agenda.achievement;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.kit.changes.Changes;

/**
 * Tells everybody of the outcomes that come to be read, or are read no more, without anybody touching them: a session ends, a
 * release shows one that is over, or moves one to a later time.
 */
@ApplicationScoped
class Publications {

    @Inject
    Editions editions;

    @Inject
    Held held;

    @Inject
    Outcomes outcomes;

    @Inject
    Changes changes;

    @Scheduled(
            every = "{wsis.outcomes.every}",
            identity = "publish-outcomes",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @Transactional
    void tell() {
        editions.all().forEach(this::tell);
    }

    /** What is told is held, so that of several copies of the service one tells of it. */
    private void tell(Edition year) {
        var over = held.overNow(year).toArray(UUID[]::new);
        var turned = outcomes.heldToTell(year.code(), over).stream()
                .map(Outcome::turn)
                .toList();
        if (!turned.isEmpty()) {
            changes.recordAll(turned);
        }
    }
}
