package org.wsisforum.gateway.openapi;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.wsisforum.gateway.page.Page;
import org.wsisforum.gateway.page.Pages;
import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.upstream.Fetch;
import org.wsisforum.gateway.upstream.Recent;
import org.wsisforum.gateway.upstream.Service;
import org.wsisforum.gateway.upstream.Upstreams;

/** {@code GET /openapi.json}. */
@Singleton
class OpenApi {

    private static final Logger LOG = Logger.getLogger(OpenApi.class);

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final Fetch fetch;
    private final Pages pages;
    private final ObjectMapper json;
    private final ObjectNode frame;
    private final ObjectNode own;
    private final Recent<Page> document;

    @Inject
    OpenApi(
            Vertx vertx,
            Upstreams upstreams,
            Fetch fetch,
            Pages pages,
            ObjectMapper json,
            @ConfigProperty(name = "wsis.public-url") String publicUrl,
            @ConfigProperty(name = "wsis.gateway.kept.openapi") Duration kept)
            throws IOException {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.fetch = fetch;
        this.pages = pages;
        this.json = json;
        this.frame = read("frame.json");
        this.frame.putArray("servers").addObject().put("url", publicUrl.replaceAll("/+$", ""));
        this.own = read("gateway.json");
        this.document = new Recent<>(kept, this::fetch);
    }

    void mount(@Observes Router router) {
        pages.mount(router, "/openapi.json", context -> document.get());
    }

    private ObjectNode read(String name) throws IOException {
        try (var file = OpenApi.class.getResourceAsStream("/openapi/" + name)) {
            return (ObjectNode) json.readTree(file);
        }
    }

    private Future<Page> fetch() {
        var services = upstreams.services();
        var parts = services.stream().map(this::part).toList();
        // Uniting large documents takes longer than an event loop may be kept.
        return Future.join(parts)
                .otherwiseEmpty()
                .compose(done -> vertx.executeBlocking((Callable<Page>) () -> unite(services, parts), false));
    }

    private Future<ObjectNode> part(Service service) {
        return fetch.json(service, service.root() + "openapi.json")
                .map(OpenApi::documentOf)
                .onFailure(failure ->
                        LOG.warnf("The description of %s is left out: %s", service.name(), failure.getMessage()));
    }

    private static ObjectNode documentOf(JsonNode answer) {
        if (answer instanceof ObjectNode document && document.path("paths").isObject()) {
            return document;
        }
        throw GatewayProblem.BAD_GATEWAY.because("The service answered with something that is no OpenAPI document.");
    }

    private Page unite(List<Service> services, List<Future<ObjectNode>> answers) throws IOException {
        var parts = new LinkedHashMap<String, ObjectNode>();
        var missing = new ArrayList<String>();
        for (int i = 0; i < services.size(); i++) {
            var service = services.get(i);
            if (answers.get(i).succeeded()) {
                parts.put(service.name(), reachable(service, answers.get(i).result()));
            } else {
                missing.add(service.name());
            }
        }
        if (parts.isEmpty()) {
            throw GatewayProblem.SERVICE_UNAVAILABLE.because("No service describes itself at the moment.");
        }
        parts.put("gateway", own);
        var whole = frame.deepCopy();
        if (!missing.isEmpty()) {
            var info = (ObjectNode) whole.path("info");
            missing.forEach(info.putArray("x-missing")::add);
        }
        return Page.json(
                json.writeValueAsBytes(Merge.of(whole, parts)), missing.isEmpty() ? Page.FRESH : Page.REVALIDATED);
    }

    /** Leaves out what a service describes but the gateway does not let through. */
    private static ObjectNode reachable(Service service, ObjectNode document) {
        var copy = document.deepCopy();
        copy.withObjectProperty("paths").properties().removeIf(path -> !path.getKey()
                .startsWith(service.root()));
        return copy;
    }
}
