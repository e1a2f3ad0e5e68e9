package org.wsisforum.kit.follow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

/** Reads one feed for one edition, in a thread of its own, until it is stopped. */
final class FeedReader {

    private static final Logger LOG = Logger.getLogger(FeedReader.class);

    /** An event whose effect cannot be stored this many times in a row is left behind. */
    private static final int ATTEMPTS = 3;

    /** What may stand in a log, of a word that somebody else wrote. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._/-]{1,200}");

    private final FollowedFeed feed;
    private final String edition;
    private final Cursors cursors;
    private final FollowConfig config;
    private final Outage outage;
    private final FeedMeters meters;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ReentrantLock waiting = new ReentrantLock();
    private boolean isWaiting;
    private volatile Thread thread;
    private volatile Seen seen;

    /** Whether the last read came to the end of the feed; the next one waits there. */
    private boolean atEnd;

    private FeedEvent stumbledOver;
    private int stumbles;
    private String trouble;

    /** Where reading stood at a moment of {@link System#nanoTime}. */
    private record Seen(Cursors.Position position, long at) {}

    /** Thrown, and never logged, where a stop ends a wait. */
    private static final class Stopped extends RuntimeException {}

    FeedReader(
            FollowedFeed feed, String edition, Cursors cursors, FollowConfig config, Outage outage, FeedMeters meters) {
        this.feed = feed;
        this.edition = edition;
        this.cursors = cursors;
        this.config = config;
        this.outage = outage;
        this.meters = meters;
    }

    void start() {
        meters.show(this);
        thread = Thread.ofVirtual().name("feed-" + feed.name() + "-" + edition).start(this::run);
    }

    /**
     * Ends a wait at once. What is being applied comes to its end.
     *
     * @return the thread, if there is something to wait for
     */
    Optional<Thread> stop() {
        meters.hide();
        waiting.lock();
        try {
            stopped.countDown();
            if (isWaiting) {
                // Only here: anywhere else an interrupt would close the connection under the pool.
                thread.interrupt();
            }
            return isWaiting ? Optional.empty() : Optional.of(thread);
        } finally {
            waiting.unlock();
        }
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }

    /** How far reading was behind when it was last looked at, grown by the time since; not a number before the first look. */
    double lagSeconds() {
        var last = seen;
        return last == null
                ? Double.NaN
                : new Lag(config.longestWait()).seconds(last.position.sinceEnd().plus(since(last.at)));
    }

    boolean isPaused() {
        var last = seen;
        return last != null && last.position.paused();
    }

    boolean isUnreachable() {
        return outage.affects(edition);
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }

