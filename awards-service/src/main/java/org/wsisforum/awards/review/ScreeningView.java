package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** What was found of a project; not by whom, which the history tells the awards manager. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Screening", description = "Whether a project fits the rules of the contest.")
record ScreeningView(
        @JsonIgnore long version,
        UUID project,
        @Schema(description = "When that was found.") Instant screenedAt,
        @JsonUnwrapped ScreeningInput screening)
        implements Versioned {

    static ScreeningView of(Screening screening) {
        return new ScreeningView(screening.version(), screening.project(), screening.screenedAt(), screening.asInput());
    }
}
