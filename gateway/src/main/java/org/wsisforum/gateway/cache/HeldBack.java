package org.wsisforum.gateway.cache;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * What a change feed tells, each piece held back until the cache knows of it. Only pieces in which something is said are: every
 * event and every page holds a JSON object; the comments that keep a stream alive do not.
 */
final class HeldBack implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final Feed feed;
    private final Context context = Vertx.currentContext();
    private boolean isHolding;
    private boolean isPaused;

    HeldBack(ReadStream<Buffer> source, Feed feed) {
        this.source = source;
        this.feed = feed;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : piece -> pass(piece, handler));
        return this;
    }

    private void pass(Buffer piece, Handler<Buffer> handler) {
        if (!saysSomething(piece)) {
            handler.handle(piece);
            return;
        }
        isHolding = true;
        source.pause();
        feed.caughtUp()
                .onComplete(done -> context.runOnContext(go -> {
                    handler.handle(piece);
                    isHolding = false;
                    if (!isPaused) {
                        source.resume();
                    }
                }));
    }

    private static boolean saysSomething(Buffer piece) {
        for (int i = 0; i < piece.length(); i++) {
            if (piece.getByte(i) == '{') {
                return true;
            }
        }
        return false;
    }

    @Override
    public ReadStream<Buffer> pause() {
        isPaused = true;
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        isPaused = false;
        if (!isHolding) {
            source.resume();
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        return resume();
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        source.exceptionHandler(handler);
        return this;
    }
}
