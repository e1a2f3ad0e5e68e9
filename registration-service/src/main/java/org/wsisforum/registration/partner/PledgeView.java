package org.wsisforum.registration.partner;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** A pledge as its partner and the secretariat see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Pledge", description = "What a partner promised, and how much of it came.")
public record PledgeView(
        @Schema(description = "The pledge.", examples = "0190b0a2-5c7a-7000-8000-000000000301")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "Whose it is.", examples = "0190b0a2-5c7a-7000-8000-000000000201")
        UUID partner,

        PledgeState state,
        @JsonUnwrapped PledgeInput promised,

        @Schema(description = "How much came of the amount; absent where none was pledged.")
        Money received,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description = "How many of the months came; absent where none were pledged.",
                examples = "1.5")
        BigDecimal receivedMonths,

        @Schema(description = "Whether all of it came; of a thing without a price, whether it did.")
        boolean fulfilled,

        @Schema(description = "When it was promised.") Instant pledgedAt)
        implements Versioned {

    static PledgeView of(Pledge pledge) {
        return new PledgeView(
                pledge.id(),
                pledge.version(),
                pledge.partner(),
                pledge.state(),
                pledge.input(),
                pledge.received(),
                pledge.receivedMonths(),
                pledge.isFulfilled(),
                pledge.pledgedAt());
    }
}
