package org.wsisforum.gateway.cache;

import java.util.concurrent.atomic.AtomicLong;

/** What one change may concern: an edition of a service, or what a service says outside of editions. */
final class Scope {

    private final AtomicLong generation = new AtomicLong();
    private volatile boolean followed;

    /** Grows with each change. What was asked for in an earlier generation may lack it. */
    long generation() {
        return generation.get();
    }

    void changed() {
        generation.incrementAndGet();
    }

    /** Whether a change would be heard of. */
    boolean isFollowed() {
        return followed;
    }

    void follow(boolean isFollowed) {
        followed = isFollowed;
    }
}
