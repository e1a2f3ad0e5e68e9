package org.wsisforum.gateway.route;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.problem.Refusal;
import org.wsisforum.gateway.upstream.Service;

/**
 * Refuses what a service would not get to before its time is over, the least urgent first. A request counts from when all of it was
 * sent until its answer begins: slow clients keep no service at work, and neither do readers who wait for changes.
 */
@ApplicationScoped
class Shedding {

    private final SheddingConfig config;

    @Inject
    Shedding(SheddingConfig config) {
        this.config = config;
    }

    /** The refusal of a request, if the service has too much to do for it. */
    Optional<Refusal> refusal(Service service, HttpServerRequest request) {
        var most =
                switch (Urgency.of(request)) {
                    case READING -> config.reading();
                    case OTHER -> config.other();
                    case LAST -> config.last();
                };
        return service.working() < most
                ? Optional.empty()
                : Optional.of(Refusal.ofReducedCapacity(
                        "The " + service.name() + " service has more to do than it can. Nothing was sent to it."));
    }
}