    private void run() {
        try {
            while (!isStopping()) {
                if (!readInContext()) {
                    rest();
                }
            }
        } catch (Stopped end) {
            // As it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest() throws InterruptedException {
        stopped.await(config.retry().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What an effect calls may look for the request it serves, and for its trace; there is an empty one, and a new one. */
    private boolean readInContext() {
        var context = Arc.container().requestContext();
        context.activate();
        var span = GlobalOpenTelemetry.getTracer("org.wsisforum.kit.follow")
                .spanBuilder("follow " + feed.name())
                .startSpan();
        try (var _ = span.makeCurrent()) {
            return read();
        } finally {
            span.end();
            context.terminate();
        }
    }

    /** Whether to go on at once. */
    private boolean read() {
        try {
            var position = transaction(() -> cursors.of(feed.name(), edition));
            seen = new Seen(position, System.nanoTime());
            var wasAtEnd = atEnd;
            atEnd = false;
            if (position.paused()) {
                // Nothing is asked, which says nothing of an outage.
                return false;
            }
            var goOn = readPage(position.cursor(), wasAtEnd);
            outage.over(edition);
            trouble = null;
            return goOn;
        } catch (Stopped e) {
            throw e;
        } catch (Unreachable | Unfit e) {
            if (!isStopping()) {
                outage.met(edition, e);
            }
        } catch (RuntimeException e) {
            // Once, not every second, while the database is away.
            if (!e.toString().equals(trouble)) {
                LOG.errorf(e, "Changes of %s in %s cannot be applied; trying on.", feed.name(), edition);
                trouble = e.toString();
            }
        }
        return false;
    }

    /** Whether to go on at once. A read waits only where the one before it has come to the end, so that much is sure. */
    private boolean readPage(String since, boolean waits) {
        var asked = System.nanoTime();
        var page = untilStopped(() -> feed.changes(edition, since, waits ? config.longestWait() : Duration.ZERO));
        if (page.isEmpty()) {
            readAnew(since);
            return true;
        }
        var answered = System.nanoTime();
        var at = since;
        for (var event : page.get().events()) {
            // An event that does not say where it stands is applied all the same; the page's own cursor lies behind it.
            var behind = event.sequence() == null ? at : event.sequence();
            if (isStopping() || !readEvent(event, at, behind)) {
                return true;
            }
            at = behind;
        }
        var from = at;
        var to = page.get().cursor();
        if (page.get().more()) {
            transaction(() -> cursors.advance(feed.name(), edition, from, to));
            return true;
        }
        atEnd = transaction(() -> cursors.advanceToEnd(feed.name(), edition, from, to, since(answered)));
        // A service that is about to stop does not wait to say that there is nothing; it must not be asked again and
        // again.
        return !waits
                || !page.get().events().isEmpty()
                || Duration.ofNanos(answered - asked).compareTo(config.retry()) >= 0;
    }

    /** Applies one event, and moves the cursor behind it; false if another copy was faster or reading was paused. */
    private boolean readEvent(FeedEvent event, String from, String to) {
        Runnable effect;
        try {
            effect = feed.effect(edition, event);
        } catch (Unfit unfit) {
            return leaveBehind(event, from, to, unfit);
        }
        try {
            return first(from, to, effect, meters::applied);
        } catch (RuntimeException e) {
            stumbles = event.equals(stumbledOver) ? stumbles + 1 : 1;
            stumbledOver = event;
            if (stumbles < ATTEMPTS) {
                throw e;
            }
            return leaveBehind(event, from, to, e);
        }
    }

    /** What cannot be applied must not keep what comes after it from being applied. */
    private boolean leaveBehind(FeedEvent event, String from, String to, RuntimeException why) {
        var announcement = (Runnable) () -> {
            var subject =
                    event.subject() != null && HARMLESS.matcher(event.subject()).matches()
                            ? event.subject()
                            : "something unnamed";
            var what = "The change of %s in %s of %s is not applied: %s"
                    .formatted(subject, edition, feed.name(), why.getMessage());
            // Why something is unfit is said in the sentence; what was not foreseen is told with its stack.
            LOG.warn(what, why instanceof Unfit ? null : why);
            feed.leftBehind(edition, event);
        };
        return first(from, to, announcement, meters::leftBehind);
    }

    /** Moves the cursor and does this, in one transaction, if nobody was faster; then counts it. */
    private boolean first(String from, String to, Runnable effect, Runnable count) {
        var first = transaction(() -> {
            var moved = cursors.advance(feed.name(), edition, from, to);
            if (moved) {
                effect.run();
            }
            return moved;
        });
        if (first) {
            count.run();
        }
        return first;
    }

    /** The cursor lies too far back to go on from. Whatever changes after the feed's end was taken comes by the feed. */
    private void readAnew(String since) {
        var asked = System.nanoTime();
        var anew = feed.readAnew(edition);
        transaction(() -> {
            var first = cursors.advanceToEnd(feed.name(), edition, since, anew.cursor(), since(asked));
            if (first) {
                LOG.warnf("The cursor of %s in %s was too old; everything was read anew.", feed.name(), edition);
                anew.effect().run();
            }
            return first;
        });
    }

    /** Asks what a stop may interrupt. */
    private <T> T untilStopped(Supplier<T> question) {
        waiting.lock();
        try {
            requireGoingOn();
            isWaiting = true;
        } finally {
            waiting.unlock();
        }
        try {
            return question.get();
        } finally {
            waiting.lock();
            try {
                isWaiting = false;
                requireGoingOn();
            } finally {
                waiting.unlock();
            }
        }
    }

    private void requireGoingOn() {
        if (isStopping()) {
            throw new Stopped();
        }
    }

    private static <T> T transaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
