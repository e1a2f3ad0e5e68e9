package org.wsisforum.gateway.upstream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Shows how the services and their copies are. */
@Singleton
class CopyMeters {

    void show(@Observes StartupEvent start, Upstreams upstreams, MeterRegistry registry) {
        for (var service : upstreams.services()) {
            Gauge.builder("wsis.gateway.copies", service, it -> it.copies().size() - aside(it))
                    .description("Copies of a service, asked or set aside after failures.")
                    .tags("service", service.name(), "state", "asked")
                    .register(registry);
            Gauge.builder("wsis.gateway.copies", service, CopyMeters::aside)
                    .description("Copies of a service, asked or set aside after failures.")
                    .tags("service", service.name(), "state", "aside")
                    .register(registry);
            Gauge.builder("wsis.gateway.working", service, Service::working)
                    .description("Requests that a service has received whole and not begun to answer.")
                    .tag("service", service.name())
                    .register(registry);
        }
    }

    private static long aside(Service service) {
        return service.copies().stream().filter(Copy::isAside).count();
    }
}
