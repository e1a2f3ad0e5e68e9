package org.wsisforum.registration.partner;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.changes.Change;

import static org.wsisforum.registration.partner.PartnerProblem.NO_PARTNER;
import static org.wsisforum.registration.partner.PartnerProblem.OFFER_DECIDED;
import static org.wsisforum.registration.partner.PartnerState.ACCEPTED;
import static org.wsisforum.registration.partner.PartnerState.DECLINED;
import static org.wsisforum.registration.partner.PartnerState.OFFERED;
import static org.wsisforum.registration.partner.PartnerState.WITHDRAWN;

/** Who offered to support an edition, and once the offer is accepted, a partner. */
@Entity
class Partner {

    private static final Collator NAMES = Collator.getInstance(ULocale.ROOT).freeze();

    @Id
    @jakarta.persistence.GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;

    @Enumerated(EnumType.STRING)
    private PartnerState state;

    @Column(name = "package")
    private UUID packageId;

    private int tier;
    private Integer seat;
    private String name;
    private String nameKey;
    private String owner;

    @JdbcTypeCode(SqlTypes.JSON)
    private OfferInput.Contact contact;

    @JdbcTypeCode(SqlTypes.JSON)
    private Said content;

    private boolean listed;
    private String reason;
    private Instant offeredAt;
    private Instant decidedAt;
    private String decidedBy;

    /** What the offer says besides what has a column of its own. */
    record Said(String packageCode, String country, String stakeholderType, String website, String message) {}

    protected Partner() {}

    Partner(String edition, OfferInput input, PartnerPackage wanted, String owner, Instant now) {
        this.edition = edition;
        this.owner = owner;
        this.offeredAt = now;
        this.state = OFFERED;
        this.listed = true;
        write(input, wanted);
    }

    /**
     * Replaces what the offer says, and names the fields that are new.
     *
     * @param seats who sits where in the package that it names now
     */
    List<String> rewrite(OfferInput input, PartnerPackage wanted, Seats seats) {
        requireLive();
        var fields = Change.differences(input(), input).stream()
                .map(OfferInput::named)
                .toList();
        if (state == ACCEPTED && !wanted.id().equals(packageId)) {
            seat = seats.take(wanted);
        }
        write(input, wanted);
        return fields;
    }

    private void write(OfferInput input, PartnerPackage wanted) {
        packageId = wanted.id();
        tier = wanted.tier();
        name = input.name();
        nameKey = HexFormat.of().formatHex(NAMES.getCollationKey(name).toByteArray());
        contact = input.contact();
        content = new Said(wanted.code(), input.country(), input.stakeholderType(), input.website(), input.message());
    }

    /** Makes a partner of whoever offered; 409 where the offer is decided or the package is full. */
    void accept(PartnerPackage wanted, Seats seats, boolean toBeListed, String by, Instant now) {
        decide(ACCEPTED, null, by, now);
        seat = seats.take(wanted);
        listed = toBeListed;
    }

    /** Declines the offer and says why. */
    void decline(String why, String by, Instant now) {
        decide(DECLINED, why, by, now);
    }

    private void decide(PartnerState decided, String why, String by, Instant now) {
        requireUndecided();
        state = decided;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    /** Takes the offer back, or ends the partnership: the place is free for another. */
    void withdraw(String why) {
        requireLive();
        state = WITHDRAWN;
        seat = null;
        reason = why;
        decidedAt = null;
        decidedBy = null;
    }

    /** Puts the partner on the public list, or takes it off. */
    void list(boolean onTheList) {
        listed = onTheList;
    }

    /** Refuses to change what the secretariat has decided on. */
    void requireUndecided() {
        if (state != OFFERED) {
            throw OFFER_DECIDED.because("The offer was " + state.json() + " already.");
        }
    }

    /** Refuses to change what was declined or withdrawn. */
    void requireLive() {
        if (state != OFFERED && state != ACCEPTED) {
            throw OFFER_DECIDED.because("The offer was " + state.json() + " already.");
        }
    }

    /** Refuses a pledge by somebody who is no partner. */
    void requireAccepted() {
        if (state != ACCEPTED) {
            throw NO_PARTNER.because("The offer is " + state.json() + ".");
        }
    }

    /** Whether everybody sees it. */
    boolean isShown() {
        return state == ACCEPTED && listed;
    }

    /** The offer as it would be written anew. */
    OfferInput input() {
        return new OfferInput(
                name,
                content.packageCode(),
                content.country(),
                content.stakeholderType(),
                content.website(),
                content.message(),
                contact);
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

    PartnerState state() {
        return state;
    }

    UUID packageId() {
        return packageId;
    }

    int tier() {
        return tier;
    }

    String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    String owner() {
        return owner;
    }

    Said content() {
        return content;
    }

    boolean isListed() {
        return listed;
    }

    String reason() {
        return reason;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
