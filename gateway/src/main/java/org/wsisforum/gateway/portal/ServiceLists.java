package org.wsisforum.gateway.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;

import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.upstream.Fetch;
import org.wsisforum.gateway.upstream.Recent;
import org.wsisforum.gateway.upstream.Service;
import org.wsisforum.gateway.upstream.Upstreams;

/** A list that every service has at the same place below its root, put together from all that answer. */
final class ServiceLists {

    /**
     * What the services told.
     *
     * @param byService the items of each service that answered, in the order of the services
     * @param missing services that could not be asked
     */
    record Told(Map<String, JsonNode> byService, List<String> missing) {}

    private final Fetch fetch;
    private final String path;
    private final List<String> names;
    // Each service by itself, so that one that is away is asked again at once and the others are not.
    private final Map<String, Recent<JsonNode>> recent;

    /**
     * @param path of the list, below the service's root
     * @param kept how long an answer is not asked for again
     */
    ServiceLists(Upstreams upstreams, Fetch fetch, String path, Duration kept) {
        this.fetch = fetch;
        this.path = path;
        this.names = upstreams.services().stream().map(Service::name).toList();
        this.recent = upstreams.services().stream()
                .collect(Collectors.toMap(Service::name, service -> new Recent<>(kept, () -> items(service))));
    }

    private Future<JsonNode> items(Service service) {
        return fetch.json(service, service.root() + path).map(answer -> {
            if (!answer.path("items").isArray()) {
                throw GatewayProblem.BAD_GATEWAY.because("The service answered with something that is no list.");
            }
            return answer.path("items");
        });
    }

    Future<Told> ask() {
        var answers = names.stream().map(name -> recent.get(name).get()).toList();
        return Future.join(answers).otherwiseEmpty().map(done -> {
            var told = new LinkedHashMap<String, JsonNode>();
            var missing = new ArrayList<String>();
            for (int i = 0; i < names.size(); i++) {
                if (answers.get(i).succeeded()) {
                    told.put(names.get(i), answers.get(i).result());
                } else {
                    missing.add(names.get(i));
                }
            }
            return new Told(told, missing);
        });
    }

    /** A sentence for people about the services that could not be asked; empty if all were. */
    static String note(List<String> missing) {
        return missing.isEmpty()
                ? ""
                : "<p class=\"note\">Not asked, because they are away: " + Html.escape(String.join(", ", missing))
                        + ".</p>";
    }
}
