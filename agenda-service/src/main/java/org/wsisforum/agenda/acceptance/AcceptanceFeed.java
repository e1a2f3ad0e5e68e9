package org.wsisforum.agenda.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

import org.wsisforum.agenda.acceptance.Registration.Event;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.statement.Openings;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.reference.Country;

/**
 * Follows registration-service's change feed: an accepted invitation opens a statement, one that is declined withdraws it.
 *
 * <p>Why each answer takes effect exactly once, with any number of copies of this service, and no lock is held while another
 * service is asked: An event only says <em>that</em> something happened to an invitation. What it is now is asked afterwards
 * and applied as a state of affairs, so that events that come twice or late do no harm. Effect and cursor are stored in one
 * transaction, whose first step moves the cursor from where it stood <em>before</em> the question was asked. If that fails,
 * another copy has gone on in the meantime, perhaps with a newer answer, or reading was paused, and this one's is thrown away.
 * If it succeeds, no newer answer has been applied; should the invitation have changed after the question, the feed has an
 * event of it behind the cursor, since it shows nothing before everything earlier has ended. After a crash the cursor stands
 * before whatever was not stored.
 */
@ApplicationScoped
class AcceptanceFeed {

    private static final Logger LOG = Logger.getLogger(AcceptanceFeed.class);

    /** An event whose effect cannot be stored this many times in a row is left behind. */
    private static final int ATTEMPTS = 3;

    @Inject
    Registration registration;

    @Inject
    Editions editions;

    @Inject
    Openings openings;

    @Inject
    Cursors cursors;

    @Inject
    Changes changes;

    /** One run at a time, also so that the fields below need no other protection than what others read of them. */
    private final ReentrantLock running = new ReentrantLock();

    private volatile boolean stopping;
    private volatile boolean unreachable;
    private Event stumbledOver;
    private int stumbles;

    /** Reads what is new, unless that is being done. */
    @Scheduled(every = "{wsis.registration.poll}", identity = "read-acceptances")
    @RunOnVirtualThread
    void read() {
        if (!stopping && running.tryLock()) {
            try {
                readAll();
            } finally {
                running.unlock();
            }
        }
    }

    /** Lets a run come to its end while there still is a database. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        if (running.tryLock(10, TimeUnit.SECONDS)) {
            running.unlock();
        }
    }

    /** Whether the last attempt to read got no usable answer. */
    boolean isUnreachable() {
        return unreachable;
    }

    private void readAll() {
        try {
            var codes = QuarkusTransaction.requiringNew().call(editions::codes);
            var asked = false;
            for (var edition : codes) {
                var more = !QuarkusTransaction.requiringNew().call(() -> cursors.isPaused(edition));
                asked |= more;
                while (more && !stopping) {
                    more = readPage(edition);
                }
            }
            // Where all is paused nothing was asked, which says nothing of an outage.
            if (asked && unreachable) {
                unreachable = false;
                LOG.info("Registration-service answers again; reading its changes goes on where it stopped.");
            }
        } catch (Unreachable | Unfit e) {
            if (!unreachable) {
                unreachable = true;
                LOG.warnf(
                        "Changes of registration-service cannot be read: %s. Trying on until they can.",
                        e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "A change of registration-service could not be applied; it will be tried again.");
        }
    }

    /** Whether there is more to read at once. */
    private boolean readPage(String edition) {
        var since = QuarkusTransaction.requiringNew().call(() -> cursors.of(edition));
        var feed = registration.changes(edition, since);
        if (feed.isEmpty()) {
            return readAnew(edition, since);
        }
        var at = since;
        for (var event : feed.get().events()) {
            // An event that does not say where it stands is applied all the same; the page's own cursor lies behind it.
            var behind = event.sequence() == null ? at : event.sequence();
            if (!readEvent(edition, event, at, behind)) {
                return false;
            }
            at = behind;
        }
        var from = at;
        return QuarkusTransaction.requiringNew()
                        .call(() -> cursors.advance(edition, from, feed.get().cursor()))
                && feed.get().more();
    }

    /** Applies one event, and moves the cursor behind it; false if another copy was faster or reading was paused. */
    private boolean readEvent(String edition, Event event, String from, String to) {
        OfficeAnswer answer;
        try {
            answer = registration.office(edition, Registration.invitation(event));
        } catch (Unfit unfit) {
            return leaveBehind(edition, event, from, to, unfit);
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var first = cursors.advance(edition, from, to);
                if (first) {
                    apply(edition, answer);
                }
                return first;
            });
        } catch (RuntimeException e) {
            stumbles = event.equals(stumbledOver) ? stumbles + 1 : 1;
            stumbledOver = event;
            if (stumbles < ATTEMPTS) {
                throw e;
            }
            return leaveBehind(edition, event, from, to, e);
        }
    }

    /** What cannot be applied must not keep what comes after it from being applied. */
    private boolean leaveBehind(String edition, Event event, String from, String to, RuntimeException why) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var first = cursors.advance(edition, from, to);
            if (first) {
                var what = "The change of %s in %s is not applied: %s"
                        .formatted(subject(event), edition, why.getMessage());
                // Why something is unfit is said in the sentence; what was not foreseen is told with its stack.
                LOG.warn(what, why instanceof Unfit ? null : why);
                changes.record(Change.of(AcceptanceChange.NOT_APPLIED, edition, subject(event)));
            }
            return first;
        });
    }

    /** Only what is known to name an invitation is repeated to others. */
    private static String subject(Event event) {
        try {
            return "invitations/" + Registration.invitation(event);
        } catch (Unfit unknown) {
            return "invitations/unknown";
        }
    }

    /**
     * The cursor lies too far back to go on from: takes the feed's present end, then asks for every invitation that may matter,
     * and applies all answers in one transaction with the cursor. Whatever changes after the end was taken comes by the feed.
     */
    private boolean readAnew(String edition, String since) {
        var now = registration.now(edition);
        var invitations = new LinkedHashSet<>(registration.accepted(edition));
        invitations.addAll(QuarkusTransaction.requiringNew().call(() -> openings.liveInvitations(edition)));
        var answers = new ArrayList<OfficeAnswer>();
        var unfit = new ArrayList<UUID>();
        for (var invitation : invitations) {
            try {
                answers.add(registration.office(edition, invitation));
            } catch (Unfit e) {
                LOG.warnf("The answer to invitation %s in %s is not applied: %s", invitation, edition, e.getMessage());
                unfit.add(invitation);
            }
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            var first = cursors.advance(edition, since, now);
            if (first) {
                LOG.warnf("The cursor of %s was too old; all answered invitations were read anew.", edition);
                answers.forEach(answer -> apply(edition, answer));
                unfit.forEach(
                        id -> changes.record(Change.of(AcceptanceChange.NOT_APPLIED, edition, "invitations/" + id)));
            }
            return first;
        });
    }

    private void apply(String edition, OfficeAnswer answer) {
        if (answer.opensAStatement()) {
            openings.open(
                    edition,
                    answer.invitation(),
                    Country.of(answer.country()).orElseThrow().code(),
                    answer.speaker(),
                    answer.linkHash());
        } else {
            openings.withdraw(edition, answer.invitation(), answer.linkHash());
        }
    }
}
