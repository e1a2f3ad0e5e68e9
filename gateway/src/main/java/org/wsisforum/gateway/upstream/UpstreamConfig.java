package org.wsisforum.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how long and how often they are asked. */
@ConfigMapping(prefix = "wsis.gateway.upstream")
interface UpstreamConfig {

    /** Addresses of the copies of registration-service. */
    Optional<List<URI>> registration();

    /** Addresses of the copies of agenda-service. */
    Optional<List<URI>> agenda();

    /** Addresses of the copies of awards-service. */
    Optional<List<URI>> awards();

    /** How long a copy that cannot be reached, or fails, is asked only when no other answers; each time in a row twice as long. */
    @WithDefault("5S")
    Duration setAside();

    /** And how long at most. */
    @WithDefault("30S")
    Duration setAsideAtMost();

    /** After how many failures in a row of requests that it took. */
    @WithDefault("5")
    int failures();

    /** How long until it is looked up again where the names in the addresses lead. */
    @WithDefault("5S")
    Duration lookUp();

    /** How long a connection may take to come about. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long a service may take to begin its answer, counted from the end of the request's body. */
    @WithDefault("30S")
    Duration responseTimeout();

    /** How long an answer that has begun may stand still. A stream of events sends a comment more often than this. */
    @WithDefault("60S")
    Duration idleTimeout();

    /** Connections of one event loop to one copy. Each open stream of events holds one. */
    @WithDefault("1000")
    int connections();

    /** Requests that may wait for a connection to one copy when all are in use; more are refused. */
    @WithDefault("1000")
    int waiting();

    /** How copies are asked whether they are ready. */
    Probe probe();

    /** How copies are asked whether they are ready. */
    interface Probe {

        /** At most so long until each is asked again; zero asks none. */
        @WithDefault("2S")
        Duration every();

        /** How long it may take to answer. */
        @WithDefault("1S")
        Duration timeout();

        /** Where it answers 200 when it is. */
        @WithDefault("/q/health/ready")
        String path();

        /** At which port, where that is not the one of its address. */
        OptionalInt port();
    }
}
