package org.wsisforum.registration.partner;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of what was received of a pledge. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Fulfilment", description = "One entry of what was received of a pledge.")
public record FulfilmentView(
        @Schema(description = "The entry.", examples = "0190b0a2-5c7a-7000-8000-000000000401")
        UUID id,

        @Schema(description = "On which day.", examples = "2021-04-12")
        LocalDate receivedOn,

        Money amount,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "Months of one person.", examples = "1.5")
        BigDecimal personMonths,

        @Schema(description = "What came, or on what account.", examples = "First instalment")
        String note,

        @Schema(description = "When it was entered.") Instant recordedAt,

        @Schema(description = "When it was reversed; it does not count from then on.")
        Instant reversedAt,

        @Schema(description = "Why it was reversed.") String reversedBecause) {

    static FulfilmentView of(Pledge pledge, Fulfilment entry) {
        return new FulfilmentView(
                entry.id(),
                entry.receivedOn(),
                entry.amount() == null ? null : pledge.money(entry.amount()),
                entry.personMonths(),
                entry.note(),
                entry.recordedAt(),
                entry.reversedAt(),
                entry.reversedBecause());
    }
}
