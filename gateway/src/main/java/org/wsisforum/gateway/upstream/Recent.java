package org.wsisforum.gateway.upstream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import io.vertx.core.Future;

/**
 * A value that is fetched when it is asked for and kept for some seconds. Those who ask while it is being fetched wait for
 * the same answer, so that many readers cost the services one request. A failure is not kept.
 *
 * @param <T> what is kept
 */
public final class Recent<T> {

    private final Duration kept;
    private final Supplier<Future<T>> source;
    private final InstantSource clock;
    private Future<T> value;
    private Instant until = Instant.MIN;

    /** Keeps each value of the source for this long. */
    public Recent(Duration kept, Supplier<Future<T>> source) {
        this(kept, source, InstantSource.system());
    }

    Recent(Duration kept, Supplier<Future<T>> source, InstantSource clock) {
        this.kept = kept;
        this.source = source;
        this.clock = clock;
    }

    /** The value, not older than it may be. */
    public synchronized Future<T> get() {
        var now = clock.instant();
        var usable = value != null && !value.failed() && (!value.isComplete() || now.isBefore(until));
        if (!usable) {
            value = source.get();
            until = now.plus(kept);
        }
        return value;
    }
}
