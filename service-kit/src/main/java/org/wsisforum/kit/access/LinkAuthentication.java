package org.wsisforum.kit.access;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads the key of a link: {@code Authorization: Link KEY}, or {@code ?key=KEY} as it stands in a letter, which a browser can
 * follow. It only says that somebody holds a key; whether the key opens anything is for the feature that stored its hash.
 */
@ApplicationScoped
class LinkAuthentication implements HttpAuthenticationMechanism {

    static final String HASH = "link-hash";
    private static final String SCHEME = "Link ";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return Uni.createFrom().item(presented(context).map(this::holder).orElse(null));
    }

    private Optional<LinkKey> presented(RoutingContext context) {
        var authorization = context.request().getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                    ? LinkKey.read(authorization.substring(SCHEME.length()).strip())
                    : Optional.empty();
        }
        // Mail programs cut addresses off, or add the full stop behind them. That opens nothing, but somebody reads the
        // answer, whom the feature can tell whom to ask; so it is a key like any other that opens nothing.
        return Optional.ofNullable(context.request().getParam("key")).map(LinkKey::new);
    }

    private SecurityIdentity holder(LinkKey key) {
        var hash = key.hash();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("link:" + hash.substring(0, 16)))
                .addRole(Role.LINK_HOLDER)
                .addAttribute(HASH, hash)
                .build();
    }

    /** Challenges are written by the problem mappers, with the body that belongs to them. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }
}
