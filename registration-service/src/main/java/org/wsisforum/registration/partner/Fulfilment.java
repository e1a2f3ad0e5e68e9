package org.wsisforum.registration.partner;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

import org.hibernate.annotations.UuidGenerator;

import static org.wsisforum.registration.partner.PartnerProblem.ENTRY_REVERSED;

/** What was received of a pledge on one day. What was entered stays, as in any book: an error is reversed and not rubbed out. */
@Entity
class Fulfilment {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID pledge;
    private LocalDate receivedOn;
    private BigDecimal amount;
    private BigDecimal personMonths;
    private String note;
    private String recordedBy;
    private Instant recordedAt;
    private Instant reversedAt;
    private String reversedBy;
    private String reversedBecause;

    protected Fulfilment() {}

    Fulfilment(UUID pledge, FulfilmentInput input, String by, Instant now) {
        this.pledge = pledge;
        this.receivedOn = input.receivedOn();
        this.amount = input.amount() == null ? null : input.amount().amount();
        this.personMonths = input.personMonths();
        this.note = input.note();
        this.recordedBy = by;
        this.recordedAt = now;
    }

    /** Counts no longer, and says why. */
    void reverse(String because, String by, Instant now) {
        if (reversedAt != null) {
            throw ENTRY_REVERSED.because("It was reversed on " + reversedAt + ".");
        }
        reversedAt = now;
        reversedBy = by;
        reversedBecause = because;
    }

    UUID id() {
        return id;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    BigDecimal amount() {
        return amount;
    }

    BigDecimal personMonths() {
        return personMonths;
    }

    String note() {
        return note;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant reversedAt() {
        return reversedAt;
    }

    String reversedBecause() {
        return reversedBecause;
    }
}
