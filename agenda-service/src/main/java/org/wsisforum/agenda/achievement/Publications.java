package org.wsisforum.agenda.achievement;

import java.util.ArrayList;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.session.Conclusions;
import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.kit.changes.Changes;

/**
 * Tells everybody of the outcomes that come to be read, or are read no more, without anybody touching them: a session ends, a
 * release shows one that is over, or moves one to a later time, a delivery is taken back.
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
    Conclusions conclusions;

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

    /**
     * What sessions say themselves, and what was recorded of them. What is told is held, so that of several copies of the service
     * one tells of it.
     */
    private void tell(Edition year) {
        var sessions = held.sessionsNow(year);
        var told = new ArrayList<>(conclusions.toTell(
                year.code(),
                Held.over(sessions).values().stream()
                        .filter(session -> session.outcome() != null)
                        .map(SessionView::id)
                        .collect(Collectors.toSet())));
        outcomes.heldToTell(year.code(), sessions).forEach(outcome -> told.add(outcome.turn()));
        if (!told.isEmpty()) {
            changes.recordAll(told);
        }
    }
}
