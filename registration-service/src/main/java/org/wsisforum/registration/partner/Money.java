package org.wsisforum.registration.partner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;

/**
 * An amount of money, exact: with as many decimals as the currency has, and written as a string, since programs read numbers of
 * JSON as binary fractions.
 *
 * @param amount how much
 * @param currency of what, ISO 4217
 */
@Schema(description = "An amount of money. The amount is a decimal string, so that no program rounds it.")
record Money(
        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 12, fraction = 3)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "How much: more than 0, less than 10¹², with no more decimals than the currency has.",
                examples = "50000.00")
        BigDecimal amount,

        @NotNull
        @Pattern(regexp = "[A-Z]{3}")
        @Schema(description = "The currency, ISO 4217; one that the edition takes.", examples = "CHF")
        String currency) {

    Money {
        if (amount != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(c -> c.getCurrencyCode().equals(currency))) {
            // 50 and 50.00 francs are the same; more decimals than the currency has are left for `faults` to find.
            amount = amount.setScale(
                    Math.max(decimals(currency), amount.stripTrailingZeros().scale()),
                    java.math.RoundingMode.UNNECESSARY);
        }
    }

    /** What is wrong with it where only these currencies are taken. */
    List<FieldError> faults(Set<String> currencies, String pointer) {
        var faults = new ArrayList<FieldError>();
        if (!currencies.contains(currency)) {
            faults.add(FieldError.at(
                    pointer + "/currency", "currency", "The edition takes " + String.join(", ", currencies) + "."));
        } else if (amount.scale() > decimals(currency)) {
            faults.add(FieldError.at(
                    pointer + "/amount", "decimals", currency + " has " + decimals(currency) + " decimals."));
        }
        return faults;
    }

    private static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
