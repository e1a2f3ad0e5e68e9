package org.wsisforum.kit.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * What a reader shows at {@code /q/metrics}, each with the tags {@code feed} and {@code edition}. Nothing is asked when they are
 * read: a reader shows what it last saw, which is no older than a read that waits.
 */
final class FeedMeters {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter applied;
    private final Counter leftBehind;
    private final List<Gauge> shown = new ArrayList<>();

    FeedMeters(MeterRegistry registry, String feed, String edition) {
        this.registry = registry;
        this.tags = Tags.of("feed", feed, "edition", edition);
        this.applied = Counter.builder("wsis.feed.changes.applied")
                .description("Events whose effect this copy has stored.")
                .tags(tags)
                .register(registry);
        this.leftBehind = Counter.builder("wsis.feed.changes.left.behind")
                .description("Events that this copy has left behind without an effect.")
                .tags(tags)
                .register(registry);
    }

    void show(FeedReader reader) {
        show("wsis.feed.lag", "seconds", "How far the reading of the feed is behind.", reader, FeedReader::lagSeconds);
        show("wsis.feed.paused", null, "1 while reading is paused.", reader, r -> r.isPaused() ? 1 : 0);
        show(
                "wsis.feed.unreachable",
                null,
                "1 while the other service gives no usable answer.",
                reader,
                r -> r.isUnreachable() ? 1 : 0);
    }

    private void show(String name, String unit, String what, FeedReader reader, ToDoubleFunction<FeedReader> value) {
        shown.add(Gauge.builder(name, reader, value)
                .description(what)
                .baseUnit(unit)
                .tags(tags)
                .register(registry));
    }

    /** Takes the gauges away, which would go on to tell of a reader that does not read. */
    void hide() {
        shown.forEach(registry::remove);
    }

    void applied() {
        applied.increment();
    }

    void leftBehind() {
        leftBehind.increment();
    }
}
