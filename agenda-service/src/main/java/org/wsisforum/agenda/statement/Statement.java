package org.wsisforum.agenda.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
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

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.text.Text;

/** A policy statement: what an accepted invitation opens, from the acceptance until what was said is published. */
@Entity
class Statement {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;

    /** Null where the secretariat opened it by hand. */
    private UUID invitation;

    /** ISO 3166-1 alpha-2; null for a delegation that is of no State, which has an entity. */
    private String country;

    private String entity;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text entityName;

    @Embedded
    private StatementSpeaker speaker;

    /** Who speaks in the place of the one whom the answer to the invitation names; null for nobody. */
    @Embedded
    @AttributeOverride(name = "honorific", column = @Column(name = "substitute_honorific"))
    @AttributeOverride(name = "name", column = @Column(name = "substitute_name"))
    @AttributeOverride(name = "title", column = @Column(name = "substitute_title"))
    private StatementSpeaker substitute;

    private String rank;

    /** The rank of whom the answer to the invitation names; null where no letter invites, or no answer came since it is kept. */
    private String answeredRank;

    private String linkHash;

    @Enumerated(EnumType.STRING)
    private StatementState state;

    private Instant requestedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Wish wish;

    private Instant offerExpiresAt;

    @Embedded
    private Slot slot;

    /** Which of the slots that the edition gives each delegation this one takes, counted from 1; null without a slot. */
    private Integer seat;

    /** Its session has no time at present, so the turn of no speaker in it comes. */
    private boolean postponed;

    @Embedded
    private Exchange exchange;

    @Embedded
    private Delivery delivery;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text text;

    private Instant textAt;
    private Instant openedAt;
    private Instant changedAt;

    /**
     * The invitation was declined when the speaker's turn had come, or when staff had withdrawn the statement: if it turns out
     * that nobody spoke, or staff open it again, nobody will.
     */
    private boolean declined;

    /** Why staff withdrew it; null unless they did. */
    private String withdrawalReason;

    protected Statement() {}

    private Statement(String edition, StatementSpeaker speaker, String rank, Instant now) {
        this.edition = edition;
        this.speaker = speaker;
        this.rank = rank;
        this.state = StatementState.OPEN;
        this.openedAt = now;
        this.changedAt = now;
    }

    /** What an accepted invitation opens. */
    static Statement invited(
            String edition,
            UUID invitation,
            String country,
            StatementSpeaker speaker,
            String rank,
            String linkHash,
            Instant now) {
        var statement = new Statement(edition, speaker, rank, now);
        statement.invitation = invitation;
        statement.country = country;
        statement.answeredRank = rank;
        statement.linkHash = linkHash;
        return statement;
    }

    /** What the secretariat opens for a delegation that no letter invites to speak. */
    static Statement of(String edition, StatementInput input, Instant now) {
        var statement = new Statement(
                edition, input.speaker().speaker(), input.speaker().rank(), now);
        statement.country = input.country();
        if (input.entity() != null) {
            statement.entity = input.entity().code();
            statement.entityName = input.entity().name();
        }
        return statement;
    }

    /**
     * The invitation stands accepted, with this speaker. Opens a withdrawn statement again, unless staff withdrew it: then
     * what the answer says is kept, for when they open it. A speaker of another name than the answer gave before takes the
     * place of everybody who was named here. Who has taken the floor is not changed by any answer.
     *
     * @param rank the rank of the speaker; what somebody else said of it since holds for as long as answers say the same
     * @return the names of the fields that are new; none if all was known
     */
    List<String> accept(String country, StatementSpeaker speaker, String rank, String linkHash, Instant now) {
        var fields = new ArrayList<String>();
        declined = false;
        if (isGiven(now)) {
            if (reissueLink(linkHash, now)) {
                fields.add("link");
            }
            return fields;
        }
        if (state == StatementState.WITHDRAWN && withdrawalReason == null) {
            state = StatementState.OPEN;
            openedAt = now;
            requestedAt = null;
            fields.add("state");
        }
        if (!Objects.equals(this.country, country)) {
            this.country = country;
            fields.add("country");
        }
        var isAnother = !speaker.isNamedLike(this.speaker) && !speaker.isNamedLike(speaker());
        if (!this.speaker.equals(speaker)) {
            var shown = speaker();
            if (isAnother || speaker.isNamedLike(shown)) {
                this.substitute = null;
            }
            this.speaker = speaker;
            if (!shown.equals(speaker())) {
                fields.add("speaker");
            }
        }
        // Who speaks in the place of whom the answer names has a rank of its own.
        var saysAnotherRank = substitute == null && answeredRank != null && !answeredRank.equals(rank);
        if ((isAnother || saysAnotherRank) && !this.rank.equals(rank)) {
            this.rank = rank;
            fields.add("rank");
        }
        answeredRank = rank;
        if (!Objects.equals(this.linkHash, linkHash)) {
            this.linkHash = linkHash;
            fields.add("link");
        }
        if (!fields.isEmpty()) {
            changedAt = now;
        }
        return fields;
    }

