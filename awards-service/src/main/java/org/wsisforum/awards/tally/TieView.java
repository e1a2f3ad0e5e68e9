package org.wsisforum.awards.tally;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** A tie of the last tally, and what was decided. */
@Schema(name = "TieToDecide", description = "A tie of the last tally, and what the Expert Group has decided.")
record TieView(
        @Schema(description = "The category.", examples = "10")
        int category,

        @Schema(description = "The tally.") UUID tally,

        @Schema(description = "The projects with as many votes.")
        List<UUID> projects,

        @Schema(description = "How many of them become champions.", examples = "1")
        int places,

        @Schema(description = "How many votes each has.", examples = "4100")
        long votes,

        @Schema(description = "What was decided; null while nothing is.", nullable = true)
        Decided decision,

        long version)
        implements Versioned {

    /** What was decided. */
    @Schema(name = "TieDecided", description = "What the Expert Group has decided of a tie.")
    record Decided(
            @Schema(description = "Those who become champions.")
            List<UUID> projects,

            @Schema(description = "Why.") String reason,

            @Schema(description = "The subject of who recorded it.")
            String by,

            @Schema(description = "When.") Instant at) {

        static Decided of(TieDecision decision) {
            return decision == null
                    ? null
                    : new Decided(decision.projects(), decision.reason(), decision.decidedBy(), decision.decidedAt());
        }
    }

    static TieView of(int category, UUID tally, TallyDocument.Tie tie, TieDecision decision) {
        return new TieView(
                category,
                tally,
                tie.projects(),
                tie.places(),
                tie.votes(),
                Decided.of(decision),
                decision == null ? 0 : decision.version());
    }
}
