package org.wsisforum.gateway.route;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer, when it breaks off, ends the connection in a way that everybody learns of. The reset of an HTTP/1.1
 * answer marks it as closed before it closes the connection, so that no handler is told; a graceful shutdown would then wait
 * for that request until its time is over.
 */
final class TearingRequest extends HttpServerRequestWrapper {

    private final HttpServerResponse response;

    TearingRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new AbstractResponseWrapper(request.response()) {
            @Override
            public boolean reset(long code) {
                if (request.version() == HttpVersion.HTTP_2) {
                    return super.reset(code);
                }
                request.connection().close();
                return true;
            }

            @Override
            public boolean reset() {
                return reset(0);
            }
        };
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
