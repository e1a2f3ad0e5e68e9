package org.wsisforum.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a service may be at work on when another one comes. More are refused, so that it can finish those. */
@ConfigMapping(prefix = "wsis.gateway.shedding")
interface SheddingConfig {

    /** When it is one that anybody may read. */
    @WithDefault("1000")
    int reading();

    /** When it is any other. */
    @WithDefault("1500")
    int other();

    /** When it is one that has its hour: a vote, a minister's answer, a badge. */
    @WithDefault("2000")
    int last();
}
