package org.wsisforum.gateway.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What one change may concern: an edition of a service, or what a service says outside of editions. */
final class Scope {

    private final AtomicLong generation = new AtomicLong();
    private final long settling;
    private volatile long settledAt = System.nanoTime();
    private volatile boolean followed;

    /**
     * @param settling how long after a change another copy of the service may still answer with what was before
     */
    Scope(Duration settling) {
        this.settling = settling.toNanos();
    }

    /** Grows with each change. What was asked for in an earlier generation may lack it. */
    long generation() {
        return generation.get();
    }

    void changed() {
        // Before the generation, so that whoever sees the new one knows until when it is not settled.
        settledAt = System.nanoTime() + settling;
        generation.incrementAndGet();
    }

    /**
     * Whether what was asked for then, in this generation, may be given now. What was asked for before all copies knew of the
     * change may lack it, and is given no longer than until they do.
     *
     * @param askedAt by {@link System#nanoTime}
     */
    boolean mayGive(long askedAt) {
        var settled = settledAt;
        return askedAt - settled >= 0 || System.nanoTime() - settled < 0;
    }

    /** Whether a change would be heard of. */
    boolean isFollowed() {
        return followed;
    }

    void follow(boolean isFollowed) {
        followed = isFollowed;
    }
}
