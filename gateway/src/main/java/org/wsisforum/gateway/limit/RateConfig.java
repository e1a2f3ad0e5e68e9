package org.wsisforum.gateway.limit;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may ask how often. */
@ConfigMapping(prefix = "wsis.gateway.rate")
interface RateConfig {

    /** How often each kind of caller may ask. */
    Plans plans();

    /** Clients with a plan of their own, by client id. */
    Map<String, Plan> clients();

    /** The kinds of callers. */
    interface Plans {

        /** All who show no token, at one address. */
        Plan anonymous();

        /** All who show tokens, at one address. */
        Plan address();

        /** A person. */
        Plan participant();

        /** A partner's program. */
        Plan partner();

        /** A program of the Forum's own. */
        Plan service();
    }

    /** So many requests in such a time; what is unused comes back evenly. */
    interface Plan {

        /** Requests. */
        long quota();

        /** The time. */
        @WithDefault("60S")
        Duration window();
    }
}
