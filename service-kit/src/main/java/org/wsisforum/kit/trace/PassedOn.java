package org.wsisforum.kit.trace;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.MDC;

/** What is asked of another service on account of a request is asked under its id. */
@Provider
public class PassedOn implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        var id = MDC.get(RequestId.KEY);
        if (id != null) {
            request.getHeaders().putSingle(RequestId.HEADER, id);
        }
    }
}
