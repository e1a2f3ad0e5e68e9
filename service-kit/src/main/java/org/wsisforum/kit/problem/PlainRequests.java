package org.wsisforum.kit.problem;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.vertx.core.VertxException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets in only requests that nobody can read in two ways. They are those that the gateway lets pass, so that who comes to a
 * service by another way gets the same verdict.
 */
@ApplicationScoped
class PlainRequests {

    /** Before everything else. */
    private static final int FIRST = -1_000;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private static final String OF_OPERATORS = "/q/";
    private static final String WITHOUT_HOST = "The request does not say which host it is for.";

    /** Shorter than what the server itself refuses, without a word. */
    private static final int LONGEST_ADDRESS = 8_000;

    private static final int MOST_OF_HEADERS = 16_000;

    /**
     * Segments of the characters of RFC 3986, none of them empty but the last, or a dot segment (some servers cut a segment at its
     * first semicolon); of encoded ones no slash, backslash, percent sign, nor control character.
     */
    private static final Pattern PATH = Pattern.compile(
            "(?:/(?!/)(?!(?:\\.|%2e){1,2}(?:[;/]|$))(?:[\\w.~!$&'()*+,;=:@-]++|%(?!2f|5c|25|[01]|7f)\\p{XDigit}{2}+)*+)++",
            Pattern.CASE_INSENSITIVE);

    @Inject
    EarlyRefusals refusals;

    /** Connections of which nothing more is read; each is forgotten with the connection. */
    private final Set<HttpConnection> abandoned =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::letInIfPlain);
        // What comes to no route at all.
        router.route().order(FIRST).failureHandler(context -> {
            var request = context.request();
            if (context.failure() instanceof VertxException && context.statusCode() == 400) {
                malformed(request, WITHOUT_HOST);
            } else if (!request.path().startsWith("/")) {
                refusals.refuse(request, RequestProblem.NOT_FOUND, "There is nothing at " + request.path() + ".");
            } else {
                context.next();
            }
        });
    }

    private void letInIfPlain(RoutingContext context) {
        var request = context.request();
        if (abandoned.contains(request.connection())) {
            // What looks like a request may be the body of the one before.
            request.connection().close();
        } else if (!hasOneEnd(request)) {
            abandoned.add(request.connection());
            malformed(request, "The transfer coding is not understood.");
        } else if (request.uri().length() > LONGEST_ADDRESS) {
            refusals.refuse(
                    request,
                    RequestProblem.URI_TOO_LONG,
                    "The address has %d characters; %d are taken."
                            .formatted(request.uri().length(), LONGEST_ADDRESS));
        } else if (sizeOfHeaders(request) > MOST_OF_HEADERS) {
            refusals.refuse(
                    request,
                    RequestProblem.HEADERS_TOO_LARGE,
                    "The headers have more than %d characters.".formatted(MOST_OF_HEADERS));
        } else if (!METHODS.contains(request.method())) {
            request.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
            refusals.refuse(request, RequestProblem.METHOD_NOT_ALLOWED, request.method() + " is not answered here.");
        } else if (!isPlain(request)) {
            malformed(
                    request, "The address holds dot segments, empty segments or characters that must not stand in it.");
        } else if (request.authority() == null && !request.path().startsWith(OF_OPERATORS)) {
            // HTTP/1.0 may leave it out, and those who look at the health of a service do.
            malformed(request, WITHOUT_HOST);
        } else if (request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            malformed(request, "The request shows more than one credential.");
        } else {
            context.next();
        }
    }

    private void malformed(HttpServerRequest request, String detail) {
        refusals.refuse(request, RequestProblem.MALFORMED_REQUEST, detail);
    }

    /** Letters other than those of ASCII are read in one encoding here and in another one there. */
    private static boolean isPlain(HttpServerRequest request) {
        return PATH.matcher(request.path()).matches() && request.uri().chars().allMatch(letter -> letter < 0x7f);
    }

    /** Whether everybody who reads the request finds its end at the same place. */
    private static boolean hasOneEnd(HttpServerRequest request) {
        var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return codings.isEmpty()
                || codings.size() == 1
                        && codings.getFirst().equalsIgnoreCase("chunked")
                        && request.version() != HttpVersion.HTTP_1_0;
    }

    private static int sizeOfHeaders(HttpServerRequest request) {
        var size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
