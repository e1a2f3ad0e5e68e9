package org.wsisforum.gateway.cache;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.problem.UnreadBody;
import org.wsisforum.gateway.upstream.Service;

/** A request that anybody could have sent, so that its answer may have been given to somebody else before. */
public final class Reading {

    /** With one of these a request asks for something of its own. */
    private static final List<CharSequence> OF_ITS_OWN = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.createOptimized("If-Unmodified-Since"),
            HttpHeaders.createOptimized("Range"),
            HttpHeaders.createOptimized("If-Range"),
            HttpHeaders.EXPECT);

    /** What Connection may name: nothing that a service ever sees. */
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("keep-alive", "close", "te", "upgrade", "http2-settings");

    private final HttpServerRequest request;
    private final Service service;

    private Reading(HttpServerRequest request, Service service) {
        this.request = request;
        this.service = service;
    }

    /** The request as one that anybody could have sent; empty if it is not. */
    public static Optional<Reading> of(HttpServerRequest request, Service service) {
        var method = request.method();
        var headers = request.headers();
        var forAnybody = (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && request.uri().startsWith(service.root())
                && !Feeds.isFeed(request.path())
                && !asksForItsOwn(headers)
                // The key of a letter, read as the services read it.
                && (request.query() == null || !request.params().contains("key"))
                && namesNoHeader(headers)
                && !forbidsKeeping(headers)
                && !UnreadBody.isExpected(request);
        return forAnybody ? Optional.of(new Reading(request, service)) : Optional.empty();
    }

    // Loops and not streams, of which each read would make four.

    private static boolean asksForItsOwn(MultiMap headers) {
        for (var name : OF_ITS_OWN) {
            if (headers.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean forbidsKeeping(MultiMap headers) {
        for (var line : headers.getAll(HttpHeaders.CACHE_CONTROL)) {
            if (line.contains("no-store")) {
                return true;
            }
        }
        return false;
    }

    /** A header that Connection names does not reach the service, so the answer would not be one to that header. */
    private static boolean namesNoHeader(MultiMap headers) {
        for (var line : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : line.split(",")) {
                if (!OF_ONE_CONNECTION.contains(name.strip().toLowerCase(Locale.ROOT))) {
                    return false;
                }
            }
        }
        return true;
    }

    HttpServerRequest request() {
        return request;
    }

    Service service() {
        return service;
    }

    String path() {
        return request.path();
    }

    String uri() {
        return request.uri();
    }

    boolean isHead() {
        return request.method() == HttpMethod.HEAD;
    }

    Key key(List<String> vary) {
        return new Key(request.uri(), vary.stream().map(this::value).toList());
    }

    /** Writes the headers that the answer depends on. */
    void copyTo(MultiMap headers, List<String> vary) {
        vary.forEach(name -> headers.set(name, request.headers().getAll(name)));
    }

    private String value(String header) {
        var value = String.join(",", request.headers().getAll(header));
        // Upper and lower case, and spaces, mean nothing in a list of languages (RFC 9110 12.5.4).
        return header.equals("accept-language") ? value.toLowerCase(Locale.ROOT).replace(" ", "") : value;
    }

    /** What tells answers apart: the address, and the values of the headers that they depend on. */
    record Key(String uri, List<String> values) {}
}
