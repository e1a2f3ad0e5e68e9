package org.wsisforum.gateway.admission;

import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.cors.Cors;
import org.wsisforum.gateway.identity.Credential;
import org.wsisforum.gateway.identity.Identity;
import org.wsisforum.gateway.limit.RateLimits;

/** The order of what is done about a token: what costs least comes first. */
@Singleton
public class Admission {

    private final RateLimits limits;
    private final Identity identity;
    private final Cors cors;

    @Inject
    Admission(RateLimits limits, Identity identity, Cors cors) {
        this.limits = limits;
        this.identity = identity;
        this.cors = cors;
    }

    /**
     * Lets a request in.
     *
     * @param shown the token that it shows
     * @param audiences of which the token must name one
     * @return what is known of the token; the refusal as a failure
     */
    public Future<Credential> admit(HttpServerRequest request, String shown, Set<String> audiences) {
        return limits.countShown(request)
                .compose(counted -> identity.check(shown, audiences))
                .compose(credential -> {
                    if (credential instanceof Credential.Verified known) {
                        cors.allowOnly(request, known.token());
                        return limits.countHolder(request, known.token()).map(credential);
                    }
                    return Future.succeededFuture(credential);
                });
    }
}
