package org.wsisforum.gateway.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * The buckets that all copies of the gateway have in common, in Valkey or Redis. No request waits for it longer than the
 * configured time, and after one that waited in vain the next ones do not wait at all, until it is tried again.
 */
@Singleton
class SharedBuckets {

    private static final Logger LOG = Logger.getLogger(SharedBuckets.class);

    private enum State {
        NOT_YET,
        THERE,
        AWAY
    }

    private final Vertx vertx;
    private final Optional<RateConfig.Shared> config;
    private final AtomicLong triedAgainAt = new AtomicLong(System.nanoTime());
    private volatile State state = State.NOT_YET;
    private volatile AsyncProxyManager<String> manager;
    private volatile boolean isStopping;
    private ClientResources resources;
    private RedisClient client;

    @Inject
    SharedBuckets(Vertx vertx, RateConfig config) {
        this.vertx = vertx;
        this.config = config.shared().url().map(url -> config.shared());
    }

    void start(@Observes StartupEvent start, MeterRegistry registry) {
        if (config.isEmpty()) {
            return;
        }
        var shared = config.get();
        var address = RedisURI.create(shared.url().orElseThrow());
        address.setTimeout(shared.patience());
        resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.constant(shared.pause()))
                .build();
        client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(shared.connectTimeout())
                        .build())
                .build());
        Gauge.builder("wsis.gateway.rate.shared", this, it -> it.state == State.THERE ? 1 : 0)
                .description(
                        "1 while limits on rate hold for all copies of the gateway together, 0 while for each alone.")
                .register(registry);
        connect(address, shared);
    }

    /** Later losses are the client's to mend; it only gives up when there was nothing at the beginning. */
    private void connect(RedisURI address, RateConfig.Shared shared) {
        client.connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
                .whenComplete((connection, failure) -> {
                    if (failure == null) {
                        manager = buckets(connection, shared);
                        answered();
                    } else if (!isStopping) {
                        failed(failure);
                        vertx.setTimer(shared.pause().toMillis(), again -> connect(address, shared));
                    }
                });
    }

    private static AsyncProxyManager<String> buckets(
            StatefulRedisConnection<String, byte[]> connection, RateConfig.Shared shared) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(1)))
                .requestTimeout(shared.patience())
                .build()
                .asAsync();
    }

    @PreDestroy
    void stop() {
        isStopping = true;
        if (client != null) {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
            resources.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    /** Whether limits are to be shared, by configuration. */
    boolean areWanted() {
        return config.isPresent();
    }

    /** Whether they are. */
    boolean areThere() {
        return state == State.THERE;
    }

    /** Whether it makes sense to ask. While there was no answer lately, one request in each pause finds out. */
    boolean areWorthAsking() {
        if (manager == null) {
            return false;
        }
        if (state != State.AWAY) {
            return true;
        }
        var due = triedAgainAt.get();
        var now = System.nanoTime();
        return now - due >= 0
                && triedAgainAt.compareAndSet(
                        due, now + config.orElseThrow().pause().toNanos());
    }

    /** Does something with a bucket; fails soon if that cannot be. Told in the context of whoever asks. */
    <T> Future<T> with(RateConfig.Plan plan, Holder holder, Function<AsyncBucketProxy, CompletableFuture<T>> what) {
        var bucket = manager.builder()
                .build(
                        key(plan, holder),
                        () -> CompletableFuture.completedFuture(BucketConfiguration.builder()
                                .addLimit(plan.bandwidth())
                                .build()));
        CompletableFuture<T> answer;
        try {
            answer = what.apply(bucket);
        } catch (RuntimeException disconnected) {
            answer = CompletableFuture.failedFuture(disconnected);
        }
        return Future.fromCompletionStage(
                        answer.orTimeout(config.orElseThrow().patience().toMillis(), TimeUnit.MILLISECONDS),
                        vertx.getOrCreateContext())
                .onSuccess(drawn -> answered())
                .onFailure(this::failed);
    }

    /** The plan is part of it: after it was changed in the configuration, callers begin anew. */
    private static String key(RateConfig.Plan plan, Holder holder) {
        return String.join(
                ":",
                "wsis-rate",
                holder.kind(),
                Long.toString(plan.quota()),
                Long.toString(plan.window().toSeconds()),
                holder.address(),
                holder.name());
    }

    private void answered() {
        if (state != State.THERE) {
            change(State.THERE);
        }
    }

    private void failed(Throwable failure) {
        if (state != State.AWAY) {
            triedAgainAt.set(System.nanoTime() + config.orElseThrow().pause().toNanos());
            if (change(State.AWAY)) {
                LOG.warnf(
                        "Limits on rate are not shared: %s. Each copy of the gateway counts for itself until they are.",
                        failure.getClass().getSimpleName());
            }
        }
    }

    private synchronized boolean change(State to) {
        if (state == to) {
            return false;
        }
        state = to;
        if (to == State.THERE) {
            LOG.info("Limits on rate are shared.");
        }
        return true;
    }
}
