package org.wsisforum.gateway.limit;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * What a token says of its holder, believed no further than to tell callers apart.
 *
 * @param name of the program or the person
 * @param client id of the program that the token was given to
 * @param kind of caller
 */
record Claimed(String name, String client, Kind kind) {

    enum Kind {
        PARTICIPANT,
        PARTNER,
        SERVICE
    }

    private static final String SCHEME = "Bearer ";

    /** More than any name has; a bucket is kept for each. */
    private static final int LONGEST = 100;

    /** What the request's token says; empty without one, and when it says nothing that can be read. */
    static Optional<Claimed> by(HttpServerRequest request, ObjectMapper json) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var parts = authorization.substring(SCHEME.length()).strip().split("\\.", 4);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return of(json.readTree(Base64.getUrlDecoder().decode(parts[1])));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Claimed> of(JsonNode claims) {
        var client = claims.path("azp").asText(claims.path("client_id").asText(""));
        var kind = kind(claims.path("realm_access").path("roles"));
        var name = kind == Kind.PARTICIPANT ? claims.path("sub").asText("") : client;
        return name.isEmpty() || name.length() > LONGEST || client.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Claimed(name, client, kind));
    }

    private static Kind kind(JsonNode roles) {
        var kind = Kind.PARTICIPANT;
        for (var role : roles) {
            if (role.asText().equals("service")) {
                return Kind.SERVICE;
            }
            if (role.asText().equals("partner")) {
                kind = Kind.PARTNER;
            }
        }
        return kind;
    }
}
