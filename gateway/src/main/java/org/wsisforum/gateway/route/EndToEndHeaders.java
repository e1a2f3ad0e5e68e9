package org.wsisforum.gateway.route;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Which headers go on, and what the gateway itself says about where a request came from. */
final class EndToEndHeaders {

    /** RFC 9110 7.6.1, and the old ones that some clients still send. */
    private static final List<CharSequence> OF_ONE_CONNECTION = named(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings");

    /** Which pages may read an answer, and by what its request is known, is said here, whatever a service says. */
    private static final List<CharSequence> OF_THE_GATEWAY = named(
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Origin",
            "Access-Control-Expose-Headers",
            "X-Request-Id",
            "traceresponse");

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");

    private EndToEndHeaders() {}

    /** Names whose hash, by which headers are found, is not worked out anew for each request. */
    private static List<CharSequence> named(String... names) {
        return Stream.of(names).map(HttpHeaders::createOptimized).toList();
    }

    /** Leaves of an answer only what a service has to say to the client. */
    static void keepOnlyOfService(MultiMap headers) {
        keepOnly(headers);
        OF_THE_GATEWAY.forEach(headers::remove);
    }

    /** Leaves only what is meant for the other end. */
    static void keepOnly(MultiMap headers) {
        for (var named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : named.split(",")) {
                headers.remove(name.trim());
            }
        }
        OF_ONE_CONNECTION.forEach(headers::remove);
    }

    /**
     * Says who asked whom, in place of what the client may have claimed. The service sees its own address as Host; the one that
     * the client used is in X-Forwarded-Host.
     */
    static void sayOrigin(MultiMap headers, HttpServerRequest request, String client) {
        var claims = new ArrayList<String>(0);
        for (var header : headers) {
            if (claimsOrigin(header.getKey())) {
                claims.add(header.getKey());
            }
        }
        claims.forEach(headers::remove);
        headers.set(FORWARDED_FOR, client);
        headers.set(FORWARDED_PROTO, request.scheme());
        var authority = request.authority();
        if (authority != null) {
            headers.set(FORWARDED_HOST, authority.toString());
        }
    }

    private static boolean claimsOrigin(String name) {
        return name.regionMatches(true, 0, "X-Forwarded", 0, "X-Forwarded".length())
                || name.equalsIgnoreCase("Forwarded")
                || name.equalsIgnoreCase("X-Real-IP");
    }
}
