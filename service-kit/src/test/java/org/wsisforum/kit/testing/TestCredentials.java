package org.wsisforum.kit.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import org.wsisforum.kit.access.People;

/**
 * Lets one test call as many: {@code Authorization: Test subject role,role scope,scope}. Exists in tests only; what a real
 * token does is tested with real ones, through the gateway. A service makes it known by an {@code @ApplicationScoped} subclass
 * among its tests.
 */
public class TestCredentials implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Test ";

    /** The header value for a caller; an optional delegation follows the subject after a slash. */
    public static String of(String subject, String role, String... scopes) {
        return SCHEME + subject + " " + role + " " + String.join(",", scopes);
    }

    /** The header value for a caller whose sign-in has verified an address. */
    public static String verified(String subject, String email, String role, String... scopes) {
        return of(subject, role, scopes) + " " + email;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith(SCHEME)) {
            return Uni.createFrom().nullItem();
        }
        var parts = header.substring(SCHEME.length()).split(" ", -1);
        var subject = parts[0].split("/");
        var identity = QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(subject[0]));
        if (subject.length > 1) {
            identity.addAttribute("delegation", subject[1]);
        }
        list(parts[1]).forEach(identity::addRole);
        list(parts[2]).forEach(scope -> {
            var colon = scope.indexOf(':');
            identity.addPermission(new StringPermission(scope.substring(0, colon), scope.substring(colon + 1)));
        });
        if (parts.length > 3) {
            identity.addAttribute("verified-email", parts[3]);
        }
        return Uni.createFrom().item(People.known(identity.build()));
    }

    private static List<String> list(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .filter(s -> !s.isEmpty())
                .toList();
    }

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
        return DEFAULT_PRIORITY + 2;
    }
}
