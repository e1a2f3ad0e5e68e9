package org.wsisforum.kit.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * The changes of a service as they happen, whichever copy of it they happen in.
 *
 * <p>Each copy reads every change once, however many follow it there. The copy that has recorded something tells all
 * copies so once it is committed (NOTIFY and LISTEN); should a word get lost, a look every second finds what it was about. Changes lie
 * in a chain that grows at its end: each follower holds the link that it has come to, and what all have passed is garbage.
 */
@ApplicationScoped
public class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);

    private static final String READ = "select transaction::text::bigint, position, id, edition, type, subject, fields,"
            + " actor, audiences, recorded_at, transaction < pg_snapshot_xmin(pg_current_snapshot()) as settled"
            + " from change where (transaction, position) > (?::text::xid8, ?)"
            // The columns themselves, which an index has in order; the bare names would mean what is selected.
            + " order by change.transaction, change.position limit ?";

    private static final String END = "select transaction::text::bigint, position from change"
            + " where transaction < pg_snapshot_xmin(pg_current_snapshot())"
            + " order by change.transaction desc, change.position desc limit 1";

    private static final int AT_ONCE = 1000;

    /** Without a word from PostgreSQL; a change is never told later than this, and an idle service asks for little. */
    private static final int LOOK_EVERY_MS = 1000;

    /** While a change is stored that an older transaction, still at work, keeps from being told. */
    private static final int LOOK_AGAIN_MS = 20;

    private static final int RECONNECT_MS = 1000;

    @Inject
    AgroalDataSource database;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final Semaphore untold = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile Link last = new Link(null, ChangeCursor.BEGINNING);
    private final AtomicLong committed = new AtomicLong();
    private volatile boolean stopping;
    private volatile String channel = "change";
    private volatile Thread reader;

    /** A change, and the one after it. */
    public static final class Link {

        private final RecordedChange change;
        private final ChangeCursor cursor;
        private volatile Link next;

        private Link(RecordedChange change, ChangeCursor cursor) {
            this.change = change;
            this.cursor = cursor;
        }

        /** What happened; there is nothing in the link that a stream begins with. */
        RecordedChange change() {
            return change;
        }

        /** The place in the feed after this change. */
        ChangeCursor cursor() {
            return cursor;
        }

        /** The link after this one, if it is there already. */
        Link next() {
            return next;
        }
    }

    void start(@Observes StartupEvent started) throws SQLException {
        try (var connection = database.getConnection()) {
            last = new Link(null, end(connection));
        }
        reader = Thread.ofVirtual().name("changes").start(this::read);
        Thread.ofVirtual().name("announcer").start(this::announce);
    }

    /**
     * Has all copies told of the running transaction once it is committed. Not by a trigger inside of it: PostgreSQL lets only
     * one transaction at a time commit that notifies, with its wait for the disk.
     */
    void announceAfterCommit(boolean everybody) {
        if (transactions.getResource(ChangeStream.class) instanceof AtomicBoolean ofEverybody) {
            ofEverybody.compareAndSet(false, everybody);
        } else {
            var ofEverybody = new AtomicBoolean(everybody);
            transactions.putResource(ChangeStream.class, ofEverybody);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // Nothing is told of what may still fail.
                }

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        if (ofEverybody.get()) {
                            committed.incrementAndGet();
                        }
                        untold.release();
                    }
                }
            });
        }
    }

    /**
     * How many transactions this copy has committed that recorded something for everybody; what they did may not be in the
     * stream yet.
     */
    long committedHere() {
        return committed.get();
    }

    /** One word for all that was committed since the last. */
    private void announce() {
        while (!stopping) {
            try {
                if (untold.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                    untold.drainPermits();
                    tellAll();
                }
            } catch (SQLException | RuntimeException away) {
                LOG.debugf("Changes are found without a word: %s", away.getMessage());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void tellAll() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("notify \"" + channel + "\"");
        }
    }

    /** Followers are let go first of all: their requests never end by themselves, and a stop waits for requests. */
    void letGo(@Observes ShutdownDelayInitiatedEvent stopped) {
        stop();
    }

    void end(@Observes ShutdownEvent stopped) throws InterruptedException {
        stop();
        // Not by an interrupt: that would close the connection under the pool.
        try {
            tellAll();
        } catch (SQLException away) {
            LOG.debugf("The reader of changes ends by itself: %s", away.getMessage());
        }
        if (reader != null) {
            reader.join(Duration.ofMillis(2 * LOOK_EVERY_MS));
        }
    }

    private void stop() {
        stopping = true;
        wakeAll();
    }

    /** Whether this copy is being stopped, so that followers have to go elsewhere. */
    boolean isStopping() {
        return stopping;
    }

    /** Where somebody begins who wants to hear of what comes from now on. */
    public Link latest() {
        return last;
    }

    /**
     * The link after this one; waits for it.
     *
     * @return null when there was none in this time, or when this copy is being stopped
     */
    public Link after(Link link, Duration patience) throws InterruptedException {
        if (link.next == null) {
            var left = patience.toNanos();
            lock.lock();
            try {
                while (link.next == null && !stopping && left > 0) {
                    left = grown.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }
        return stopping ? null : link.next;
    }

    private void wakeAll() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        var silent = true;
        while (!stopping) {
            try (var connection = database.getConnection()) {
                listen(connection);
                silent = true;
            } catch (SQLException | RuntimeException e) {
                // Whatever it was: a reader that ends would leave every follower of this copy without a word.
                // Once, not every second, while the database is away.
                if (silent && !stopping) {
                    LOG.warnf("Changes cannot be read: %s. Trying on until they can.", e.getMessage());
                    silent = false;
                }
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var schema = statement.executeQuery("select current_schema()")) {
            schema.next();
            channel = "change:" + schema.getString(1);
            statement.execute("listen \"" + channel + "\"");
        }
        try (var query = connection.prepareStatement(READ)) {
            var words = connection.unwrap(PGConnection.class);
            while (!stopping) {
                var settled = readOn(query);
                words.getNotifications(settled ? LOOK_EVERY_MS : LOOK_AGAIN_MS);
            }
        } finally {
            if (!connection.isClosed()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("unlisten *");
                }
            }
        }
    }

    /** Appends what is new; false if something is stored that may not be told yet. */
    private boolean readOn(PreparedStatement query) throws SQLException {
        while (true) {
            query.setLong(1, last.cursor.transaction());
            query.setLong(2, last.cursor.position());
            query.setInt(3, AT_ONCE);
            var read = 0;
            var end = last;
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getBoolean("settled")) {
                        publish(end);
                        return false;
                    }
                    var change = change(rows);
                    end.next = new Link(change, change.cursor());
                    end = end.next;
                    read++;
                }
            }
            publish(end);
            if (read < AT_ONCE) {
                return true;
            }
        }
    }

    private void publish(Link end) {
        if (end != last) {
            last = end;
            wakeAll();
        }
    }

    private static ChangeCursor end(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(END)) {
            return row.next() ? new ChangeCursor(row.getLong(1), row.getLong(2)) : ChangeCursor.BEGINNING;
        }
    }

    private static RecordedChange change(ResultSet row) throws SQLException {
        return new RecordedChange(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                (String[]) row.getArray(7).getArray(),
                row.getString(8),
                (String[]) row.getArray(9).getArray(),
                row.getObject(10, java.time.OffsetDateTime.class).toInstant());
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
