package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.project.ProjectInput;
import org.wsisforum.awards.project.Submission;
import org.wsisforum.kit.conditional.Versioned;

/** A project as an expert sees it who judges it, with what the expert thinks of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Review", description = "A project as an expert sees it who judges it, with the expert's own scores.")
record ReviewView(
        @JsonIgnore long version,
        UUID project,

        @JsonIgnoreProperties("contact") @Schema(description = "What was handed in, without whom to ask.")
        ProjectInput form,

        @Schema(description = "The caller's own scores by criterion; absent while there are none.")
        Map<String, Integer> scores,

        @Schema(description = "What the caller has said besides.")
        String remark,

        @Schema(description = "When the caller scored it last.")
        Instant scoredAt)
        implements Versioned {

    /** No {@code If-Match} names it: what is not scored yet is scored with {@code If-None-Match: *}. */
    private static final long NOT_SCORED = -1;

    static ReviewView of(Submission project, Review review) {
        return review == null
                ? new ReviewView(NOT_SCORED, project.id(), project.form(), null, null, null)
                : new ReviewView(
                        review.version(),
                        project.id(),
                        project.form(),
                        review.scores(),
                        review.remark(),
                        review.scoredAt());
    }
}
