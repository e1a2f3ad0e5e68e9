package org.wsisforum.gateway.cors;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.identity.Token;
import org.wsisforum.gateway.problem.GatewayProblem;
import org.wsisforum.gateway.problem.Refusal;

/** Answers browsers that ask for pages of other origins. */
@Singleton
public class Cors {

    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Accept, Accept-Language, Cache-Control,"
            + " Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, traceparent, tracestate, X-Request-Id,"
            + " Vote-Work";

    /** What a page may read besides the few that it always may. */
    private static final String ANSWER_HEADERS = "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy,"
            + " WWW-Authenticate, Content-Disposition, Idempotency-Replayed, Age, Cache-Status, Deprecation, Sunset,"
            + " X-Request-Id, traceresponse, Vote-Challenge, Vote-Challenge-Bits";

    /** Scheme, host and port, as browsers write them: in lower case, without a slash at the end. */
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]+)?|https?://\\[[0-9a-f:]+](:[0-9]+)?");

    private final CorsConfig config;
    private final Set<String> ofAll;
    private final Set<String> registered;

    @Inject
    Cors(CorsConfig config) {
        this.config = config;
        this.ofAll = Set.copyOf(config.origins().orElse(List.of()));
        this.registered = new HashSet<>(ofAll);
        config.clients().values().forEach(registered::addAll);
        Stream.of(registered)
                .flatMap(Collection::stream)
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .findFirst()
                .ifPresent(origin -> {
                    throw new ConfigurationException("The gateway does not start: wsis.gateway.cors holds '" + origin
                            + "', which is not of the form https://host or https://host:port in lower case.");
                });
    }

    /** Whether a browser asks what it may send. */
    public boolean isQuestion(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Answers the question; the refusal, if the answer is no. */
    public Optional<Refusal> answer(HttpServerRequest request) {
        var response = request.response().putHeader(HttpHeaders.VARY, "Origin");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (asksForAnybody(request)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        } else if (registered.contains(origin)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        } else {
            return Optional.of(GatewayProblem.ORIGIN_NOT_REGISTERED.because(
                    "Pages of this origin may only read, and without a credential."));
        }
        response.setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                .putHeader(
                        HttpHeaders.ACCESS_CONTROL_MAX_AGE,
                        Long.toString(config.maxAge().toSeconds()))
                .end();
        return Optional.empty();
    }

    /** Says in the answer to any other request which pages may read it. */
    public void allow(HttpServerRequest request) {
        if (isForAnybody(request)) {
            allow(request, ANY);
            return;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            request.response().putHeader(HttpHeaders.VARY, "Origin");
            if (registered.contains(origin)) {
                allow(request, origin);
            }
        }
    }

    /** Takes that back, if the token was given to another program than that of the origin. */
    public void allowOnly(HttpServerRequest request, Token token) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null
                && !ofAll.contains(origin)
                && !config.clients().getOrDefault(token.client(), List.of()).contains(origin)) {
            request.response().headers().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        }
    }

    private static void allow(HttpServerRequest request, String origin) {
        request.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
    }

    private static boolean isForAnybody(HttpServerRequest request) {
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !showsKey(request);
    }

    /** The same of the request that a browser asks about. */
    private static boolean asksForAnybody(HttpServerRequest question) {
        var method = question.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        return (method.equals("GET") || method.equals("HEAD"))
                && question.headers().getAll(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS).stream()
                        .flatMap(line -> Stream.of(line.split(",")))
                        .noneMatch(name -> name.strip().equalsIgnoreCase("Authorization"))
                && !showsKey(question);
    }

    /** The key of a letter, read as the services read it. */
    private static boolean showsKey(HttpServerRequest request) {
        return request.query() != null && request.params().contains("key");
    }
}
