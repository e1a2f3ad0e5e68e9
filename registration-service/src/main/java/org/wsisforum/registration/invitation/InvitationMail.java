package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

import org.hibernate.annotations.UuidGenerator;

/**
 * A mail to an invited office: its letter, or a reminder. Taken on before it is sent, so that of any who would send it one does;
 * what became of it is written down afterwards.
 */
@Entity
class InvitationMail {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private String edition;
    private UUID invitationId;

    @Column(columnDefinition = "char(2)")
    private String country;

    private UUID mailingId;

    /** How many days before the deadline; null for a letter. */
    private Integer days;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private int attempts;
    private Instant queuedAt;
    private Instant dueAt;
    private Instant claimedAt;
    private String messageId;
    private String linkHash;
    private Instant settledAt;
    private String reply;

    protected InvitationMail() {}

    /** The letter of an invitation. */
    InvitationMail(Mailing mailing, Invitation to, Instant technicalNow) {
        this.edition = mailing.edition();
        this.mailingId = mailing.id();
        this.invitationId = to.id();
        this.country = to.country();
        this.state = MailState.QUEUED;
        this.queuedAt = mailing.requestedAt();
        this.dueAt = technicalNow;
    }

    /**
     * Takes it on.
     *
     * @param host whose name stands in the id of the message
     * @param linkHash hash of the key in the link that it carries
     */
    void claim(String host, String linkHash, Instant technicalNow) {
        state = MailState.SENDING;
        attempts++;
        claimedAt = technicalNow;
        messageId = "<" + id + "." + attempts + "@" + host + ">";
        this.linkHash = linkHash;
    }

    /** There is no more reason to send it. */
    void cancel(String why, Instant now) {
        state = MailState.CANCELLED;
        settledAt = now;
        reply = why;
    }

    /** Whether what became of this attempt is still to be written down. */
    boolean isOnItsWay(int attempt) {
        return attempts == attempt && (state == MailState.SENDING || state == MailState.DOUBTFUL);
    }

    void settle(MailState state, String reply, Instant now) {
        this.state = state;
        this.reply = reply;
        this.settledAt = now;
    }

    /** It is tried again then; the mail server surely has not taken it. */
    void defer(String reply, Instant dueAt) {
        this.state = MailState.QUEUED;
        this.reply = reply;
        this.dueAt = dueAt;
    }

    /** It came back. @return whether that is news */
    boolean bounce(String status, Instant now) {
        if (state == MailState.BOUNCED || state == MailState.QUEUED || state == MailState.CANCELLED) {
            return false;
        }
        settle(MailState.BOUNCED, status, now);
        return true;
    }

    boolean isReminder() {
        return days != null;
    }

    UUID id() {
        return id;
    }

    String edition() {
        return edition;
    }

    UUID invitationId() {
        return invitationId;
    }

    String country() {
        return country;
    }

    UUID mailingId() {
        return mailingId;
    }

    Integer days() {
        return days;
    }

    MailState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    String messageId() {
        return messageId;
    }

    String linkHash() {
        return linkHash;
    }

    Instant settledAt() {
        return settledAt;
    }

    String reply() {
        return reply;
    }
}
