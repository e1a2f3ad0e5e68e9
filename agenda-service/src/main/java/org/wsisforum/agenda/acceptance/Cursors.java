package org.wsisforum.agenda.acceptance;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** How far registration-service's change feed was read, for each edition. */
@ApplicationScoped
class Cursors {

    @Inject
    EntityManager database;

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
}
