package org.wsisforum.gateway.portal;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.gateway.page.Page;
import org.wsisforum.gateway.page.Pages;
import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.problem.Problems;
import org.wsisforum.gateway.upstream.Fetch;
import org.wsisforum.gateway.upstream.Upstreams;

/** {@code GET /problems} and {@code GET /problems/{code}}: where the {@code type} of every problem leads. */
@Singleton
class ProblemPages {

    /**
     * A kind of problem, as every part of the platform that answers with it tells it.
     *
     * @param advice what to do about it, where the gateway knows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kind(String code, int status, String title, URI type, String advice, TreeSet<String> services) {}

    /**
     * All kinds of problem.
     *
     * @param missing services that could not be asked
     */
    record Catalogue(List<Kind> items, List<String> missing) {

        Optional<Kind> named(String code) {
            return items.stream().filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    private final Problems problems;
    private final Pages pages;
    private final ObjectMapper json;
    private final ServiceLists lists;

    @Inject
    ProblemPages(
            Upstreams upstreams,
            Fetch fetch,
            Problems problems,
            Pages pages,
            ObjectMapper json,
            @ConfigProperty(name = "wsis.gateway.kept.problems") Duration kept) {
        this.problems = problems;
        this.pages = pages;
        this.json = json;
        this.lists = new ServiceLists(upstreams, fetch, "problems", kept);
    }

    void mount(@Observes Router router) {
        pages.mount(router, "/problems", context -> catalogue()
                .map(all -> wantsHtml(context) ? Page.html(listed(all), Page.FRESH) : inJson(all)));
        pages.mount(router, "/problems/:code", context -> catalogue().map(all -> {
            var kind = find(all, context.pathParam("code"));
            return wantsHtml(context) ? Page.html(described(kind), Page.FRESH) : inJson(kind);
        }));
    }

    private static Kind find(Catalogue all, String code) {
        return all.named(code)
                .orElseThrow(() -> all.missing().isEmpty()
                        ? GatewayProblem.NOT_FOUND.because("No problem has the code '" + code + "'.")
                        : GatewayProblem.SERVICE_UNAVAILABLE.because(
                                "The code may belong to a service that cannot be asked now: "
                                        + String.join(", ", all.missing()) + "."));
    }

    /** HTML for those who name it before JSON, as browsers do; JSON for all others. */
    private static boolean wantsHtml(RoutingContext context) {
        context.response().putHeader(HttpHeaders.VARY, "Accept");
        return context.parsedHeaders().accept().stream()
                .filter(type -> type.weight() > 0)
                .filter(type ->
                        type.component().equals("text") && type.subComponent().equals("html")
                                || type.component().equals("application")
                                        && type.subComponent().contains("json"))
                .findFirst()
                .map(type -> type.component().equals("text"))
                .orElse(false);
    }

    private Future<Catalogue> catalogue() {
        return lists.ask().map(told -> {
            var kinds = new TreeMap<String, Kind>();
            Arrays.stream(GatewayProblem.values()).forEach(problem -> add(kinds, "gateway", own(problem)));
            told.byService().forEach((name, items) -> items.forEach(item -> add(kinds, name, read(item))));
            return new Catalogue(List.copyOf(kinds.values()), told.missing());
        });
    }

    private static void add(Map<String, Kind> kinds, String service, Kind kind) {
        kinds.computeIfAbsent(kind.code(), code -> kind).services().add(service);
    }

    private Kind own(GatewayProblem problem) {
        return new Kind(
                problem.code(),
                problem.status(),
                problem.title(),
                problems.address(problem.code()),
                problem.advice(),
                new TreeSet<>());
    }

    private Kind read(JsonNode item) {
        var code = item.path("code").asText();
        return new Kind(
                code,
                item.path("status").asInt(),
                item.path("title").asText(),
                problems.address(code),
                item.path("advice").textValue(),
                new TreeSet<>());
    }

    private Page inJson(Object value) {
        try {
            return Page.json(json.writeValueAsBytes(value), Page.FRESH);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of strings and numbers are always JSON.", e);
        }
    }

    private static String listed(Catalogue all) {
        var rows = all.items().stream()
                .map(kind -> """
                        <tr>
                          <th scope="row"><a href="/problems/%1$s"><code>%1$s</code></a></th>
                          <td>%2$d</td>
                          <td>%3$s</td>
                          <td>%4$s</td>
                        </tr>
                        """.formatted(
                                Html.escape(kind.code()),
                                kind.status(),
                                Html.escape(kind.title()),
                                Html.escape(String.join(", ", kind.services()))))
                .collect(Collectors.joining());
        var note = ServiceLists.note(all.missing());
        return Portal.framed("Problems", """
                <h1>Problems</h1>
                <p class="lead">Every error is an <code>application/problem+json</code> document (RFC 9457). Programs go by its
                <code>code</code>, which never changes its meaning.</p>
                %s
                <div class="scroll" tabindex="0" role="region" aria-label="Kinds of problem">
                <table>
                <thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th>
                <th scope="col">From</th></tr></thead>
                <tbody>
                %s</tbody>
                </table>
                </div>
                """.formatted(note, rows));
    }

    private static String described(Kind kind) {
        var advice = kind.advice() == null ? "" : "<h2>What to do</h2>\n<p>" + Html.escape(kind.advice()) + "</p>";
        return Portal.framed(kind.code(), """
                <p class="crumb"><a href="/problems">Problems</a></p>
                <h1><code>%s</code></h1>
                <p class="lead">%s</p>
                <dl>
                <dt>HTTP status</dt><dd>%d</dd>
                <dt>Type</dt><dd><code>%s</code></dd>
                <dt>Answered by</dt><dd>%s</dd>
                </dl>
                %s
                """.formatted(
                        Html.escape(kind.code()),
                        Html.escape(kind.title()),
                        kind.status(),
                        Html.escape(kind.type().toString()),
                        Html.escape(String.join(", ", kind.services())),
                        advice));
    }
}
