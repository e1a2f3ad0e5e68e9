package org.wsisforum.gateway.identity;

import java.util.Optional;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What the gateway knows of a token that was shown. */
public sealed interface Credential {

    /** It is good. */
    record Verified(Token token) implements Credential {}

    /** It could not be looked at; the service will. */
    record Unchecked() implements Credential {}

    /** The bearer token that a request shows; empty without one, with another kind of credential too. */
    static Optional<String> shownBy(HttpServerRequest request) {
        var scheme = "Bearer ";
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.regionMatches(true, 0, scheme, 0, scheme.length())
                ? Optional.of(shown.substring(scheme.length()).strip())
                : Optional.empty();
    }
}
