package org.wsisforum.gateway.cache;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is kept, and how the change feeds are followed. */
@ConfigMapping(prefix = "wsis.gateway.cache")
interface CacheConfig {

    /** Memory for answers; 0 keeps none, and follows no feed. */
    @WithDefault("32M")
    MemorySize memory();

    /** The largest answer that is kept. Larger ones, and those that do not say their length, pass through as they come. */
    @WithDefault("1M")
    MemorySize largest();

    /** How long somebody waits for the answer to another's question before asking too. */
    @WithDefault("5S")
    Duration patience();

    /**
     * How long after an answer that was for nobody else each asks for itself at its address, instead of waiting for what the
     * one before will hear.
     */
    @WithDefault("10S")
    Duration alone();

    /** How long a read of a change feed waits for news; a feed that has fallen silent is noticed five seconds after that. */
    @WithDefault("10S")
    Duration longestWait();

    /**
     * How long after a change that one copy of a service has told of another may still answer with what was before. What is
     * fetched within it is given no longer than until it is over.
     */
    @WithDefault("2S")
    Duration settling();

    /** How long until a feed that could not be read is tried again. */
    @WithDefault("500MS")
    Duration retry();

    /** How long until a new edition is found; until then nothing of it is given without asking. */
    @WithDefault("3S")
    Duration editions();
}
