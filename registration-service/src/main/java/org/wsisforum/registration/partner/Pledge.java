package org.wsisforum.registration.partner;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.UuidGenerator;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.problem.Problem.FieldError;

import static org.wsisforum.registration.partner.PartnerProblem.FULFILMENT_NOT_COHERENT;
import static org.wsisforum.registration.partner.PartnerProblem.MORE_THAN_PLEDGED;
import static org.wsisforum.registration.partner.PartnerProblem.PLEDGE_NOT_CONFIRMED;
import static org.wsisforum.registration.partner.PartnerProblem.PLEDGE_SETTLED;

/** What a partner promised, and how much of it came. */
@Entity
class Pledge {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private UUID partner;

    @Enumerated(EnumType.STRING)
    private PledgeKind kind;

    @Enumerated(EnumType.STRING)
    private PledgeState state;

    private BigDecimal amount;
    private String currency;
    private BigDecimal personMonths;
    private String earmark;
    private String what;
    private LocalDate dueOn;
    private Instant pledgedAt;
    private BigDecimal receivedAmount = BigDecimal.ZERO;
    private BigDecimal receivedMonths = BigDecimal.ZERO;
    private int receipts;

    protected Pledge() {}

    Pledge(UUID partner, PledgeInput input, Instant now) {
        this.partner = partner;
        this.state = PledgeState.PLEDGED;
        this.pledgedAt = now;
        write(input);
    }

    /** Replaces what is promised, and names the fields that are new; 409 once the secretariat counts on it. */
    List<String> rewrite(PledgeInput input) {
        requireOpen();
        var fields = Change.differences(input(), input);
        write(input);
        return fields;
    }

    private void write(PledgeInput input) {
        input.requireCoherent();
        kind = input.kind();
        amount = input.amount() == null ? null : input.amount().amount();
        currency = input.amount() == null ? null : input.amount().currency();
        personMonths = input.personMonths();
        earmark = input.earmark();
        what = input.what();
        dueOn = input.dueOn();
    }

    /** The secretariat counts on it from now on. */
    void confirm() {
        requireOpen();
        state = PledgeState.CONFIRMED;
    }

    /** Takes it back: also a confirmed one, of which nothing has come yet. */
    void withdraw() {
        if (state == PledgeState.WITHDRAWN || receipts > 0) {
            throw PLEDGE_SETTLED.because(
                    receipts > 0 ? "Something of it was received." : "The pledge was withdrawn already.");
        }
        state = PledgeState.WITHDRAWN;
    }

    private void requireOpen() {
        if (state != PledgeState.PLEDGED) {
            throw PLEDGE_SETTLED.because("The pledge is " + state.json() + ".");
        }
    }

    /** Counts something that came; 409 where that would be more than was pledged. */
    void receive(FulfilmentInput came) {
        if (state != PledgeState.CONFIRMED) {
            throw PLEDGE_NOT_CONFIRMED.because("The pledge is " + state.json() + ".");
        }
        requireSameKind(came);
        count(came.amount() == null ? null : came.amount().amount(), came.personMonths(), 1);
        if (amount != null && receivedAmount.compareTo(amount) > 0) {
            throw MORE_THAN_PLEDGED.because("Pledged are " + money(amount).amount() + " " + currency + ".");
        }
        if (personMonths != null && receivedMonths.compareTo(personMonths) > 0) {
            throw MORE_THAN_PLEDGED.because("Pledged are " + personMonths.toPlainString() + " months.");
        }
    }

    /** Counts something no longer that was entered. */
    void reverse(Fulfilment entry) {
        count(
                entry.amount() == null ? null : entry.amount().negate(),
                entry.personMonths() == null ? null : entry.personMonths().negate(),
                -1);
    }

    private void count(BigDecimal money, BigDecimal months, int entries) {
        receivedAmount = money == null ? receivedAmount : receivedAmount.add(money);
        receivedMonths = months == null ? receivedMonths : receivedMonths.add(months);
        receipts += entries;
    }

    private void requireSameKind(FulfilmentInput came) {
        var fault = (came.amount() == null) != (amount == null)
                ? FieldError.at("/amount", "kind", amount == null ? "No amount was pledged." : "An amount was pledged.")
                : came.amount() != null && !came.amount().currency().equals(currency)
                        ? FieldError.at("/amount/currency", "currency", "It was pledged in " + currency + ".")
                        : (came.personMonths() == null) != (personMonths == null)
                                ? FieldError.at(
                                        "/personMonths",
                                        "kind",
                                        personMonths == null
                                                ? "No staff was pledged."
                                                : "Months of staff were pledged.")
                                : null;
        if (fault != null) {
            throw FULFILMENT_NOT_COHERENT.because(fault.detail(), List.of(fault));
        }
    }

    /** Whether all of it came; of a thing without a price, whether it did. */
    boolean isFulfilled() {
        return receipts > 0
                && (amount == null || receivedAmount.compareTo(amount) == 0)
                && (personMonths == null || receivedMonths.compareTo(personMonths) == 0);
    }

    /** The pledge as it would be written anew. */
    PledgeInput input() {
        return new PledgeInput(kind, amount == null ? null : money(amount), personMonths, earmark, what, dueOn);
    }

    /** How much money came, or how much the things were worth that did; null where no amount was pledged. */
    Money received() {
        return amount == null ? null : money(receivedAmount);
    }

    Money money(BigDecimal some) {
        return new Money(some, currency);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID partner() {
        return partner;
    }

    PledgeState state() {
        return state;
    }

    Instant pledgedAt() {
        return pledgedAt;
    }

    /** How many months people worked; null where no staff was pledged. */
    BigDecimal receivedMonths() {
        return personMonths == null ? null : receivedMonths;
    }
}
