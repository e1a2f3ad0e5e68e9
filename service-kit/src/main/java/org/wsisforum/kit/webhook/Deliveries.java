package org.wsisforum.kit.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCursor;
import org.wsisforum.kit.changes.Changes;

/** How far the deliveries of each subscription have come: who is at it, what is next, and what became of it. */
@ApplicationScoped
class Deliveries {

    /**
     * Whether public changes lie before a subscription ({@code h}) that match it. The offset keeps PostgreSQL from making a
     * join of it. A join would compare each subscription with all changes of its edition instead of going from its place on;
     * and where a row is locked that was moved a moment ago, a join is not asked again, so that a replay could be undone.
     */
    private static final String WAITING = "exists (select 1 from change c where c.edition = h.edition"
            + " and c.audiences @> '{public}'"
            + " and (c.transaction, c.position) > (cast(cast(h.after_transaction as text) as xid8), h.after_position)"
            + " and c.transaction < pg_snapshot_xmin(pg_current_snapshot())"
            + " and (cardinality(h.types) = 0 or c.type = any(h.types))"
            + " and (h.subject is null or c.subject = h.subject"
            + " or h.subject like '%/*' and starts_with(c.subject, left(h.subject, -1))) offset 0)";

    private static final double JITTER = 0.2;

    @Inject
    EntityManager database;

    @Inject
    Changes changes;

    @Inject
    WebhookConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry meters;

    /** A subscription that one copy of the service has taken for a while, so that no other delivers to it. */
    record Claim(UUID webhook, UUID token) {}

    /**
     * What is to be sent next.
     *
     * @param from the place in the feed before it
     * @param to the place after it
     */
    record Parcel(String url, List<Secret> secrets, Message message, ChangeCursor from, ChangeCursor to) {}

