package org.wsisforum.gateway.upstream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.ReadStream;

/**
 * The body of an answer, which fails when nothing of it comes or is taken for too long. The client's own timeout of a request
 * would do the same, but keeps its timer, and with it all of the request, beyond the end of the answer: at thousands a second,
 * a minute of them is more than the memory of a gateway.
 */
final class Flow implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final HttpClientRequest request;
    private final Runnable whenNotTaken;
    private final Runnable whenOver;
    private final Vertx vertx;
    private final long longest;
    private long timer;
    private long lastPiece = System.nanoTime();
    private boolean isPaused;
    private boolean isOver;
    private Handler<Throwable> failureHandler;

    /**
     * @param source the answer's body as it comes
     * @param request given up when the body stands still
     * @param whenNotTaken ends whoever does not take it; the request must not be reset then, since all of the answer may be
     *     there, and its connection be in another's hands
     * @param whenOver told once, however it ends
     * @param longest how long it may stand still
     */
    Flow(
            ReadStream<Buffer> source,
            HttpClientRequest request,
            Runnable whenNotTaken,
            Runnable whenOver,
            Vertx vertx,
            Duration longest) {
        this.source = source;
        this.request = request;
        this.whenNotTaken = whenNotTaken;
        this.whenOver = whenOver;
        this.vertx = vertx;
        this.longest = longest.toNanos();
        this.timer = lookIn(this.longest);
        source.endHandler(end -> stop()).exceptionHandler(failure -> stop());
    }

    private long lookIn(long nanos) {
        return vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), due -> look());
    }

    private void look() {
        if (isOver) {
            return;
        }
        var left = longest - (System.nanoTime() - lastPiece);
        if (left > 0) {
            timer = lookIn(left);
            return;
        }
        if (isPaused) {
            lastPiece = System.nanoTime();
            timer = lookIn(longest);
            whenNotTaken.run();
            return;
        }
        stop();
        var late = new TimeoutException("Nothing of the answer came for " + Duration.ofNanos(longest) + ".");
        if (failureHandler != null) {
            failureHandler.handle(late);
        }
        request.reset(0, late);
    }

    private void stop() {
        if (!isOver) {
            isOver = true;
            vertx.cancelTimer(timer);
            whenOver.run();
        }
    }

    // Whoever has read an answer to its end takes back the handlers, which the client refuses with an exception each
    // time.

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        if (isOver && handler == null) {
            return this;
        }
        source.handler(
                handler == null
                        ? null
                        : piece -> {
                            lastPiece = System.nanoTime();
                            handler.handle(piece);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        if (isOver && handler == null) {
            return this;
        }
        source.endHandler(end -> {
            stop();
            if (handler != null) {
                handler.handle(end);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        if (isOver && handler == null) {
            return this;
        }
        failureHandler = handler;
        source.exceptionHandler(failure -> {
            var wasOver = isOver;
            stop();
            if (handler != null && !wasOver) {
                handler.handle(failure);
            }
        });
        return this;
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
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        isPaused = false;
        source.fetch(amount);
        return this;
    }
}
