package org.wsisforum.kit.changes;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How changes are streamed. */
@ConfigMapping(prefix = "wsis.changes.live")
interface LiveConfig {

    /** How long a stream is silent before a comment says that it is still there; shorter than any proxy's patience. */
    @WithDefault("15S")
    Duration heartbeat();

    /** How long a reader may take to accept one event before it is let go; it comes back with the id of the last it got. */
    @WithDefault("10S")
    Duration patience();

    /** The most streams of one copy; more are refused with 503. */
    @WithDefault("10000")
    int streams();
}