    /** Takes subscriptions for which something waits, those that wait longest first. */
    @Transactional
    List<Claim> claim(int atMost) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                        "with claimed as (update webhook set claim = gen_random_uuid(),"
                                + " claimed_until = now() + make_interval(secs => :seconds)"
                                + " where id in (select h.id from webhook h where h.state = 'ACTIVE' and not h.paused"
                                + " and h.due_at <= now() and (h.claimed_until is null or h.claimed_until < now())"
                                + " and " + WAITING
                                + " order by h.due_at limit :most for update skip locked) returning id, claim)"
                                + " select id, claim from claimed",
                        Tuple.class)
                .setParameter("seconds", seconds(config.claim()))
                .setParameter("most", atMost)
                .getResultList();
        return rows.stream()
                .map(row -> new Claim(row.get(0, UUID.class), row.get(1, UUID.class)))
                .toList();
    }

    /**
     * What is to be sent next, if anything is; renews the claim.
     *
     * @return nothing when all was sent, when the owner wants nothing sent, when the next has to wait, or when the claim has
     *     gone to another copy
     */
    @Transactional
    Optional<Parcel> next(Claim claim) {
        var renewed = database.createNativeQuery(
                        "update webhook set claimed_until = now() + make_interval(secs => :seconds)"
                                + " where id = :webhook and claim = :claim and due_at <= now()")
                .setParameter("seconds", seconds(config.claim()))
                .setParameter("webhook", claim.webhook())
                .setParameter("claim", claim.token())
                .executeUpdate();
        if (renewed == 0) {
            return Optional.empty();
        }
        var webhook = database.find(Webhook.class, claim.webhook());
        if (!webhook.isDelivering()) {
            return Optional.empty();
        }
        return changes
                .ofEverybody(
                        webhook.edition(),
                        Set.copyOf(webhook.input().types()),
                        webhook.input().subject(),
                        webhook.after(),
                        1)
                .stream()
                .findFirst()
                .map(change -> new Parcel(
                        webhook.url(),
                        webhook.secrets(Instant.now()),
                        new Message(
                                change.id().toString(),
                                change.type(),
                                change.subject(),
                                change.sequence(),
                                text(change)),
                        webhook.after(),
                        ChangeCursor.read(change.sequence())));
    }

    private String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change is no JSON", e);
        }
    }

    /**
     * Stores what became of a parcel, with its line in the log. It counts only if the subscription still stands where it stood:
     * its owner may have sent it elsewhere in the meantime, or another copy may have taken it.
     *
     * @return whether to go on with what comes next
     */
    @Transactional
    boolean record(Claim claim, Parcel parcel, Answer answer) {
        // The subscription before anything else, in the order in which its owner locks it.
        var webhook = database.find(Webhook.class, claim.webhook(), LockModeType.PESSIMISTIC_WRITE);
        if (webhook == null) {
            return false;
        }
        var counts = isHeld(claim)
                && webhook.after().equals(parcel.from())
                && webhook.url().equals(parcel.url());
        var attempt = webhook.failures() + 1;
        Instant again = null;
        if (counts && answer.outcome() == DeliveryOutcome.DELIVERED) {
            moveTo(webhook.id(), parcel.to());
        } else if (counts && answer.outcome() == DeliveryOutcome.GONE) {
            webhook.end();
            announce(WebhookChange.ENDED, webhook);
        } else if (counts && attempt > config.retries().size()) {
            webhook.suspend();
            announce(WebhookChange.SUSPENDED, webhook);
        } else if (counts) {
            again = postpone(webhook.id(), attempt, answer.notFor());
        }
        database.persist(new Delivery(webhook.id(), parcel.message(), attempt, answer, again));
        meters.counter("wsis.webhook.deliveries", "outcome", answer.outcome().json())
                .increment();
        return counts && answer.outcome() == DeliveryOutcome.DELIVERED;
    }

    /** A line in the log for what was sent out of turn. */
    @Transactional
    void log(UUID webhook, Message message, Answer answer) {
        if (database.find(Webhook.class, webhook, LockModeType.PESSIMISTIC_WRITE) != null) {
            database.persist(new Delivery(webhook, message, 1, answer, null));
        }
    }

    void announce(WebhookChange what, Webhook webhook, String... fields) {
        changes.record(Change.of(what, webhook.edition(), "webhooks/" + webhook.id(), fields)
                .alsoFor(Audience.person(webhook.owner())));
    }

    private boolean isHeld(Claim claim) {
        return (boolean) database.createNativeQuery(
                        "select claim is not distinct from :claim from webhook where id = :webhook", Boolean.class)
                .setParameter("claim", claim.token())
                .setParameter("webhook", claim.webhook())
                .getSingleResult();
    }

    /** Goes on from another place in the feed, at once. */
    void moveTo(UUID webhook, ChangeCursor place) {
        database.createNativeQuery("update webhook set after_transaction = :transaction, after_position = :position,"
                        + " failures = 0, due_at = now() where id = :webhook")
                .setParameter("transaction", place.transaction())
                .setParameter("position", place.position())
                .setParameter("webhook", webhook)
                .executeUpdate();
    }

    /** Tries again at once, as if nothing had failed. */
    void makeDue(UUID webhook) {
        database.createNativeQuery("update webhook set failures = 0, due_at = now() where id = :webhook")
                .setParameter("webhook", webhook)
                .executeUpdate();
    }

    /** Some time later, as the schedule says, or as late as the address asked; give or take, lest all come back at once. */
    private Instant postpone(UUID webhook, int attempt, Duration notFor) {
        var planned = config.retries().get(attempt - 1).toMillis()
                * (1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER));
        var wait = Math.max(planned, notFor == null ? 0 : notFor.toMillis());
        return (Instant) database.createNativeQuery(
                        "with postponed as (update webhook set failures = :attempt,"
                                + " due_at = now() + make_interval(secs => :seconds) where id = :webhook"
                                + " returning due_at) select due_at from postponed",
                        Instant.class)
                .setParameter("attempt", attempt)
                .setParameter("seconds", wait / 1000)
                .setParameter("webhook", webhook)
                .getSingleResult();
    }

    /** Gives a subscription back. */
    @Transactional
    void release(Claim claim) {
        database.createNativeQuery("update webhook set claim = null, claimed_until = null"
                        + " where id = :webhook and claim = :claim")
                .setParameter("webhook", claim.webhook())
                .setParameter("claim", claim.token())
                .executeUpdate();
    }

    /**
     * Moves subscriptions for which nothing waits to the end of the feed. Without it, the look for what waits would pass over
     * the same changes again and again, more of them each day.
     */
    @Scheduled(every = "1m", delayed = "1m", identity = "advance-idle-webhooks")
    @Transactional
    void advanceIdle() {
        var end = changes.now();
        database.createNativeQuery(
                        "update webhook h set after_transaction = :transaction, after_position = :position where h.id in"
                                + " (select h.id from webhook h where h.state = 'ACTIVE' and h.failures = 0"
                                + " and h.after_transaction < :transaction"
                                + " and (h.claimed_until is null or h.claimed_until < now())"
                                + " and not " + WAITING + " order by h.id for update skip locked)")
                .setParameter("transaction", end.transaction())
                .setParameter("position", end.position())
                .executeUpdate();
    }

    /** Forgets what is older than 30 days. */
    @Scheduled(every = "1h", delayed = "7m", identity = "forget-webhook-deliveries")
    @Transactional
    void forget() {
        database.createNativeQuery("delete from webhook_delivery where started_at < now() - interval '30 days'")
                .executeUpdate();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
