package org.wsisforum.agenda.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.text.Text;

/** A policy statement: what an accepted invitation opens, from the acceptance until the speaker takes the floor. */
@Entity
class Statement {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private UUID invitation;
    private String country;

    @Embedded
    private StatementSpeaker speaker;

    private String linkHash;

    @Enumerated(EnumType.STRING)
    private StatementState state;

    @Embedded
    private Slot slot;

    /** Which of the slots that the edition gives each delegation this one takes, counted from 1; null without a slot. */
    private Integer seat;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text text;

    private Instant openedAt;
    private Instant changedAt;

    protected Statement() {}

    Statement(String edition, UUID invitation, String country, StatementSpeaker speaker, String linkHash, Instant now) {
        this.edition = edition;
        this.invitation = invitation;
        this.country = country;
        this.speaker = speaker;
        this.linkHash = linkHash;
        this.state = StatementState.OPEN;
        this.openedAt = now;
        this.changedAt = now;
    }

    /**
     * The invitation stands accepted, with this speaker. Opens a withdrawn statement again.
     *
     * @return the names of the fields that are new; none if all was known
     */
    List<String> accept(String country, StatementSpeaker speaker, String linkHash, Instant now) {
        var fields = new ArrayList<String>();
        if (state == StatementState.WITHDRAWN) {
            state = StatementState.OPEN;
            openedAt = now;
            fields.add("state");
        }
        if (!this.country.equals(country)) {
            this.country = country;
            fields.add("country");
        }
        if (!this.speaker.equals(speaker)) {
            this.speaker = speaker;
            fields.add("speaker");
        }
        if (!Objects.equals(this.linkHash, linkHash)) {
            this.linkHash = linkHash;
            fields.add("link");
        }
        if (!fields.isEmpty()) {
            changedAt = now;
        }
        return fields;
    }

    /** The link in the office's letter is another now. */
    boolean reissueLink(String linkHash, Instant now) {
        if (Objects.equals(this.linkHash, linkHash)) {
            return false;
        }
        this.linkHash = linkHash;
        changedAt = now;
        return true;
    }

    /**
     * The invitation does not stand accepted, or its minister does not wish to speak: the slot is free again. What was said
     * was said: a statement whose speaker took the floor stays.
     *
     * @return whether that changed anything
     */
    boolean withdraw(Instant now) {
        if (state == StatementState.WITHDRAWN || hasBegun(now)) {
            return false;
        }
        state = StatementState.WITHDRAWN;
        slot = null;
        seat = null;
        changedAt = now;
        return true;
    }

    /**
     * Takes a slot, and gives back the one that it had.
     *
     * @param seat see {@link #seat()}
     */
    void book(Slot slot, int seat, Instant now) {
        requireChangeable(now);
        if (slot.hasBegun(now)) {
            throw StatementProblem.SLOT_IN_THE_PAST.because("The slot began at " + slot.startsAt() + ".");
        }
        this.slot = slot;
        this.seat = seat;
        state = StatementState.BOOKED;
        changedAt = now;
    }

    /** Gives the slot back. */
    void release(Instant now) {
        requireChangeable(now);
        slot = null;
        seat = null;
        state = StatementState.OPEN;
        changedAt = now;
    }

    /** Hands the text in; it is frozen when the speaker takes the floor. */
    void submit(Text text, Instant now) {
        requireChangeable(now);
        this.text = text;
        changedAt = now;
    }

    /** Refuses a change of what is withdrawn, or has been given. */
    void requireChangeable(Instant now) {
        if (state == StatementState.WITHDRAWN) {
            throw StatementProblem.STATEMENT_WITHDRAWN.because("Accept the invitation again to speak.");
        }
        if (hasBegun(now)) {
            throw StatementProblem.STATEMENT_CLOSED.because("The statement began at " + slot.startsAt() + ".");
        }
    }

    private boolean hasBegun(Instant now) {
        return slot != null && slot.hasBegun(now);
    }

    /** Whether the link with this hash is the one that opens this statement. */
    boolean opensWith(String hash) {
        // In constant time: how long a refusal takes says nothing of how much of a guess was right.
        return linkHash != null
                && MessageDigest.isEqual(
                        linkHash.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
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

    UUID invitation() {
        return invitation;
    }

    String country() {
        return country;
    }

    StatementSpeaker speaker() {
        return speaker;
    }

    StatementState state() {
        return state;
    }

    Slot slot() {
        return slot;
    }

    Integer seat() {
        return seat;
    }

    Text text() {
        return text;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
