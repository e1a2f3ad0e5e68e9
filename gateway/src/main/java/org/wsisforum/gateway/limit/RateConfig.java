package org.wsisforum.gateway.limit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.github.bucket4j.Bandwidth;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may ask how often. */
@ConfigMapping(prefix = "wsis.gateway.rate")
interface RateConfig {

    /** How often each kind of caller may ask. */
    Plans plans();

    /** Clients with a plan of their own, by client id. */
    Map<String, Plan> clients();

    /** Where all copies of the gateway count together. */
    Shared shared();

    /** Valkey or Redis. */
    interface Shared {

        /** {@code redis://…} or {@code rediss://…}; without it each copy counts for itself. */
        Optional<String> url();

        /** How long a connection may take to come about. */
        Duration connectTimeout();

        /** How long a request waits for a count. */
        Duration patience();

        /** How long each copy counts for itself after a request that waited in vain. */
        Duration pause();
    }

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

        /** The same for a bucket. */
        default Bandwidth bandwidth() {
            return Bandwidth.builder()
                    .capacity(quota())
                    .refillGreedy(quota(), window())
                    .build();
        }
    }
}
