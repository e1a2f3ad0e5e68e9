package org.wsisforum.awards.winner;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** What was decided of a category, as the awards manager sees it. */
@Schema(name = "WinnerDecision", description = "What the Expert Group has decided of a category.")
record DecisionView(
        @JsonIgnore long version,

        @Schema(description = "The category.", examples = "10")
        int category,

        @JsonUnwrapped DecisionInput decision,
        @Schema(description = "When that was recorded.") Instant decidedAt)
        implements Versioned {

    static DecisionView of(WinnerDecision decision) {
        return new DecisionView(decision.version(), decision.category(), decision.asInput(), decision.decidedAt());
    }
}
