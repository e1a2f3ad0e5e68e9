package org.wsisforum.kit.changes;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * What everybody may read of an edition, kept in memory until a public change of the edition is recorded, by whichever copy
 * of the service. Asking for it costs no query in between, also while the database is away.
 *
 * <p>What this copy has committed is seen by the next who asks it. Another copy sees it when the feed of that copy tells of it:
 * some milliseconds later, a second at most while no word comes from PostgreSQL. Whoever has heard of a change and reads it at
 * another copy says {@code Cache-Control: no-cache}, and is answered from the database.
 */
public final class Remembered<T> {

    /** The cursor that goes with what is kept must not become too old to be followed. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ChangeStream stream;
    private final String edition;
    private final BooleanSupplier mustAsk;
    private final Supplier<ChangeCursor> cursor;
    private final Supplier<T> read;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Kept<T> kept;

    /**
     * What is kept, and since when it is true.
     *
     * @param value what was read
     * @param at where to follow the feed from: whoever does misses nothing that happened to the value
     */
    public record Moment<T>(T value, ChangeCursor at) {}

    private record Kept<T>(Moment<T> moment, ChangeStream.Link seen, long committed, long readAt) {}

    Remembered(
            ChangeStream stream,
            String edition,
            BooleanSupplier mustAsk,
            Supplier<ChangeCursor> cursor,
            Supplier<T> read) {
        this.stream = stream;
        this.edition = edition;
        this.mustAsk = mustAsk;
        this.cursor = cursor;
        this.read = read;
    }

    /** What is true now, as far as this copy can know. */
    public Moment<T> get() {
        var ask = mustAsk.getAsBoolean();
        var present = kept;
        if (!ask && present != null && isTrue(present)) {
            return present.moment();
        }
        reading.lock();
        try {
            present = kept;
            if (ask || present == null || !isTrue(present)) {
                // Before the rows are read: what is committed in between is read once more.
                var committed = stream.committedHere();
                var seen = stream.latest();
                present = new Kept<>(moment(), seen, committed, System.nanoTime());
                kept = present;
            }
            return present.moment();
        } finally {
            reading.unlock();
        }
    }

    private Moment<T> moment() {
        // Not what the caller's own transaction has changed and may still take back.
        return QuarkusTransaction.requiringNew().call(() -> {
            var at = cursor.get();
            return new Moment<>(read.get(), at);
        });
    }

    private boolean isTrue(Kept<T> present) {
        if (present.committed() != stream.committedHere() || System.nanoTime() - present.readAt() > LONGEST.toNanos()) {
            return false;
        }
        var last = present.seen();
        for (var link = last.next(); link != null; link = link.next()) {
            if (link.change().edition().equals(edition) && link.change().isPublic()) {
                return false;
            }
            last = link;
        }
        if (last != present.seen()) {
            // The others need not be looked at again, and what lies before them can go.
            kept = new Kept<>(present.moment(), last, present.committed(), present.readAt());
        }
        return true;
    }
}
