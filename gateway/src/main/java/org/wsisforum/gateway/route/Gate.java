package org.wsisforum.gateway.route;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;

import org.wsisforum.gateway.admission.Admission;
import org.wsisforum.gateway.cache.Answers;
import org.wsisforum.gateway.cache.Reading;
import org.wsisforum.gateway.cors.Cors;
import org.wsisforum.gateway.identity.Credential;
import org.wsisforum.gateway.limit.RateLimits;
import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.problem.Problems;
import org.wsisforum.gateway.problem.Refusal;
import org.wsisforum.gateway.upstream.Service;
import org.wsisforum.gateway.upstream.Upstreams;

/** Decides which requests pass to which service. */
@Singleton
class Gate {

    /** Before every page of the gateway, so that the bounds hold for those too. */
    private static final int FIRST = -1_000;

    /** After every page of the gateway. */
    private static final int LAST = 1_000_000;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private final Upstreams upstreams;
    private final Problems problems;
    private final Limits limits;
    private final Cors cors;
    private final RateLimits rateLimits;
    private final Admission admission;
    private final Answers answers;
    private final HttpProxy proxy;

    /** Connections of which nothing more is read; each is forgotten with the connection. */
    private final Set<HttpConnection> abandoned = Collections.newSetFromMap(
            Caffeine.newBuilder().weakKeys().<HttpConnection, Boolean>build().asMap());

    @Inject
    Gate(
            Upstreams upstreams,
            Problems problems,
            Limits limits,
            Cors cors,
            RateLimits rateLimits,
            Admission admission,
            Answers answers,
            Forwarding forwarding) {
        this.upstreams = upstreams;
        this.problems = problems;
        this.limits = limits;
        this.cors = cors;
        this.rateLimits = rateLimits;
        this.admission = admission;
        this.answers = answers;
        this.proxy = HttpProxy.reverseProxy(upstreams.client())
                .origin(forwarding::open)
                .addInterceptor(forwarding);
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::keepBounds);
        router.route().order(LAST).handler(this::forward);
        router.route().order(FIRST).failureHandler(context -> {
            var failure = context.failure();
            if (failure instanceof VertxException && context.statusCode() == 400) {
                problems.answer(
                        context.request(),
                        GatewayProblem.MALFORMED_REQUEST.because("The request does not say which host it is for."));
                return;
            }
            problems.answer(
                    context.request(),
                    failure == null
                            ? GatewayProblem.NOT_FOUND.because(
                                    "There is nothing at " + context.request().path() + ".")
                            : problems.refusal(failure));
        });
    }

    private void keepBounds(RoutingContext context) {
        var request = context.request();
        if (abandoned.contains(request.connection())) {
            // What looks like a request may be the body of the one before.
            request.connection().close();
        } else if (!hasOneEnd(request)) {
            abandon(request);
        } else if (request.uri().length() > limits.address()) {
            problems.answer(
                    request,
                    GatewayProblem.URI_TOO_LONG.because("The address has %d characters; %d are taken."
                            .formatted(request.uri().length(), limits.address())));
        } else if (sizeOfHeaders(request) > limits.headers()) {
            problems.answer(
                    request,
                    GatewayProblem.HEADERS_TOO_LARGE.because(
                            "The headers have more than %d characters.".formatted(limits.headers())));
        } else if (!METHODS.contains(request.method())) {
            context.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
            problems.answer(
                    context.request(),
                    GatewayProblem.METHOD_NOT_ALLOWED.because(request.method() + " is not answered here."));
        } else if (!PublicPath.isPlain(request.path()) || !isAscii(request.uri())) {
            problems.answer(
                    request,
                    GatewayProblem.MALFORMED_REQUEST.because(
                            "The address holds dot segments, empty segments or characters that must not stand in it."));
        } else if (cors.isQuestion(request)) {
            cors.answer(request).ifPresent(refusal -> problems.answer(request, refusal));
        } else {
            cors.allow(request);
            context.next();
        }
    }

    /** Other letters are read in one encoding here and in another one there. */
    private static boolean isAscii(String address) {
        for (var i = 0; i < address.length(); i++) {
            if (address.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether everybody who reads the request finds its end at the same place. */
    private static boolean hasOneEnd(HttpServerRequest request) {
        var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1
                        && codings.getFirst().equalsIgnoreCase("chunked")
                        && request.version() != HttpVersion.HTTP_1_0;
    }

    /** Refuses a request whose end is not known, and with it all that may still come on its connection. */
    private void abandon(HttpServerRequest request) {
        abandoned.add(request.connection());
        request.response()
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(written -> request.connection().close());
        problems.answer(request, GatewayProblem.MALFORMED_REQUEST.because("The transfer coding is not understood."));
    }

    private static int sizeOfHeaders(HttpServerRequest request) {
        var size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private void forward(RoutingContext context) {
        var request = context.request();
        var asked = upstreams.at(request.path());
        if (asked.isEmpty()) {
            problems.answer(
                    context.request(), GatewayProblem.NOT_FOUND.because("There is nothing at " + request.path() + "."));
            return;
        }
        var service = asked.get();
        var token = Credential.shownBy(request);
        var refusal = refusalOf(request);
        if (refusal.isPresent()) {
            problems.answer(request, refusal.get());
            return;
        }
        token.<Future<?>>map(shown -> admission.admit(request, shown, Set.of(service.audience())))
                .orElseGet(() -> rateLimits.countAnonymous(request))
                .onSuccess(admitted -> pass(request, service))
                .onFailure(failure -> problems.answer(request, problems.refusal(failure)));
    }

    private void pass(HttpServerRequest request, Service service) {
        if (!Reading.of(request, service).map(answers::answer).orElse(false)) {
            proxy.handle(new TearingRequest(request));
        }
    }

    private Optional<Refusal> refusalOf(HttpServerRequest request) {
        if ("websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            return Optional.of(GatewayProblem.UPGRADE_REFUSED.because("The request asks to become a WebSocket."));
        }
        if (request.authority() == null) {
            return Optional.of(
                    GatewayProblem.MALFORMED_REQUEST.because("The request does not say which host it is for."));
        }
        if (request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            // Whoever reads it takes another one of them.
            return Optional.of(GatewayProblem.MALFORMED_REQUEST.because("The request shows more than one credential."));
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > limits.body().asLongValue()
                ? Optional.of(tooLarge(limits))
                : Optional.empty();
    }

    /** The refusal of a body over the limit. */
    static Refusal tooLarge(Limits limits) {
        return GatewayProblem.CONTENT_TOO_LARGE.because(
                "At most %d bytes are taken.".formatted(limits.body().asLongValue()));
    }
}
