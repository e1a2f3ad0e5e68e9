package org.wsisforum.awards.vote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;

/**
 * Votes that are handed in together.
 *
 * @param votes one for each category, in any number
 */
@Schema(name = "BallotInput", description = "Votes that are cast together, at most one a category.")
record BallotInput(
        @NotEmpty @Size(max = 100) @Schema(description = "The votes, in any order.")
        List<@NotNull @Valid Choice> votes) {

    /** One vote of several. */
    @Schema(name = "BallotChoice", description = "A vote, and its category.")
    record Choice(
            @Schema(description = "The number of the category.", examples = "10")
            int category,

            @NotNull
            @Schema(description = "A nominee of the category.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID project) {}

    /** Whether a vote that stands is one of these. */
    boolean hasIt(Vote standing) {
        return votes.contains(new Choice(standing.category(), standing.project()));
    }

    /** Categories that the contest does not have or that stand here twice, and projects that are none of their nominees. */
    List<FieldError> faults(Contest contest, Contests contests) {
        var faults = new ArrayList<FieldError>();
        var seen = new HashSet<Integer>();
        for (var i = 0; i < votes.size(); i++) {
            var choice = votes.get(i);
            var pointer = "/votes/" + i;
            if (!contest.categories().containsKey(choice.category())) {
                faults.add(FieldError.at(
                        pointer + "/category", "unknown", "The edition has no category " + choice.category() + "."));
            } else if (!seen.add(choice.category())) {
                faults.add(FieldError.at(pointer + "/category", "twice", "Each category once."));
            } else if (!contests.isNominee(contest.edition(), choice.category(), choice.project())) {
                faults.add(FieldError.at(pointer + "/project", "not-a-nominee", "A nominee of the category."));
            }
        }
        return faults;
    }
}
