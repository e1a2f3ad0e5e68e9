package org.wsisforum.gateway.cors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The origins that are registered. */
@ConfigMapping(prefix = "wsis.gateway.cors")
interface CorsConfig {

    /** For tokens of all clients, and for requests whose token is not known yet. */
    Optional<List<String>> origins();

    /** For the tokens of one client, by its id. */
    Map<String, List<String>> clients();

    /** How long a browser may go by the answer to its question. */
    @WithDefault("2H")
    Duration maxAge();
}
