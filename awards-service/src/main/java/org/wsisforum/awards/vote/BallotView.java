package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.kit.text.Text;

/** A ballot as its voter sees it: a step for each category. */
@Schema(name = "Ballot", description = "One's own ballot: a step for each category.")
record BallotView(
        @Schema(description = "Whether votes are taken now.")
        boolean open,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The first instant at which votes are taken.", examples = "2021-02-28T23:00:00Z")
        Instant opensAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The first instant at which they no longer are.", examples = "2021-03-31T21:00:00Z")
        Instant closesAt,

        @Schema(description = "Which ballots count.") Rules.Completeness rule,

        @Schema(description = "Whether a vote may be changed while voting is open.", examples = "false")
        boolean changeAllowed,

        @Schema(description = "Whether this ballot would count as it is, by that rule.", examples = "false")
        boolean counts,

        @Schema(
                description = "The numbers of the categories without a vote, but for those without a nominee.",
                examples = "[3, 10]")
        List<Integer> missing,

        @Schema(description = "The categories, in their order.")
        List<Step> steps) {

    /** One category of a ballot. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BallotStep", description = "A category of a ballot.")
    record Step(
            @Schema(description = "The number of the category.", examples = "10")
            int category,

            @Schema(description = "Its name.") Text name,

            @Schema(description = "The vote that was cast in it; absent while there is none.")
            VoteView vote) {}

    /**
     * What its voter sees.
     *
     * @param demanded the categories that a whole ballot has a vote in
     */
    static BallotView of(Contest contest, List<Integer> demanded, Map<Integer, VoteView> votes, Instant now) {
        var missing = demanded.stream()
                .filter(category -> !votes.containsKey(category))
                .toList();
        var ballot = contest.rules().ballot();
        return new BallotView(
                contest.isOpen(now),
                contest.opensAt(),
                contest.closesAt(),
                ballot.rule(),
                ballot.changeAllowed(),
                counts(ballot.rule(), votes.keySet(), missing),
                missing,
                contest.categories().entrySet().stream()
                        .map(category -> new Step(category.getKey(), category.getValue(), votes.get(category.getKey())))
                        .toList());
    }

    private static boolean counts(Rules.Completeness rule, Set<Integer> voted, List<Integer> missing) {
        return switch (rule) {
            case ALL_CATEGORIES -> !voted.isEmpty() && missing.isEmpty();
            case ANY_CATEGORIES -> !voted.isEmpty();
        };
    }
}
