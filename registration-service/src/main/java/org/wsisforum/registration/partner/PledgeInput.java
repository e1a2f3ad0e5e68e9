package org.wsisforum.registration.partner;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.registration.edition.EditionRules;

import static org.wsisforum.registration.partner.PartnerProblem.PLEDGE_NOT_COHERENT;

/**
 * What a partner promises.
 *
 * @param kind in what it supports the edition
 * @param amount how much money, or what a thing is worth; null of a thing of which that is not known, and of staff
 * @param personMonths how long people work for the Forum; only of staff
 * @param earmark what it is for: the code of an earmark of the edition; null for whatever is needed
 * @param what what a thing is, or what people do
 * @param dueOn until when it is promised; null where that is open
 */
@Schema(name = "PledgeInput", description = "What a partner promises.")
record PledgeInput(
        @NotNull PledgeKind kind,

        @Valid
        @Schema(description = "How much money, or what a thing is worth; absent of a thing of which that is not known.")
        Money amount,

        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 5, fraction = 1)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "How long people work for the Forum, in months of one person; only of staff.",
                examples = "6.5")
        BigDecimal personMonths,

        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Schema(
                description = "What it is for: the code of an earmark of the edition. Absent for whatever is needed.",
                examples = "fellowships")
        String earmark,

        @Size(min = 1, max = 2000)
        @PlainText
        @Schema(description = "What a thing is, or what people do.", examples = "Captioning of all sessions")
        String what,

        @Schema(description = "Until when it is promised.", examples = "2021-04-30")
        LocalDate dueOn) {

    /** What the API calls the fields of a pledge. */
    static final Set<String> FIELDS = Stream.of(PledgeInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    PledgeInput {
        // 6 and 6.0 months are the same.
        personMonths = personMonths == null
                ? null
                : personMonths.setScale(
                        Math.max(1, personMonths.stripTrailingZeros().scale()));
    }

    /** Refuses what one kind of pledge needs and has not, or cannot have. */
    void requireCoherent() {
        var faults = new ArrayList<FieldError>();
        require(faults, kind != PledgeKind.CASH || amount != null, "/amount", "A pledge of money says how much.");
        require(faults, kind != PledgeKind.STAFF || amount == null, "/amount", "Staff is counted in months.");
        require(faults, kind != PledgeKind.IN_KIND || what != null, "/what", "A pledge of a thing says what it is.");
        require(
                faults,
                (kind == PledgeKind.STAFF) == (personMonths != null),
                "/personMonths",
                "A pledge of staff says for how many months, and no other does.");
        if (!faults.isEmpty()) {
            throw PLEDGE_NOT_COHERENT.because(faults.getFirst().detail(), faults);
        }
    }

    private static void require(List<FieldError> faults, boolean fits, String pointer, String otherwise) {
        if (!fits) {
            faults.add(FieldError.at(pointer, "kind", otherwise));
        }
    }

    /** What the rules of the edition have against it. */
    List<FieldError> faults(EditionRules year) {
        var faults = new ArrayList<FieldError>();
        if (amount != null) {
            faults.addAll(amount.faults(year.partnership().currencies(), "/amount"));
        }
        if (earmark != null && !year.partnership().hasEarmark(earmark)) {
            faults.add(FieldError.at("/earmark", "unknown", "The edition has no earmark \"" + earmark + "\"."));
        }
        return faults;
    }
}
