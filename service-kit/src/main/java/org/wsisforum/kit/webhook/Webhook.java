package org.wsisforum.kit.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCursor;

/**
 * A subscription of an address to changes. Its owner edits it; how far its deliveries have come is written past the entity by
 * {@link Deliveries}, so that the version stands for what the owner wrote alone.
 */
@Entity
class Webhook {

    private static final Duration BETWEEN_CHALLENGES = Duration.ofSeconds(5);

    @Id
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String owner;
    private Instant createdAt;

    private String url;
    private String[] types;
    private String subject;
    private boolean paused;

    @Enumerated(EnumType.STRING)
    private WebhookState state;

    private String secret;
    private String retiringSecret;
    private Instant retiresAt;
    private Instant challengedAt;

    @Column(updatable = false)
    private long afterTransaction;

    @Column(updatable = false)
    private long afterPosition;

    @Column(updatable = false)
    private int failures;

    @Column(updatable = false)
    private Instant dueAt;

    protected Webhook() {}

    /** A subscription to what changes after this place in the feed. */
    Webhook(String edition, String owner, WebhookInput input, Secret secret, ChangeCursor after, Instant now) {
        this.id = UUID.randomUUID();
        this.edition = edition;
        this.owner = owner;
        this.createdAt = now;
        this.state = WebhookState.PENDING;
        this.secret = secret.text();
        this.afterTransaction = after.transaction();
        this.afterPosition = after.position();
        this.dueAt = now;
        write(input);
    }

    /**
     * Writes anew what the owner decides. Another address has to be verified before anything is sent there.
     *
     * @return the names of the fields that changed
     */
    List<String> replace(WebhookInput input) {
        var fields = Change.differences(input(), input);
        if (fields.contains("url")) {
            state = WebhookState.PENDING;
            challengedAt = null;
        }
        write(input);
        return fields;
    }

    private void write(WebhookInput input) {
        url = input.url();
        types = input.types().toArray(String[]::new);
        subject = input.subject();
        paused = input.paused();
    }

    WebhookInput input() {
        return new WebhookInput(url, List.of(types), subject, paused);
    }

    /** Refuses what makes no sense once the address has said that it wants no more. */
    void requireNotEnded() {
        if (state == WebhookState.ENDED) {
            throw WebhookProblem.WEBHOOK_ENDED.because("Its address wanted no more. Make another webhook instead.");
        }
    }

    /**
     * Notes that the address is being challenged. Not every moment: whoever may make webhooks must not be able to make this
     * service knock at somebody's door.
     */
    void challenge(Instant now) {
        requireNotEnded();
        if (challengedAt != null && now.isBefore(challengedAt.plus(BETWEEN_CHALLENGES))) {
            throw WebhookProblem.CHALLENGED_JUST_NOW
                    .because("Wait " + BETWEEN_CHALLENGES.toSeconds() + " seconds between two challenges.")
                    .with("Retry-After", Long.toString(BETWEEN_CHALLENGES.toSeconds()));
        }
        challengedAt = now;
    }

    /** The address has answered the challenge. */
    void verified() {
        requireNotEnded();
        state = WebhookState.ACTIVE;
    }

    void suspend() {
        state = WebhookState.SUSPENDED;
    }

    void end() {
        state = WebhookState.ENDED;
    }

    /**
     * Takes a new secret into use; the one before signs along for a while. Two at a time and no more, so a third has to wait,
     * unless there is no overlap at all: a secret that leaked must be gone at once.
     */
    void changeSecret(Secret fresh, Duration overlap, Instant now) {
        requireNotEnded();
        if (overlap.isZero()) {
            retiringSecret = null;
            retiresAt = null;
        } else if (isRetiring(now)) {
            throw WebhookProblem.SECRET_BEING_CHANGED.because(
                    "Wait until " + retiresAt + ", or change it without an overlap.");
        } else {
            retiringSecret = secret;
            retiresAt = now.plus(overlap);
        }
        secret = fresh.text();
    }

    private boolean isRetiring(Instant now) {
        return retiringSecret != null && now.isBefore(retiresAt);
    }

    /** What messages are signed with at this moment, the newest first. */
    List<Secret> secrets(Instant now) {
        return isRetiring(now) ? List.of(new Secret(secret), new Secret(retiringSecret)) : List.of(new Secret(secret));
    }

    boolean isDelivering() {
        return state == WebhookState.ACTIVE && !paused;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String edition() {
        return edition;
    }

    String owner() {
        return owner;
    }

    String url() {
        return url;
    }

    WebhookState state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Until when the secret before this one signs along; null if none does. */
    Instant retiresAt(Instant now) {
        return isRetiring(now) ? retiresAt : null;
    }

    /** The place in the feed up to which everything was taken. */
    ChangeCursor after() {
        return new ChangeCursor(afterTransaction, afterPosition);
    }

    /** How often the next message was not taken. */
    int failures() {
        return failures;
    }

    /** When that message is sent again; null unless it failed. */
    Instant nextAttemptAt() {
        return failures > 0 && isDelivering() ? dueAt : null;
    }
}
