package org.wsisforum.gateway.cache;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

import org.wsisforum.gateway.upstream.Fetch;
import org.wsisforum.gateway.upstream.Service;
import org.wsisforum.gateway.upstream.Upstreams;

/** Follows the public change feed of every edition of every service. */
@Singleton
public class Following {

    private final Upstreams upstreams;
    private final Fetch fetch;
    private final Scopes scopes;
    private final Answers answers;
    private final CacheConfig config;
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Inject
    Following(Upstreams upstreams, Fetch fetch, Scopes scopes, Answers answers, CacheConfig config) {
        this.upstreams = upstreams;
        this.fetch = fetch;
        this.scopes = scopes;
        this.answers = answers;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (!answers.isOff()) {
            upstreams.services().forEach(service -> run("editions-" + service.name(), () -> lookOut(service)));
        }
    }

    void stop(@Observes ShutdownEvent ended) {
        threads.forEach(Thread::interrupt);
    }

    private void run(String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(work));
    }

    /** Finds the editions of a service, and those that are added. */
    private void lookOut(Service service) {
        try {
            while (true) {
                try {
                    var editions = fetch.json(service, service.root() + "editions")
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get();
                    editions.path("items")
                            .forEach(edition ->
                                    follow(service, edition.path("code").asText()));
                    scopes.ofService(service).follow(areAllFollowed(service));
                    if (!areAllFollowed(service)) {
                        // One was lost between the look and the word.
                        scopes.ofService(service).follow(false);
                    }
                } catch (ExecutionException away) {
                    scopes.ofService(service).follow(false);
                }
                Thread.sleep(config.editions());
            }
        } catch (InterruptedException stop) {
            // As it should.
        }
    }

    private void follow(Service service, String code) {
        feeds.computeIfAbsent(service.root() + "editions/" + code + "/changes", path -> {
            var feed =
                    new Feed(fetch, service, code, scopes.ofEdition(service, code), scopes.ofService(service), config);
            // What was asked for until now belongs to no scope that is followed.
            answers.forget();
            run("feed-" + service.name() + "-" + code, feed::follow);
            return feed;
        });
    }

    private boolean areAllFollowed(Service service) {
        return feeds.entrySet().stream()
                .filter(feed -> feed.getKey().startsWith(service.root()))
                .allMatch(feed -> feed.getValue().isFollowed());
    }

    /** The body of an answer of a change feed, which tells of nothing that the cache does not know of. */
    public Optional<ReadStream<Buffer>> heldBack(String path, ReadStream<Buffer> body) {
        return Optional.ofNullable(feeds.get(
                        path.endsWith("/stream") ? path.substring(0, path.length() - "/stream".length()) : path))
                .map(feed -> new HeldBack(body, feed));
    }
}
