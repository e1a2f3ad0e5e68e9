package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The nominees of a category as the awards manager sees them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Nomination", description = "The nominees of a category, with the scores by which they were chosen.")
record NominationView(
        @Schema(description = "The category.", examples = "10")
        int category,

        @Schema(description = "How many nominees there may be; absent where the year had no quota.", examples = "20")
        Integer quota,

        @Schema(description = "How many projects wait behind them.", examples = "5")
        int waitingList,

        @Schema(description = "Whether projects were left out that were not screened or not scored.")
        boolean incomplete,

        @Schema(description = "When they were chosen.") Instant nominatedAt,
        @Schema(description = "How the scores came about.") Calibration.Method method,

        @Schema(description = "All projects that were ranked, best first.")
        List<Entry> entries) {

    /** One of the projects. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NominationEntry", description = "A ranked project, and what has become of it.")
    record Entry(
            Standing standing,
            @Schema(description = "Why it was taken out.") String reason,
            @JsonUnwrapped ResultLine line) {}

    static NominationView of(Nomination nomination, List<Nominations.Place> places) {
        return new NominationView(
                nomination.category(),
                nomination.quota(),
                nomination.waitingList(),
                nomination.incomplete(),
                nomination.nominatedAt(),
                nomination.method(),
                places.stream()
                        .map(place -> new Entry(
                                place.standing(),
                                place.takenOut() == null
                                        ? null
                                        : place.takenOut().reason(),
                                place.nominee().line()))
                        .toList());
    }
}
