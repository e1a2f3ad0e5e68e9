package org.wsisforum.kit.access;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whoever sent the request that is being answered. */
@RequestScoped
public class Caller {

    /** Attribute of an identity that comes without a token. */
    static final String VERIFIED_EMAIL = "verified-email";

    @Inject
    SecurityIdentity identity;

    /** Whether no credential was presented. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /**
     * The stable opaque name of the caller: the token's subject, or for the holder of a link a part of the link's hash; never
     * a name or an e-mail address. {@code anonymous} without a credential.
     */
    public String subject() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** Whether the caller has the role, a constant of {@link Role}. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The caller's roles, for rules that concern several. */
    public Set<String> roles() {
        return identity.getRoles();
    }

    /** The delegation that a focal point's token names: an ISO 3166 code, or the id of an entity that is no State. */
    public Optional<String> delegation() {
        var claim = identity.getPrincipal() instanceof JsonWebToken token
                ? token.<Object>getClaim("delegation")
                : identity.<Object>getAttribute("delegation");
        return Optional.ofNullable(claim).map(Object::toString);
    }

    /**
     * The caller's e-mail address, if the sign-in has made sure that mail to it arrives; as it stands in the token. It is
     * personal data: not for a log, an answer or a row.
     */
    public Optional<String> verifiedEmail() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            var verified = token.<Object>getClaim(Claims.email_verified.name());
            return Boolean.parseBoolean(String.valueOf(verified))
                    ? Optional.ofNullable(token.getClaim(Claims.email))
                    : Optional.empty();
        }
        return Optional.ofNullable(identity.getAttribute(VERIFIED_EMAIL));
    }

    /** The hash of the link's key, if the caller came with a link. */
    public Optional<String> linkHash() {
        return Optional.ofNullable(identity.getAttribute(LinkAuthentication.HASH));
    }

    /**
     * Whether the credential was given the scope. Asked of the identity and not of the token, because OIDC turns the scopes
     * of a token into permissions, and so does a test that signs somebody in without one.
     */
    public boolean isGranted(String scope) {
        var colon = scope.indexOf(':');
        return identity.checkPermissionBlocking(
                new StringPermission(scope.substring(0, colon), scope.substring(colon + 1)));
    }
}
