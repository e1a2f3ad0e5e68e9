package org.wsisforum.awards.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.kit.problem.Problem.FieldError;

/**
 * What an expert thinks of a project.
 *
 * @param scores a whole number for each criterion of the edition
 * @param remark what there is to say besides
 */
@Schema(name = "ReviewInput", description = "What an expert thinks of a project.")
record ReviewInput(
        @NotNull
        @Size(max = 50)
        @Schema(
                description = "A whole number from 0 to the edition's `scoreMax` for each of its criteria, by code.",
                examples = "{\"relevance\": 4, \"sdgs\": 5}")
        Map<String, BigDecimal> scores,

        @Size(max = 5000) @Schema(description = "What there is to say besides; the awards manager reads it.")
        String remark) {

    /** Where the scores do not fit the criteria of the edition. */
    List<FieldError> faults(Rules.Review rules) {
        var faults = new ArrayList<FieldError>();
        var best = BigDecimal.valueOf(rules.scoreMax());
        for (var criterion : rules.criteria()) {
            var score = scores.get(criterion.code());
            if (score == null) {
                faults.add(FieldError.at(
                        "/scores/" + criterion.code(), "missing", "Each criterion of the edition is scored."));
            } else if (score.signum() < 0
                    || score.compareTo(best) > 0
                    || score.stripTrailingZeros().scale() > 0) {
                faults.add(FieldError.at(
                        "/scores/" + criterion.code(), "range", "A whole number from 0 to " + best + "."));
            }
        }
        var known = rules.criteria().stream().map(Rules.Review.Criterion::code).toList();
        scores.keySet().stream()
                .filter(code -> !known.contains(code))
                .sorted()
                .forEach(code -> faults.add(FieldError.at(
                        "/scores/" + code.replace("~", "~0").replace("/", "~1"),
                        "unknown",
                        "The edition has no such criterion.")));
        return faults;
    }
}
