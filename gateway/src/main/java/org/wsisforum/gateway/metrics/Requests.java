package org.wsisforum.gateway.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Counts answers, and measures how long it took until they began: a stream of events has no length that says anything. */
@Singleton
class Requests {

    /** Before everything that may refuse a request. */
    private static final int FIRST = -1_002;

    private static final Duration[] BUCKETS = Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final Map<HttpMethod, String> METHODS = Stream.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE,
                    HttpMethod.OPTIONS)
            .collect(Collectors.toUnmodifiableMap(method -> method, HttpMethod::name));

    private final MeterProvider<Timer> durations;
    private final MeterProvider<Counter> fromCache;

    /** Found again without the work of naming them anew for every answer; as few as there are labels. */
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    private record Labels(String method, int status, String uri) {

        Tags tags() {
            return Tags.of("method", method, "status", Integer.toString(status), "uri", uri);
        }
    }

    @Inject
    Requests(MeterRegistry registry) {
        this.durations = Timer.builder("http.server.requests")
                .description("From when a request was read until its answer began.")
                .serviceLevelObjectives(BUCKETS)
                .withRegistry(registry);
        this.fromCache = Counter.builder("wsis.gateway.cache.answers")
                .description("Answers to public reads, by where they came from.")
                .withRegistry(registry);
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::measure);
    }

    private void measure(RoutingContext context) {
        var begun = System.nanoTime();
        context.addHeadersEndHandler(answered -> count(context, System.nanoTime() - begun));
        context.next();
    }

    private void count(RoutingContext context, long nanos) {
        var request = context.request();
        var status = context.response().getStatusCode();
        // Browsers may ask about any address.
        var isGood = status >= 200 && status < 400 && request.method() != HttpMethod.OPTIONS;
        var route =
                context.currentRoute() == null ? null : context.currentRoute().getPath();
        var labels = new Labels(
                METHODS.getOrDefault(request.method(), "OTHER"),
                status,
                route != null ? route : Template.of(request.path(), isGood));
        timers.computeIfAbsent(labels, these -> durations.withTags(these.tags()))
                .record(nanos, TimeUnit.NANOSECONDS);
        var cache = context.response().headers().get("Cache-Status");
        if (cache != null) {
            counters.computeIfAbsent(origin(cache), from -> fromCache.withTags("from", from))
                    .increment();
        }
    }

    /** In one word what RFC 9211 says in many. */
    private static String origin(String cacheStatus) {
        if (cacheStatus.contains("stale-if-error")) {
            return "stale";
        }
        if (cacheStatus.contains("; hit")) {
            return "memory";
        }
        if (cacheStatus.contains("collapsed")) {
            return "shared";
        }
        return cacheStatus.contains("fwd-status=304") ? "confirmed" : "service";
    }
}
