package org.wsisforum.awards.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the Expert Group's scores come to for one project. Numbers are rounded to six digits behind the point, so that what is
 * equal is not told apart by how a computer adds.
 *
 * @param position its place among the projects of the category, each place once
 * @param rank the place that projects with the same calibrated score share
 * @param tied whether another project has the same calibrated score
 * @param project the project
 * @param mean the mean of what its experts gave, criteria by their weights
 * @param median the median of it
 * @param calibrated the mean over its experts of how far above their own mean they scored it, in their own standard deviations
 * @param reviews how many scores count
 * @param scores what each expert gave
 */
@Schema(name = "ResultLine", description = "What the Expert Group's scores come to for one project.")
record ResultLine(
        @Schema(description = "Its place among the projects of the category, each place once.", examples = "3")
        int position,

        @Schema(description = "The place that projects with the same calibrated score share.", examples = "2")
        int rank,

        @Schema(description = "Whether another project has the same calibrated score.", examples = "true")
        boolean tied,

        UUID project,

        @Schema(description = "The mean of what its experts gave, each criterion by its weight.", examples = "3.928571")
        double mean,

        @Schema(description = "The median of what its experts gave.", examples = "4")
        double median,

        @Schema(
                description = "The mean over its experts of how far above their own mean they scored it, in their own"
                        + " standard deviations.",
                examples = "0.707107")
        double calibrated,

        @Schema(description = "How many scores count.", examples = "3")
        int reviews,

        @Schema(description = "What each expert gave.") List<Score> scores) {

    /** The same line at its place in the category. */
    ResultLine at(int place, int shared, boolean isTied) {
        return new ResultLine(place, shared, isTied, project, mean, median, calibrated, reviews, scores);
    }

    /**
     * What one expert gave.
     *
     * @param expert the subject of the expert's account
     * @param criteria the scores by criterion
     * @param weighted the scores in one number
     * @param deviation how far that is above the expert's mean, in the expert's standard deviations
     */
    @Schema(name = "ResultScore", description = "What one expert gave.")
    record Score(
            @Schema(
                    description = "The subject of the expert's account.",
                    examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
            String expert,

            @Schema(description = "The scores by criterion.")
            Map<String, Integer> criteria,

            @Schema(description = "The scores in one number, each criterion by its weight.", examples = "3.5")
            double weighted,

            @Schema(
                    description =
                            "How far that is above the expert's mean in the category, in the expert's standard deviations.",
                    examples = "1.414214")
            double deviation) {}
}
