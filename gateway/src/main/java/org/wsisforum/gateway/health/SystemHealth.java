package org.wsisforum.gateway.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.gateway.page.Page;
import org.wsisforum.gateway.page.Pages;
import org.wsisforum.gateway.upstream.Probes;
import org.wsisforum.gateway.upstream.Recent;
import org.wsisforum.gateway.upstream.Service;
import org.wsisforum.gateway.upstream.Upstreams;

/** {@code GET /health}. Copies are shown by number, so that no address of the inside is told. */
@Singleton
class SystemHealth {

    enum Status {
        UP,
        DEGRADED,
        DOWN;

        static Status of(List<Status> parts) {
            if (parts.stream().allMatch(UP::equals)) {
                return UP;
            }
            return parts.stream().allMatch(DOWN::equals) ? DOWN : DEGRADED;
        }
    }

    record CopyHealth(int copy, Status status) {}

    record ServiceHealth(Status status, List<CopyHealth> copies) {}

    record Health(Status status, Map<String, ServiceHealth> services) {}

    private final Upstreams upstreams;
    private final Probes probes;
    private final Pages pages;
    private final ObjectMapper json;
    private final Recent<Health> health;

    @Inject
    SystemHealth(
            Upstreams upstreams,
            Probes probes,
            Pages pages,
            ObjectMapper json,
            @ConfigProperty(name = "wsis.gateway.kept.health") Duration kept) {
        this.upstreams = upstreams;
        this.probes = probes;
        this.pages = pages;
        this.json = json;
        this.health = new Recent<>(kept, this::ask);
    }

    void mount(@Observes Router router) {
        pages.mount(router, "/health", context -> health.get().map(this::page));
    }

    private Page page(Health state) {
        try {
            return Page.json(json.writeValueAsBytes(state), "no-store")
                    .withStatus(state.status() == Status.DOWN ? 503 : 200);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of strings and numbers are always JSON.", e);
        }
    }

    private Future<Health> ask() {
        var services = upstreams.services();
        var answers = services.stream().map(this::ask).toList();
        return Future.all(answers).map(all -> {
            var byName = new TreeMap<String, ServiceHealth>();
            IntStream.range(0, services.size())
                    .forEach(i ->
                            byName.put(services.get(i).name(), answers.get(i).result()));
            return new Health(
                    Status.of(
                            byName.values().stream().map(ServiceHealth::status).toList()),
                    byName);
        });
    }

    private Future<ServiceHealth> ask(Service service) {
        var copies = service.copies();
        var answers = copies.stream().map(copy -> probes.isReady(copy)).toList();
        return Future.all(answers).map(all -> {
            var states = IntStream.range(0, copies.size())
                    .mapToObj(i -> new CopyHealth(
                            copies.get(i).number(), answers.get(i).result() ? Status.UP : Status.DOWN))
                    .toList();
            return new ServiceHealth(
                    Status.of(states.stream().map(CopyHealth::status).toList()), states);
        });
    }
}
