package org.wsisforum.gateway.route;

import io.netty.channel.ChannelOption;
import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * An answer on its way to a client.
 *
 * <p>When it breaks off, it ends the connection in a way that everybody learns of. The reset of an HTTP/1.1 answer marks it as
 * closed before it closes the connection, so that no handler is told; a graceful shutdown would then wait for that request
 * until its time is over.
 *
 * <p>When the client goes away, the rest of the service's answer is read all the same, for half a second. The proxy would reset its
 * request at once, and Vert.x closes the connection of a request that is reset even if the answer is over and the connection
 * carries the request of another client by then, who would be told that the service broke off.
 */
final class TearingResponse extends AbstractResponseWrapper {

    /** Most answers are over by then; a longer one, or a stream of events, is worth less than a new connection. */
    private static final long PATIENCE_MILLIS = 500;

    private final HttpServerRequest request;
    private Handler<Throwable> failureHandler;
    private Handler<Void> drainHandler;
    private boolean isGone;
    private boolean isOver;

    TearingResponse(HttpServerRequest request) {
        super(request.response());
        this.request = request;
    }

    @Override
    public HttpServerResponse exceptionHandler(Handler<Throwable> handler) {
        failureHandler = handler;
        super.exceptionHandler(handler == null ? null : this::gone);
        return this;
    }

    private void gone(Throwable cause) {
        if (isGone) {
            return;
        }
        isGone = true;
        if (drainHandler != null) {
            drainHandler.handle(null);
        }
        Vertx.currentContext().owner().setTimer(PATIENCE_MILLIS, late -> {
            if (!isOver && failureHandler != null) {
                failureHandler.handle(cause);
            }
        });
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
        if (isGone) {
            handler.handle(Future.succeededFuture());
            return;
        }
        super.write(data, written -> {
            if (written.failed()) {
                gone(written.cause());
            }
            handler.handle(Future.succeededFuture());
        });
    }

    @Override
    public boolean writeQueueFull() {
        return !isGone && super.writeQueueFull();
    }

    @Override
    public HttpServerResponse drainHandler(Handler<Void> handler) {
        drainHandler = handler;
        super.drainHandler(handler);
        return this;
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        isOver = true;
        // Of an answer that did not get there the service's part is over all the same.
        super.end(ended -> handler.handle(Future.succeededFuture()));
    }

    @Override
    public Future<Void> end() {
        isOver = true;
        return super.end();
    }

    @Override
    public Future<Void> end(Buffer last) {
        isOver = true;
        return super.end(last);
    }

    @Override
    public boolean reset(long code) {
        if (request.version() == HttpVersion.HTTP_2) {
            gone(new IllegalStateException("The answer broke off."));
            return super.reset(code);
        }
        if (request.version() == HttpVersion.HTTP_1_0) {
            // For this client an ordinary end of the connection can be the end of the answer.
            ((ConnectionBase) request.connection()).channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        request.connection().close();
        return true;
    }

    @Override
    public boolean reset() {
        return reset(0);
    }
}
