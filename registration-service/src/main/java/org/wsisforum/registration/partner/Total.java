package org.wsisforum.registration.partner;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was pledged and received of one kind, for one purpose, in one currency. Currencies are never added up. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "PledgeTotal",
        description = "What was pledged and received of one kind, for one purpose, in one currency.")
public record Total(
        PledgeKind kind,

        @Schema(description = "The code of the earmark; absent for whatever is needed.", examples = "fellowships")
        String earmark,

        @Schema(description = "How many pledges are confirmed.", examples = "4")
        long pledges,

        @Schema(description = "What they add up to; absent where no amounts were pledged.")
        Money pledged,

        @Schema(description = "How much of that came.") Money received,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "Months of one person, of staff.", examples = "12.0")
        BigDecimal personMonths,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "How many of them came.", examples = "4.5")
        BigDecimal receivedMonths) {

    Total(
            PledgeKind kind,
            String earmark,
            String currency,
            long pledges,
            BigDecimal amount,
            BigDecimal receivedAmount,
            BigDecimal personMonths,
            BigDecimal receivedMonths) {
        this(
                kind,
                earmark,
                pledges,
                amount == null ? null : new Money(amount, currency),
                amount == null ? null : new Money(receivedAmount, currency),
                personMonths,
                personMonths == null ? null : receivedMonths);
    }
}
