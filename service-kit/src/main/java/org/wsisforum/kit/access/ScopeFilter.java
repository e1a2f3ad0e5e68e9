package org.wsisforum.kit.access;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses tokens that lack the scope which {@link RequiresScope} names. */
@Provider
@RequiresScope("")
public class ScopeFilter implements ContainerRequestFilter {

    @Inject
    Caller caller;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var ofMethod = resource.getResourceMethod().getAnnotation(RequiresScope.class);
        var ofAll = resource.getResourceClass().getAnnotation(RequiresScope.class);
        var scope = (ofMethod != null ? ofMethod : ofAll).value();
        if (caller.linkHash().isPresent() || caller.isGranted(scope)) {
            return;
        }
        throw AccessProblem.INSUFFICIENT_SCOPE
                .because("Ask for a token with the scope " + scope + ".")
                .with(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"wsis\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
}
