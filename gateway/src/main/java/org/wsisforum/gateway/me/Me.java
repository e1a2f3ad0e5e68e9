package org.wsisforum.gateway.me;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.gateway.admission.Admission;
import org.wsisforum.gateway.identity.Credential;
import org.wsisforum.gateway.identity.Token;
import org.wsisforum.gateway.page.Page;
import org.wsisforum.gateway.page.Pages;
import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.problem.Refusal;
import org.wsisforum.gateway.upstream.Fetch;
import org.wsisforum.gateway.upstream.Recent;
import org.wsisforum.gateway.upstream.Service;
import org.wsisforum.gateway.upstream.Upstreams;

/** {@code GET /me}. */
@Singleton
class Me {

    private static final Pattern EDITION = Pattern.compile("[A-Za-z0-9-]{1,20}");

    private final Upstreams upstreams;
    private final Fetch fetch;
    private final Admission admission;
    private final Pages pages;
    private final ObjectMapper json;
    private final Duration patience;
    private final Recent<String> newestEdition;

    /** What came of one part: what the service says, or why it says nothing. */
    private record Told(JsonNode value, String reason) {

        static final String NO_SUCH_EDITION = "edition-not-found";

        static Told of(Fetch.Answer answer) {
            var code = answer.json().path("code").asText(GatewayProblem.BAD_GATEWAY.code());
            return switch (answer.status()) {
                case 200 -> new Told(answer.json(), null);
                case 404 -> new Told(null, code.equals(NO_SUCH_EDITION) ? code : null);
                default -> new Told(null, code);
            };
        }

        static Told failed(Throwable failure) {
            return new Told(
                    null,
                    switch (failure) {
                        case Refusal refusal -> refusal.problem().code();
                        case TimeoutException late -> GatewayProblem.UPSTREAM_TIMEOUT.code();
                        default -> GatewayProblem.BAD_GATEWAY.code();
                    });
        }
    }

    @Inject
    Me(
            Upstreams upstreams,
            Fetch fetch,
            Admission admission,
            Pages pages,
            ObjectMapper json,
            @ConfigProperty(name = "wsis.gateway.me.patience") Duration patience,
            @ConfigProperty(name = "wsis.gateway.kept.newest-edition") Duration kept) {
        this.upstreams = upstreams;
        this.fetch = fetch;
        this.admission = admission;
        this.pages = pages;
        this.json = json;
        this.patience = patience;
        this.newestEdition = new Recent<>(kept, this::askForNewestEdition);
    }

    void mount(@Observes Router router) {
        pages.mount(router, "/me", context -> who(context.request())
                .compose(token ->
                        edition(context.request()).compose(edition -> compose(context.request(), token, edition)))
                .map(this::page));
    }

    private Future<Token> who(HttpServerRequest request) {
        var shown = Credential.shownBy(request);
        if (shown.isEmpty()) {
            return Future.failedFuture(GatewayProblem.UNAUTHENTICATED.because("Sign in to call this."));
        }
        var audiences = upstreams.services().stream().map(Service::audience).collect(Collectors.toSet());
        return admission.admit(request, shown.get(), audiences).compose(credential -> switch (credential) {
            case Credential.Verified known -> Future.succeededFuture(known.token());
            case Credential.Unchecked _ ->
                Future.failedFuture(GatewayProblem.SERVICE_UNAVAILABLE.because(
                        "Who asks cannot be checked before the sign-in was reached once."));
        });
    }

    private Future<String> edition(HttpServerRequest request) {
        var wanted = request.getParam("edition");
        if (wanted == null) {
            return newestEdition.get();
        }
        return EDITION.matcher(wanted).matches()
                ? Future.succeededFuture(wanted)
                : Future.failedFuture(noSuchEdition());
    }

    private static Refusal noSuchEdition() {
        return GatewayProblem.NOT_FOUND.because("No service knows this edition.");
    }

    private Future<String> askForNewestEdition() {
        var asked = upstreams.services().stream()
                .map(service -> fetch.answer(service, service.root() + "editions", Map.of(), patience))
                .toList();
        return Future.join(asked).otherwiseEmpty().map(done -> asked.stream()
                .filter(Future::succeeded)
                .flatMap(answer -> answer.result().json().path("items").valueStream())
                .map(edition -> edition.path("code").asText())
                .filter(code -> EDITION.matcher(code).matches())
                .max(Comparator.naturalOrder())
                .orElseThrow(
                        () -> GatewayProblem.SERVICE_UNAVAILABLE.because("No service says which editions there are.")));
    }

    private Future<MyView> compose(HttpServerRequest request, Token token, String edition) {
        var headers = new HashMap<String, String>();
        for (var name : List.of("Authorization", "Accept-Language", "traceparent", "tracestate", "X-Request-Id")) {
            if (request.getHeader(name) != null) {
                headers.put(name, request.getHeader(name));
            }
        }
        var asked = new EnumMap<Part, Future<Told>>(Part.class);
        Stream.of(Part.values())
                .filter(part -> part.isOf(token))
                .forEach(part -> asked.put(part, ask(part, edition, headers)));
        return Future.all(List.copyOf(asked.values())).map(all -> {
            var told = new EnumMap<Part, Told>(Part.class);
            asked.forEach((part, answer) -> told.put(part, answer.result()));
            return view(token, edition, told);
        });
    }

    /** Never fails. */
    private Future<Told> ask(Part part, String edition, Map<String, String> headers) {
        var service = upstreams.named(part.service()).orElseThrow();
        return fetch.answer(service, service.root() + "editions/" + edition + "/" + part.address(), headers, patience)
                .map(Told::of)
                .otherwise(Told::failed);
    }

    private static MyView view(Token token, String edition, Map<Part, Told> told) {
        if (told.values().stream().allMatch(part -> Told.NO_SUCH_EDITION.equals(part.reason()))) {
            throw noSuchEdition();
        }
        var missing = new ArrayList<MyView.Missing>();
        told.forEach((part, what) -> {
            if (what.reason() != null) {
                missing.add(new MyView.Missing(part.service(), part.name().toLowerCase(Locale.ROOT), what.reason()));
            }
        });
        return new MyView(
                MyView.Person.of(token),
                edition,
                value(told, Part.REGISTRATION),
                value(told, Part.AGENDA),
                new MyView.Awards(value(told, Part.PROJECTS), value(told, Part.BALLOT)),
                missing);
    }

    private static JsonNode value(Map<Part, Told> told, Part part) {
        var what = told.get(part);
        return what == null ? null : what.value();
    }

    private Page page(MyView view) {
        try {
            return Page.json(json.writeValueAsBytes(view), "private, no-store");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of strings and JSON are always JSON.", e);
        }
    }
}
