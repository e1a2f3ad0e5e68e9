package org.wsisforum.kit.follow;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;
import org.jboss.logging.Logger;

/** Keeps a reader at work for each edition of each feed that this service follows. */
@ApplicationScoped
class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);

    /** Longer than any question to another service and the transaction after it; then the process ends anyhow. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    @All
    List<FollowedFeed> feeds;

    @Inject
    Cursors cursors;

    @Inject
    FollowConfig config;

    @Inject
    MeterRegistry registry;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<Reading, FeedReader> readers = new ConcurrentHashMap<>();
    private Thread lookout;

    private record Reading(String feed, String edition) {}

    /** Last of all, when the editions that the service ships with are there. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (feeds.isEmpty()) {
            return;
        }
        var outages = new HashMap<String, Outage>();
        for (var feed : feeds) {
            var outage = new Outage(feed.name());
            outages.put(feed.name(), outage);
            HealthRegistries.getRegistry(HealthType.READINESS)
                    .register(
                            "feed-" + feed.name(),
                            new FeedHealth(feed.name(), outage, cursors, new Lag(config.longestWait())));
        }
        lookout = Thread.ofVirtual().name("feeds").start(() -> lookOut(outages));
    }

    /** While there still is a database. */
    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        if (lookout == null) {
            return;
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        stopped.countDown();
        lookout.join(PATIENCE);
        var atWork = readers.values().stream()
                .map(FeedReader::stop)
                .flatMap(Optional::stream)
                .toList();
        for (var thread : atWork) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    private void lookOut(Map<String, Outage> outages) {
        var failed = false;
        try {
            do {
                try {
                    feeds.forEach(feed -> keepReading(feed, outages.get(feed.name())));
                    failed = false;
                } catch (RuntimeException e) {
                    // Once, not every few seconds, while the database is away.
                    if (!failed) {
                        LOG.warnf("Editions cannot be looked for: %s. Trying on until they can.", e.getMessage());
                        failed = true;
                    }
                }
            } while (!stopped.await(config.editions().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepReading(FollowedFeed feed, Outage outage) {
        var editions = Set.copyOf(QuarkusTransaction.requiringNew().call(feed::editions));
        readers.entrySet().removeIf(entry -> {
            var gone = entry.getKey().feed.equals(feed.name()) && !editions.contains(entry.getKey().edition);
            if (gone) {
                entry.getValue().stop();
                outage.forget(entry.getKey().edition);
            }
            return gone;
        });
        for (var edition : editions) {
            readers.computeIfAbsent(new Reading(feed.name(), edition), _ -> {
                var meters = new FeedMeters(registry, feed.name(), edition);
                var reader = new FeedReader(feed, edition, cursors, config, outage, meters);
                reader.start();
                return reader;
            });
        }
    }
}
