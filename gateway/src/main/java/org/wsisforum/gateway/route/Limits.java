package org.wsisforum.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a request may be. The server below has limits of its own that are wider: it refuses without an explanation. */
@ConfigMapping(prefix = "wsis.gateway.limits")
interface Limits {

    /** Largest body. A service may take less. */
    @WithDefault("10M")
    MemorySize body();

    /** Longest address, in characters, with its query. */
    @WithDefault("8000")
    int address();

    /** Most characters in all header names and values. */
    @WithDefault("16000")
    int headers();
}
