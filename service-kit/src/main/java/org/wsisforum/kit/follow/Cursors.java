package org.wsisforum.kit.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/**
 * How far the feeds that this service follows were read, for each edition; and the switch with which reading is paused in all
 * copies. To be called in a transaction. Times are told by one clock, the database's.
 */
@ApplicationScoped
public class Cursors {

    @Inject
    EntityManager database;

    /**
     * Where reading stands.
     *
     * @param cursor where to go on; null for the beginning of the feed
     * @param paused whether reading is paused
     * @param sinceEnd how long ago reading was at the end of the feed
     */
    record Position(String cursor, boolean paused, Duration sinceEnd) {}

    /**
     * How far the reading of an edition's changes has come.
     *
     * @param edition the edition
     * @param readAt when they were last read; null if they never were
     * @param secondsSince how long ago that is; null with it
     * @param paused whether reading is paused
     * @param sinceEnd how long ago reading was at the end of the feed
     */
    record Progress(String edition, Instant readAt, Long secondsSince, boolean paused, Duration sinceEnd) {}

    /** Whether reading is paused; an edition whose changes were never read is not. */
    public boolean isPaused(String feed, String edition) {
        return !database.createNativeQuery(
                        "select edition from followed_feed where feed = :feed and edition = :edition and paused",
                        String.class)
                .setParameter("feed", feed)
                .setParameter("edition", edition)
                .getResultList()
                .isEmpty();
    }

    /** Pauses or resumes; waits for an event that is being applied at this moment. */
    public void pause(String feed, String edition, boolean paused) {
        database.createNativeQuery("insert into followed_feed (feed, edition, paused)"
                        + " values (:feed, :edition, :paused)"
                        + " on conflict (feed, edition) do update set paused = excluded.paused")
                .setParameter("feed", feed)
                .setParameter("edition", edition)
                .setParameter("paused", paused)
                .executeUpdate();
    }

    /** Where reading stands; it begins with the first call. */
    Position of(String feed, String edition) {
        var stored = stored(feed, edition);
        if (stored.isEmpty()) {
            database.createNativeQuery("insert into followed_feed (feed, edition) values (:feed, :edition)"
                            + " on conflict (feed, edition) do nothing")
                    .setParameter("feed", feed)
                    .setParameter("edition", edition)
                    .executeUpdate();
            stored = stored(feed, edition);
        }
        var row = stored.getFirst();
        return new Position(row.get("cursor", String.class), row.get("paused", Boolean.class), sinceEnd(row));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> stored(String feed, String edition) {
        return database.createNativeQuery(
                        "select cursor, paused, cast(extract(epoch from now() - caught_up_at) * 1000 as bigint) as since_end"
                                + " from followed_feed where feed = :feed and edition = :edition",
                        Tuple.class)
                .setParameter("feed", feed)
                .setParameter("edition", edition)
                .getResultList();
    }

    /**
     * Goes on, unless somebody else did: of two who go on from one place at the same moment, the second waits for the
     * transaction of the first, and is then told so. Nobody goes on while reading is paused, whatever was asked before.
     *
     * @return whether the cursor stood where the caller thought, and reading is not paused
     */
    boolean advance(String feed, String edition, String from, String to) {
        return advance(feed, edition, from, to, "", Duration.ZERO);
    }

    /**
     * Goes on like {@link #advance}, to where the feed ended.
     *
     * @param ago how long ago the feed ended there
     */
    boolean advanceToEnd(String feed, String edition, String from, String to, Duration ago) {
        // A reader that was slow does not take back what another has said since.
        return advance(
                feed,
                edition,
                from,
                to,
                ", caught_up_at = greatest(caught_up_at, now() - :ago * interval '1 millisecond')",
                ago);
    }

    private boolean advance(String feed, String edition, String from, String to, String atEnd, Duration ago) {
        var update = database.createNativeQuery("update followed_feed set cursor = :to, moved_at = now()" + atEnd
                        + " where feed = :feed and edition = :edition and not paused"
                        + " and cursor is not distinct from cast(:from as text)")
                .setParameter("to", to)
                .setParameter("feed", feed)
                .setParameter("edition", edition)
                .setParameter("from", from);
        if (!atEnd.isEmpty()) {
            update.setParameter("ago", ago.toMillis());
        }
        return update.executeUpdate() == 1;
    }

    /** How far reading has come in each edition. A read that finds nothing new counts: it moves the cursor to where it is. */
    @SuppressWarnings("unchecked")
    List<Progress> progress(String feed) {
        List<Tuple> rows = database.createNativeQuery(
                        "select edition, moved_at, cast(extract(epoch from now() - moved_at) as bigint) as seconds, paused,"
                                + " cast(extract(epoch from now() - caught_up_at) * 1000 as bigint) as since_end"
                                + " from followed_feed where feed = :feed order by edition",
                        Tuple.class)
                .setParameter("feed", feed)
                .getResultList();
        return rows.stream()
                .map(row -> new Progress(
                        row.get("edition", String.class),
                        row.get("moved_at", Instant.class),
                        row.get("seconds", Long.class),
                        row.get("paused", Boolean.class),
                        sinceEnd(row)))
                .toList();
    }

    private static Duration sinceEnd(Tuple row) {
        return Duration.ofMillis(row.get("since_end", Long.class));
    }
}
