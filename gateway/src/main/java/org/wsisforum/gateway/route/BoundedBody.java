package org.wsisforum.gateway.route;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body on its way to a service that ends in a failure when it is longer than it may be. */
final class BoundedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final Runnable atEnd;
    private long left;
    private Handler<Throwable> failureHandler;

    /**
     * @param source the body as it comes from the client
     * @param limit the most bytes it may have
     * @param atEnd runs when all of it has been read
     */
    BoundedBody(ReadStream<Buffer> source, long limit, Runnable atEnd) {
        this.source = source;
        this.left = limit;
        this.atEnd = atEnd;
    }

    /** Whether more came than may. */
    boolean isTooLarge() {
        return left < 0;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : data -> pass(data, handler));
        return this;
    }

    private void pass(Buffer data, Handler<Buffer> handler) {
        if (isTooLarge()) {
            return;
        }
        left -= data.length();
        if (!isTooLarge()) {
            handler.handle(data);
        } else if (failureHandler != null) {
            failureHandler.handle(new IllegalStateException("The body is too large."));
        }
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            atEnd.run();
                            if (!isTooLarge()) {
                                handler.handle(end);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failureHandler = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
