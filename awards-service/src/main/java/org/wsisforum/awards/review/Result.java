package org.wsisforum.awards.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the Expert Group's scores come to in a category at one moment.
 *
 * @param category the category
 * @param asOf the moment
 * @param method how the lines come about
 * @param lines the eligible projects that were scored, best first
 * @param notScreened projects that nobody has found eligible or not
 * @param notScored eligible projects without a score that counts
 * @param ineligible projects that do not fit the rules of the contest
 */
@Schema(name = "CategoryResult", description = "What the Expert Group's scores come to in a category at this moment.")
record Result(
        @Schema(description = "The category.", examples = "10")
        int category,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(description = "The moment.")
        Instant asOf,

        @Schema(description = "How the lines come about.") Calibration.Method method,

        @Schema(description = "The eligible projects that were scored, best first.")
        List<ResultLine> lines,

        @Schema(description = "Projects that nobody has found eligible or not.")
        List<UUID> notScreened,

        @Schema(description = "Eligible projects without a score that counts.")
        List<UUID> notScored,

        @Schema(description = "Projects that do not fit the rules of the contest.")
        List<UUID> ineligible) {}
