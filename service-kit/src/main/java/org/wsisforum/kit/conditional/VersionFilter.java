package org.wsisforum.kit.conditional;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Notes the row's version before other filters turn the view into another form. Runs first: response filters go downwards. */
@Provider
@Priority(Priorities.USER + 1000)
public class VersionFilter implements ContainerResponseFilter {

    static final String VERSION = VersionFilter.class.getName();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned view && view.version() != Versioned.NONE) {
            request.setProperty(VERSION, view.version());
        }
    }
}
