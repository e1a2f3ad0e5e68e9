package org.wsisforum.awards.winner;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

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
        @Schema(description = "When that was recorded.") Instant decidedAt,

        @Schema(description = "Which of them are no champions any more, and do not win unless they become so again.")
        List<UUID> notChampions)
        implements Versioned {

    static DecisionView of(WinnerDecision decision, Collection<UUID> champions) {
        return new DecisionView(
                decision.version(),
                decision.category(),
                decision.asInput(),
                decision.decidedAt(),
                decision.asInput().projects().stream()
                        .filter(project -> !champions.contains(project))
                        .toList());
    }
}
