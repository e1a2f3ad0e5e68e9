package org.wsisforum.agenda.acceptance;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/** How far registration-service's change feed was read, for each edition. */
@ApplicationScoped
class Cursors {

    @Inject
    EntityManager database;

    /**
     * How far the reading of an edition's changes has come.
     *
     * @param edition the edition
     * @param readAt when they were last read; null if they never were
     * @param secondsSince how long ago that is, by the clock that told {@code readAt}; null with it
     * @param paused whether reading is paused
     */
    record Progress(String edition, Instant readAt, Long secondsSince, boolean paused) {}

    /** Where to go on; null for the beginning of the feed. */
    String of(String edition) {
        var stored = stored(edition);
        if (stored.isEmpty()) {
            database.createNativeQuery(
                            "insert into acceptance_cursor (edition) values (:edition) on conflict (edition) do nothing")
                    .setParameter("edition", edition)
                    .executeUpdate();
            stored = stored(edition);
        }
        return stored.getFirst();
    }

    /** One row or none; the cursor in it may be null. */
    @SuppressWarnings("unchecked")
    private List<String> stored(String edition) {
        return database.createNativeQuery("select cursor from acceptance_cursor where edition = :edition", String.class)
                .setParameter("edition", edition)
                .getResultList();
    }

    /**
     * Goes on, unless somebody else did: of two who go on from one place at the same moment, the second waits for the
     * transaction of the first, and is then told so. Nobody goes on while reading is paused, whatever was asked before.
     *
     * @return whether the cursor stood where the caller thought, and reading is not paused
     */
    boolean advance(String edition, String from, String to) {
        return database.createNativeQuery("update acceptance_cursor set cursor = :to, moved_at = now()"
                                + " where edition = :edition and not paused"
                                + " and cursor is not distinct from cast(:from as text)")
                        .setParameter("to", to)
                        .setParameter("edition", edition)
                        .setParameter("from", from)
                        .executeUpdate()
                == 1;
    }

    /** Whether reading is paused; an edition whose changes were never read is not. */
    boolean isPaused(String edition) {
        return !database.createNativeQuery(
                        "select edition from acceptance_cursor where edition = :edition and paused", String.class)
                .setParameter("edition", edition)
                .getResultList()
                .isEmpty();
    }

    /** Pauses or resumes; waits for an answer that is being applied at this moment. */
    void pause(String edition, boolean paused) {
        database.createNativeQuery("insert into acceptance_cursor (edition, paused) values (:edition, :paused)"
                        + " on conflict (edition) do update set paused = excluded.paused")
                .setParameter("edition", edition)
                .setParameter("paused", paused)
                .executeUpdate();
    }

    /** How far reading has come in each edition. A read that finds nothing new counts: it moves the cursor to where it is. */
    @SuppressWarnings("unchecked")
    List<Progress> progress() {
        List<Tuple> rows = database.createNativeQuery(
                        "select edition, moved_at, cast(extract(epoch from now() - moved_at) as bigint) as seconds, paused"
                                + " from acceptance_cursor order by edition",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new Progress(
                        row.get("edition", String.class),
                        row.get("moved_at", Instant.class),
                        row.get("seconds", Long.class),
                        row.get("paused", Boolean.class)))
                .toList();
    }
}
