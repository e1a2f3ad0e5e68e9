package org.wsisforum.awards.winner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.kit.problem.Problem.FieldError;

/**
 * What the Expert Group has decided.
 *
 * @param projects the winners, in no order that means anything
 * @param reason why
 */
@Schema(name = "WinnerDecisionInput", description = "What the Expert Group has decided of a category.")
record DecisionInput(
        @NotNull
        @Size(max = 1000)
        @Schema(
                description = "The winners: champions of the category, as many as the edition allows.",
                examples = "[\"0190b0a2-5c7a-7000-8000-000000000001\"]")
        List<@NotNull UUID> projects,

        @NotBlank @Size(max = 5000) @Schema(description = "Why.", examples = "Preferred by eleven of fourteen experts.")
        String reason) {

    /** What does not fit the rules of the edition or the champions of the category. */
    List<FieldError> faults(Rules.Bounds bounds, Collection<UUID> champions) {
        var faults = new ArrayList<FieldError>();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < projects.size(); i++) {
            if (!champions.contains(projects.get(i))) {
                faults.add(FieldError.at("/projects/" + i, "no-champion", "Only champions of the category can win."));
            } else if (!seen.add(projects.get(i))) {
                faults.add(FieldError.at("/projects/" + i, "twice", "Each winner once."));
            }
        }
        if (projects.size() < bounds.min() || projects.size() > bounds.max()) {
            faults.add(FieldError.at(
                    "/projects",
                    "number-of-winners",
                    "%d to %d winners a category.".formatted(bounds.min(), bounds.max())));
        }
        return faults;
    }
}
