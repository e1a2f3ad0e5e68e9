package org.wsisforum.kit.changes;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.wsisforum.kit.problem.RequestProblem;

/** Sends changes as they happen to whoever listens: a virtual thread each, which waits, writes, and waits again. */
@ApplicationScoped
class LiveChanges {

    private static final Logger LOG = Logger.getLogger(LiveChanges.class);

    /** How many changes are read from the database at once while a reader catches up. */
    private static final int PAGE = 200;

    /** How many events may be on their way to one reader before the next waits for them. */
    private static final int AT_ONCE = 64;

    /** How soon a reader comes back whose stream has ended. */
    private static final long COME_BACK_MS = 2000;

    @Inject
    Changes changes;

    @Inject
    ChangeStream stream;

    @Inject
    LiveConfig config;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "wsis.service")
    String service;

    private final AtomicInteger open = new AtomicInteger();

    /** What was written last: thousands of readers are told of the same change at the same moment. */
    private volatile Written lastWritten;

    /** A change as it goes over the wire. */
    private record Written(RecordedChange change, boolean withActor, String id, String data) {

        boolean isOf(RecordedChange other, boolean actorWanted) {
            return change == other && withActor == actorWanted;
        }
    }

    /**
     * One reader.
     *
     * @param until when its credential ends, and with it the stream
     */
    record Reader(ChangeSelection selection, Instant until) {}

    /**
     * Begins a stream, or refuses it while that can still be said with a status.
     *
     * @param cut closes the connection, whatever is still on its way
     */
    void begin(Reader reader, ChangeCursor since, SseEventSink sink, Sse sse, Runnable cut) {
        if (open.incrementAndGet() > config.streams()) {
            open.decrementAndGet();
            throw RequestProblem.SERVICE_UNAVAILABLE
                    .because("So many streams are open that another would harm them. Poll, or come back.")
                    .with(HttpHeaders.RETRY_AFTER, "30");
        }
        try {
            // Before the first page, so that nothing falls between the pages and the stream.
            var link = stream.latest();
            var first = changes.after(reader.selection(), since, PAGE);
            var sender = new Sender(reader, sink, sse);
            // Before the request's own thread is done: it would send the head of the answer at the same moment.
            sender.greet();
            Thread.ofVirtual().name("live").start(() -> run(sender, first, link, cut));
        } catch (RuntimeException refused) {
            open.decrementAndGet();
            throw refused;
        } catch (ExecutionException | TimeoutException | InterruptedException gone) {
            open.decrementAndGet();
            cut.run();
        }
    }

    private void run(Sender sender, ChangePage first, ChangeStream.Link link, Runnable cut) {
        try (sender.sink) {
            follow(sender, sender.catchUp(first), link);
        } catch (TimeoutException slow) {
            LOG.debug("A reader that takes too long is let go.");
            cut.run();
        } catch (ExecutionException | IllegalStateException gone) {
            LOG.debugf("A reader has gone: %s", gone.getMessage());
        } catch (RuntimeException failed) {
            LOG.warnf("A stream of changes ends: %s", failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private void follow(Sender sender, ChangeCursor caughtUp, ChangeStream.Link begin)
            throws InterruptedException, ExecutionException, TimeoutException {
        var link = begin;
        var cursor = caughtUp;
        while (!sender.sink.isClosed() && !stream.isStopping() && Instant.now().isBefore(sender.reader.until())) {
            if (link == stream.latest()) {
                sender.settle();
            }
            var next = stream.after(link, config.heartbeat());
            if (next == null) {
                sender.comment(cursor);
                continue;
            }
            link = next;
            if (next.cursor().isAfter(cursor)) {
                cursor = next.cursor();
                if (sender.reader.selection().matches(next.change())) {
                    sender.send(next.change());
                }
            }
        }
    }

    private Written written(RecordedChange change, boolean withActor) {
        var written = lastWritten;
        if (written == null || !written.isOf(change, withActor)) {
            try {
                var data = json.writeValueAsString(ChangeEvent.of(change, service, withActor));
                written = new Written(change, withActor, change.cursor().write(), data);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A change is no JSON", e);
            }
            lastWritten = written;
        }
        return written;
    }

    /** The writing half of a stream. */
    private final class Sender {

        private final Reader reader;
        private final SseEventSink sink;
        private final Sse sse;
        private CompletableFuture<?> lastWrite = CompletableFuture.completedFuture(null);
        private int onTheirWay;

        Sender(Reader reader, SseEventSink sink, Sse sse) {
            this.reader = reader;
            this.sink = sink;
            this.sse = sse;
        }

        void greet() throws InterruptedException, ExecutionException, TimeoutException {
            write(sse.newEventBuilder()
                    .comment("changes of " + service)
                    .reconnectDelay(COME_BACK_MS)
                    .build());
            settle();
        }

        ChangeCursor catchUp(ChangePage first) throws InterruptedException, ExecutionException, TimeoutException {
            var page = first;
            while (true) {
                for (var change : page.changes()) {
                    send(change);
                }
                if (!page.more()) {
                    settle();
                    return page.next();
                }
                page = changes.after(reader.selection(), page.next(), PAGE);
            }
        }

        void send(RecordedChange change) throws InterruptedException, ExecutionException, TimeoutException {
            var written = written(change, change.isWorkOf(reader.selection().readers()));
            write(sse.newEventBuilder().id(written.id()).data(written.data()).build());
        }

        /** Keeps the connection from being taken for dead, and the reader's cursor from falling behind. */
        void comment(ChangeCursor cursor) throws InterruptedException, ExecutionException, TimeoutException {
            if (!sink.isClosed()) {
                write(sse.newEventBuilder()
                        .id(cursor.write())
                        .comment("still here")
                        .build());
            }
        }

        private void write(OutboundSseEvent event) throws InterruptedException, ExecutionException, TimeoutException {
            lastWrite = sink.send(event).toCompletableFuture();
            if (++onTheirWay == AT_ONCE) {
                settle();
            }
        }

        /** Waits until the reader has taken what was sent to it. */
        void settle() throws InterruptedException, ExecutionException, TimeoutException {
            lastWrite.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
            onTheirWay = 0;
        }
    }
}
