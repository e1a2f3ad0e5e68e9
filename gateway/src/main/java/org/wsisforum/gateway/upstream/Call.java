package org.wsisforum.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.vertx.core.http.HttpClientRequest;

/** A request for which a connection to a copy stands, and of which nothing has been sent yet. */
public final class Call {

    private final HttpClientRequest request;
    private final Copy copy;
    private final UpstreamConfig config;
    private final AtomicBoolean ended = new AtomicBoolean();

    Call(HttpClientRequest request, Copy copy, UpstreamConfig config) {
        this.request = request;
        this.copy = copy;
        this.config = config;
    }

    /** The request to send. */
    public HttpClientRequest request() {
        return request;
    }

    /** From now on the service has its time to begin the answer. */
    public void awaitAnswer() {
        limit(config.responseTimeout());
    }

    /** The answer has begun; from now on it must not stand still for too long. */
    public void awaitRest() {
        limit(config.idleTimeout());
    }

    /** The copy is done with this request, well or badly. May be said more than once. */
    public void end() {
        if (ended.compareAndSet(false, true)) {
            copy.end();
        }
    }

    private void limit(Duration time) {
        request.idleTimeout(time.toMillis());
    }
}
