package org.wsisforum.kit.follow;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMax;

/** How feeds are followed. */
@ConfigMapping(prefix = "wsis.follow")
interface FollowConfig {

    /**
     * How long a read waits at the other service when there is nothing new; no feed waits longer than 25 seconds. The client's
     * read timeout must be longer, or else every wait is taken for an outage.
     */
    @WithDefault("20S")
    @DurationMax(seconds = 25)
    Duration longestWait();

    /** How long until another try after one that failed, and until a paused feed is looked at again. */
    @WithDefault("1S")
    Duration retry();

    /** How long until a new edition is found. */
    @WithDefault("3S")
    Duration editions();
}
