package org.wsisforum.agenda.consultation;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/** Which copy of the service sends which reminder. Each method is a transaction of its own, so that a claim stands before a mail goes out. */
@ApplicationScoped
class ReminderClaims {

    @Inject
    EntityManager database;

    /**
     * Takes a reminder on, for the first time or again some time after its sending failed.
     *
     * @return whether the caller is to send it: of any who ask, in whatever copy, one is
     */
    @Transactional
    boolean claim(WorkshopReminder.Key key, Instant now) {
        return of(
                                "insert into workshop_reminder (request, kind, days, due_at, claimed_at)"
                                        + " values (:request, :kind, :days, :due, :now)"
                                        + " on conflict on constraint workshop_reminder_pkey do update set claimed_at = :now,"
                                        + " failed_at = null where workshop_reminder.failed_at is not null"
                                        + " and workshop_reminder.retry_at <= :now",
                                key)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** The mail server has taken it. */
    @Transactional
    void sent(WorkshopReminder.Key key, Instant now) {
        of("update workshop_reminder set sent_at = :now where " + KEY, key)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The mail server has not taken it: it is tried again after a minute, then after two and four, and at last every hour. */
    @Transactional
    void failed(WorkshopReminder.Key key, Instant now) {
        of(
                        "update workshop_reminder set failed_at = :now, failures = failures + 1,"
                                + " retry_at = cast(:now as timestamptz)"
                                + " + least(interval '1 minute' * power(2, least(failures, 6)), interval '1 hour') where "
                                + KEY,
                        key)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static final String KEY = "request = :request and kind = :kind and days = :days and due_at = :due";

    private Query of(String sql, WorkshopReminder.Key key) {
        return database.createNativeQuery(sql)
                .setParameter("request", key.request())
                .setParameter("kind", key.kind().name())
                .setParameter("days", key.days())
                .setParameter("due", key.dueAt());
    }
}
