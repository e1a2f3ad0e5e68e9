package org.wsisforum.kit.follow;

import java.time.Duration;

/** How far reading is behind, from what is known of when it was at the end of the feed. */
record Lag(Duration longestWait) {

    /** What a read that has waited may take until it is stored. */
    private static final Duration ALLOWANCE = Duration.ofSeconds(5);

    /** In seconds; 0 for as long as a read may be waiting at the end of the feed. */
    double seconds(Duration sinceEnd) {
        return sinceEnd.compareTo(longestWait.plus(ALLOWANCE)) <= 0 ? 0 : sinceEnd.toMillis() / 1000.0;
    }
}
