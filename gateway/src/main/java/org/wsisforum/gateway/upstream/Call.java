package org.wsisforum.gateway.upstream;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.ReadStream;
import org.jboss.logging.Logger;

/** A request for which a connection to a copy stands, and of which nothing has been sent yet. */
public final class Call {

    private static final Logger LOG = Logger.getLogger(Call.class);

    private final HttpClientRequest request;
    private final Service service;
    private final Copy copy;
    private final UpstreamConfig config;
    private final Vertx vertx;
    private final AtomicReference<Work> works = new AtomicReference<>(Work.NOT_YET);
    private final AtomicBoolean judged = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private enum Work {
        NOT_YET,
        NOW,
        NO_LONGER
    }

    Call(HttpClientRequest request, Service service, Copy copy, UpstreamConfig config, Vertx vertx) {
        this.request = request;
        this.service = service;
        this.copy = copy;
        this.config = config;
        this.vertx = vertx;
    }

    /** The request to send. */
    public HttpClientRequest request() {
        return request;
    }

    /** From now on the service has its time to begin the answer, and is at work on it. */
    public void awaitAnswer() {
        awaitNews();
        if (works.compareAndSet(Work.NOT_YET, Work.NOW)) {
            service.begin();
        }
    }

    /** From now on the service has its time to begin the answer, for which it may only wait itself. */
    public void awaitNews() {
        if (works.get() != Work.NO_LONGER) {
            // On a request that is answered already (before its body had come) the limit would stay, and end another's
            // that is on its connection by then.
            request.idleTimeout(config.responseTimeout().toMillis());
        }
    }

    /** The answer has begun. May be said more than once. */
    public void began(int status) {
        stopWork();
        judge(status < 500, "it answered " + status);
    }

    /**
     * The body of the answer as it comes; it fails when it stands still for too long.
     *
     * @param whenNotTaken ends whoever does not take it for as long
     */
    public ReadStream<Buffer> body(ReadStream<Buffer> answer, Runnable whenNotTaken) {
        return new Flow(answer, request, whenNotTaken, this::end, vertx, config.idleTimeout());
    }

    /** All of the body of the answer, which must not stand still for too long. */
    public Future<Buffer> wholeBody(ReadStream<Buffer> answer) {
        var whole = Buffer.buffer();
        return Future.future(end -> body(answer, () -> {})
                .exceptionHandler(end::tryFail)
                .endHandler(last -> end.tryComplete(whole))
                .handler(whole::appendBuffer)
                .resume());
    }

    /** Reads the rest of an answer that nobody wants, so that its connection can be used again. */
    public Future<Void> unread(ReadStream<Buffer> answer) {
        return Future.future(end -> body(answer, () -> {})
                .exceptionHandler(end::tryFail)
                .endHandler(end::tryComplete)
                .resume());
    }

    /** The copy did not answer, and that was its own fault. */
    public void failed(Throwable failure) {
        judge(false, failure.getMessage());
    }

    private void judge(boolean isGood, String what) {
        if (!judged.compareAndSet(false, true)) {
            return;
        }
        if (isGood) {
            copy.answered();
        } else if (copy.failed()) {
            LOG.warnf(
                    "Copy %d of %s is set aside after failures in a row, at last %s",
                    copy.number(), service.name(), what);
        }
    }

    Copy copy() {
        return copy;
    }

    /** The copy is done with this request, well or badly. May be said more than once. */
    public void end() {
        stopWork();
        if (ended.compareAndSet(false, true)) {
            copy.end();
        }
    }

    private void stopWork() {
        if (works.getAndSet(Work.NO_LONGER) == Work.NOW) {
            service.end();
        }
    }
}
