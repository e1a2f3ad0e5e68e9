package org.wsisforum.registration.partner;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.PlainText;

/**
 * What was received of a pledge.
 *
 * @param receivedOn on which day, at the Forum
 * @param amount how much money, or what the thing that came was worth; in the currency of the pledge
 * @param personMonths how long people worked for the Forum
 * @param note what came, or on what account
 */
@Schema(name = "FulfilmentInput", description = "What was received of a pledge.")
record FulfilmentInput(
        @NotNull @Schema(description = "On which day; not in the future.", examples = "2021-04-12")
        LocalDate receivedOn,

        @Valid @Schema(description = "How much, in the currency of the pledge; of a pledge in which an amount stands.")
        Money amount,

        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 5, fraction = 1)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "Months of one person; of a pledge of staff.", examples = "1.5")
        BigDecimal personMonths,

        @Size(min = 1, max = 2000)
        @PlainText
        @Schema(description = "What came, or on what account.", examples = "First instalment")
        String note) {}
