package org.wsisforum.gateway.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * What a token says that was found good.
 *
 * @param subject the stable opaque name of its holder
 * @param client id of the program that it was given to
 * @param roles of the holder
 * @param audiences the services that it is for
 * @param name of the person, where the token has it
 * @param delegation that a focal point acts for
 * @param expiresAt when it is over
 */
public record Token(
        String subject,
        String client,
        Set<String> roles,
        Set<String> audiences,
        Optional<String> name,
        Optional<String> delegation,
        Instant expiresAt) {

    static Token of(JwtClaims claims) throws MalformedClaimException {
        var client = text(claims, "azp").or(() -> text(claims, "client_id")).orElse("");
        return new Token(
                Optional.ofNullable(claims.getSubject()).orElse(""),
                client,
                rolesOf(claims),
                Set.copyOf(claims.getAudience()),
                text(claims, "name"),
                text(claims, "delegation"),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private static Set<String> rolesOf(JwtClaims claims) {
        return claims.getClaimValue("realm_access") instanceof Map<?, ?> realm
                        && realm.get("roles") instanceof List<?> roles
                ? roles.stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static Optional<String> text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
