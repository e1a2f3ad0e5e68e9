package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** A voter who is set apart, as the awards manager sees it: neither who it is, nor how many votes there are, nor for whom. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "QuarantinedVoter", description = "A voter whose votes are set apart.")
record QuarantineView(
        @Schema(description = "Stands for the voter.") UUID id,

        @JsonIgnore long version,

        @Schema(description = "How suspicious, by the rules of the edition.", examples = "80")
        int score,

        @Schema(description = "Why.") List<Reason> reasons,

        @Schema(
                description =
                        "Stands for the network that is suspicious, so that those of one can be decided together; absent where none"
                                + " is.",
                examples = "9f86d081884c7d659a2feaa0c55ad015")
        String network,

        @Schema(description = "Since when.") Instant since,

        @Schema(description = "What a person decided; absent while nobody has.")
        Decision decision,

        @Schema(description = "Why it was decided so.") String reason,

        @Schema(description = "Who decided, by opaque subject.")
        String decidedBy,

        @Schema(description = "When it was decided.") Instant decidedAt)
        implements Versioned {

    static QuarantineView of(Quarantined voter) {
        return new QuarantineView(
                voter.id(),
                voter.version(),
                voter.score(),
                voter.reasons(),
                voter.network(),
                voter.since(),
                voter.decision(),
                voter.reason(),
                voter.decidedBy(),
                voter.decidedAt());
    }
}
