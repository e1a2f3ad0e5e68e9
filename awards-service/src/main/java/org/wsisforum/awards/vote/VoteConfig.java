package org.wsisforum.awards.vote;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How votes come in. */
@ConfigMapping(prefix = "wsis.vote")
interface VoteConfig {

    /** Connections that votes are written over; while one waits for the disk, the next gathers. */
    @WithDefault("2")
    int writers();

    /** The most votes that are committed together. */
    @WithDefault("256")
    int together();

    /** The most votes that wait to be written; more are refused for the moment. */
    @WithDefault("4096")
    int waiting();

    /** How long nominees and rules are kept before they are read again. */
    @WithDefault("5S")
    Duration kept();

    /** How often votes are looked at for what is suspicious; {@code off} for never. */
    @WithDefault("5M")
    String watched();

    /** Domains of throw-away mailboxes, besides those that the service knows. */
    Optional<Set<String>> disposableDomains();
}