    /** Whether no answer to the invitation changes it any more: it was given or is being given. */
    private boolean isGiven(Instant now) {
        return state == StatementState.DELIVERED || hasBegun(now);
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
     * was said: a statement whose speaker took the floor stays, until somebody says that nobody did.
     *
     * @return whether that changed anything
     */
    boolean withdraw(Instant now) {
        if (state == StatementState.WITHDRAWN) {
            declined = withdrawalReason != null;
            return false;
        }
        if (isInProgramme() && isGiven(now)) {
            declined = true;
            return false;
        }
        leave(StatementState.WITHDRAWN, now);
        return true;
    }

    /** Staff say that it will not be given, and why. */
    void withdraw(String reason, Instant now) {
        requireNotWithdrawn();
        if (state == StatementState.DELIVERED) {
            throw StatementProblem.STATEMENT_CLOSED.because("It was given. Take the delivery back first.");
        }
        var wasDeclined = declined;
        leave(StatementState.WITHDRAWN, now);
        declined = wasDeclined;
        withdrawalReason = reason;
    }

    /** Staff say that it may be given after all; if the invitation was declined meanwhile, the next acceptance opens it. */
    void reopen(Instant now) {
        withdrawalReason = null;
        if (declined) {
            leave(StatementState.WITHDRAWN, now);
            return;
        }
        openedAt = now;
        becomes(StatementState.OPEN, now);
    }

    /** Asks for a slot; who changes the wish keeps the place in the queue. */
    void request(Wish wish, Instant now) {
        requireNotWithdrawn();
        if (slot(now) != null) {
            throw StatementProblem.SLOT_GIVEN_ALREADY.because(
                    state == StatementState.OFFERED
                            ? "A slot is offered: confirm it, or give it back first."
                            : "A slot is given. Give it back first, or exchange it.");
        }
        this.wish = wish;
        becomes(StatementState.REQUESTED, now);
    }

    /** A slot is held for it, until then. */
    void offer(Slot slot, int seat, Instant until, Instant now) {
        take(slot, seat, now);
        offerExpiresAt = until;
        becomes(StatementState.OFFERED, now);
    }

    /** The office takes what it was offered. */
    void confirm(Instant now) {
        requireNotWithdrawn();
        if (state == StatementState.BOOKED || state == StatementState.DELIVERED) {
            return;
        }
        if (state(now) != StatementState.OFFERED) {
            throw StatementProblem.NOTHING_OFFERED.because("No slot is offered, or not any more. Ask for one.");
        }
        offerExpiresAt = null;
        becomes(StatementState.BOOKED, now);
    }

    /**
     * Takes a slot, and gives back the one that it had.
     *
     * @param byStaff whether staff say so, who may also say afterwards who had the floor
     */
    void book(Slot slot, int seat, boolean byStaff, Instant now) {
        if (!byStaff && slot.hasBegun(now)) {
            throw StatementProblem.SLOT_IN_THE_PAST.because("The slot began at " + slot.startsAt() + ".");
        }
        take(slot, seat, now);
        offerExpiresAt = null;
        becomes(StatementState.BOOKED, now);
    }

    private void take(Slot slot, int seat, Instant now) {
        moveTo(slot, now);
        this.seat = seat;
        postponed = false;
    }

    /** Another speaker came or went, or the Chair wants it so: it is given another slot, and stands as it did. */
    void moveTo(Slot slot, Instant now) {
        this.slot = slot;
        // Nobody confirms what has begun.
        if (offerExpiresAt != null && slot.startsAt().isBefore(offerExpiresAt)) {
            offerExpiresAt = slot.startsAt();
        }
        exchange = null;
        changedAt = now;
    }

    /** Gives the slot back, or asks for none any more; of an invitation that was declined meanwhile nothing is left open. */
    void release(Instant now) {
        leave(declined ? StatementState.WITHDRAWN : StatementState.OPEN, now);
    }

    /** The offer ended: the slot is free, and the request stands. */
    void lapse(Instant now) {
        leave(StatementState.REQUESTED, now);
    }

    private void leave(StatementState next, Instant now) {
        slot = null;
        seat = null;
        postponed = false;
        declined = false;
        exchange = null;
        offerExpiresAt = null;
        if (next != StatementState.REQUESTED) {
            wish = null;
            requestedAt = null;
        }
        becomes(next, now);
    }

    private void becomes(StatementState next, Instant now) {
        state = next;
        changedAt = now;
        if (requestedAt == null && next != StatementState.OPEN && next != StatementState.WITHDRAWN) {
            requestedAt = now;
        }
    }

    /** The delegation is ready to exchange slots; null for not, or not any more. */
    void propose(Exchange exchange, Instant now) {
        this.exchange = exchange;
        changedAt = now;
    }

    /**
     * Somebody else speaks.
     *
     * @param rank the rank of who speaks now
     */
    void substitute(StatementSpeaker speaker, String rank, Instant now) {
        substitute = speaker.equals(this.speaker) ? null : speaker;
        this.rank = rank;
        changedAt = now;
    }

    /** Refuses what only happens to a statement that stands on the list of a session. */
    void requireOnList() {
        requireNotWithdrawn();
        if (!isInProgramme()) {
            throw StatementProblem.NOT_ON_THE_LIST.because("It has no slot. Book one for it first.");
        }
    }

    /** It was given; from now on everybody may read it. */
    void deliver(Delivery delivery, Instant now) {
        requireOnList();
        this.delivery = delivery;
        exchange = null;
        becomes(StatementState.DELIVERED, now);
    }

    /** It was not given after all, or not yet: it stands on the list as before, and its text is for nobody else to read. */
    void takeDeliveryBack(Instant now) {
        delivery = null;
        becomes(StatementState.BOOKED, now);
    }

    /** Hands the text in, or corrects it for as long after the delivery as the edition allows; then it stays as it is. */
    void submit(Text text, Edition year, Instant now) {
        requireNotWithdrawn();
        if (state == StatementState.DELIVERED) {
            var until = year.rules().highLevelTrack().correctableUntil(delivery.endedAt());
            if (!now.isBefore(until)) {
                throw StatementProblem.STATEMENT_CLOSED.because(
                        "Corrections were taken until " + until + "; the text is published as it is.");
            }
        }
        this.text = text;
        textAt = now;
        changedAt = now;
    }

    /** Takes the text back, of which nobody else knows yet. */
    void takeTextBack(Instant now) {
        requireNotWithdrawn();
        if (state == StatementState.DELIVERED) {
            throw StatementProblem.STATEMENT_CLOSED.because("The text is published.");
        }
        text = null;
        textAt = null;
        changedAt = now;
    }

    /**
     * Refuses another slot for what is withdrawn, or has been given. Whose turn has come keeps the slot, unless staff say
     * that nobody spoke in it.
     */
    void requireMovable(boolean byStaff, Instant now) {
        requireNotWithdrawn();
        if (state == StatementState.DELIVERED || hasBegun(now) && !byStaff) {
            throw StatementProblem.STATEMENT_CLOSED.because("The statement began at "
                    + (state == StatementState.DELIVERED ? delivery.startedAt() : slot.startsAt()) + ".");
        }
    }

    /** Refuses another speaker for what is withdrawn; once it was begun, only staff say who it was. */
    void requireSpeakerOpen(boolean byStaff, Instant now) {
        requireNotWithdrawn();
        if (!byStaff) {
            requireMovable(false, now);
        }
    }

    void requireNotWithdrawn() {
        if (state == StatementState.WITHDRAWN) {
            throw StatementProblem.STATEMENT_WITHDRAWN.because(
                    withdrawalReason == null
                            ? "Accept the invitation again to speak."
                            : "The secretariat withdrew it, and opens it again.");
        }
    }

    /** Whether its turn has come. */
    boolean hasBegun(Instant now) {
        return slot(now) != null && !postponed && slot.hasBegun(now);
    }

    /** Whether the slot is given, and the list of its session names the speaker. */
    boolean isInProgramme() {
        return StatementState.IN_PROGRAMME.contains(state);
    }

    /** Whether the text may still read otherwise than what was said: nobody has looked at it since it was delivered. */
    boolean isToBeCheckedAgainstDelivery() {
        return delivery == null || textAt == null || textAt.isBefore(delivery.endedAt());
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

    String entity() {
        return entity;
    }

    Text entityName() {
        return entityName;
    }

    /** Who speaks for the delegation: a country, or an entity that is none. */
    String delegation() {
        return country == null ? entity : country;
    }

    StatementSpeaker speaker() {
        return substitute == null ? speaker : substitute;
    }

    String rank() {
        return rank;
    }

    /** How far it is as it stands in the database; an offer may have ended since. */
    StatementState state() {
        return state;
    }

    /** How far it is now: an offer that has ended is a request again, whether anybody has noticed or not. */
    StatementState state(Instant now) {
        return state == StatementState.OFFERED && !now.isBefore(offerExpiresAt) ? StatementState.REQUESTED : state;
    }

    Slot slot() {
        return slot;
    }

    /** The slot that it has now. */
    Slot slot(Instant now) {
        return state(now) == StatementState.REQUESTED ? null : slot;
    }

    Integer seat() {
        return seat;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Wish wish() {
        return wish;
    }

    Instant offerExpiresAt() {
        return offerExpiresAt;
    }

    Exchange exchange() {
        return exchange;
    }

    Delivery delivery() {
        return delivery;
    }

    Text text() {
        return text;
    }

    String withdrawalReason() {
        return withdrawalReason;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
