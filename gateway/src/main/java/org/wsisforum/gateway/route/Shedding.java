package org.wsisforum.gateway.route;

import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.problem.Refusal;
import org.wsisforum.gateway.upstream.Service;

/**
 * Refuses what a service would not get to before its time is over, the least urgent first. A request counts from when all of it was
 * sent until its answer begins: slow clients keep no service at work, and neither do readers who wait for changes.
 */
@Singleton
class Shedding {

    private final SheddingConfig config;
    private final MeterProvider<Counter> refused;

    @Inject
    Shedding(SheddingConfig config, MeterRegistry registry) {
        this.config = config;
        this.refused = Counter.builder("wsis.gateway.shed")
                .description("Requests that were refused because a service had too much to do.")
                .withRegistry(registry);
    }

    /** The refusal of a request, if the service has too much to do for it. */
    Optional<Refusal> refusal(Service service, HttpServerRequest request) {
        var urgency = Urgency.of(request);
        var most =
                switch (urgency) {
                    case READING -> config.reading();
                    case OTHER -> config.other();
                    case LAST -> config.last();
                };
        if (service.working() < most) {
            return Optional.empty();
        }
        refused.withTags("service", service.name(), "urgency", urgency.name().toLowerCase(Locale.ROOT))
                .increment();
        return Optional.of(Refusal.ofReducedCapacity(
                "The " + service.name() + " service has more to do than it can. Nothing was sent to it."));
    }
}
