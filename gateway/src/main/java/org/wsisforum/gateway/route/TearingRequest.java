package org.wsisforum.gateway.route;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A request as services take it, with a {@link TearingResponse}. */
final class TearingRequest extends HttpServerRequestWrapper {

    private final HttpServerResponse response;

    TearingRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new TearingResponse(request);
    }

    /** The address as a service takes it: of the absolute form (RFC 9112, 3.2.2) only what is behind the host. */
    @Override
    public String uri() {
        if (super.uri().startsWith("/")) {
            return super.uri();
        }
        return query() == null ? path() : path() + "?" + query();
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }
}
