package org.wsisforum.awards.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.edition.Rules;

/** Brings the scores of strict and of lenient experts to one measure. */
final class Calibration {

    private static final Comparator<ResultLine> BEST_FIRST = Comparator.comparingDouble(ResultLine::calibrated)
            .thenComparingDouble(ResultLine::mean)
            .thenComparingDouble(ResultLine::median)
            .reversed()
            .thenComparing(ResultLine::project);

    private Calibration() {}

    /**
     * How results come about, so that they can be computed again.
     *
     * @param weights how much each criterion counts
     * @param scoreMax the best score of a criterion
     * @param formula the rest in words
     */
    @Schema(name = "ResultMethod", description = "How results come about, so that they can be computed again.")
    record Method(
            @Schema(description = "How much each criterion counts.", examples = "{\"relevance\": 2, \"sdgs\": 2}")
            Map<String, Integer> weights,

            @Schema(description = "The best score of a criterion.", examples = "5")
            int scoreMax,

            @Schema(description = "The rest in words.") String formula) {

        static Method of(Rules.Review rules) {
            return new Method(
                    new TreeMap<>(rules.criteria().stream()
                            .collect(Collectors.toMap(Rules.Review.Criterion::code, Rules.Review.Criterion::weight))),
                    rules.scoreMax(),
                    """
                    An expert's score is the weighted mean of the criteria. Its deviation is its distance from the mean of all \
                    scores that the expert gave in the category, divided by their standard deviation (of the population); 0 \
                    where that is 0. A project's calibrated score is the mean of its deviations, rounded to six digits, and \
                    gives the rank; those with the same share it, and stand in the order of mean, then median, then id. Scores \
                    of experts in conflict are left out; those of ineligible projects count for the expert's mean.""");
        }
    }

    /** How an expert scores: around which mean, and how far from it. */
    private record Habit(double mean, double spread) {

        static Habit of(List<Double> scores) {
            var mean = average(scores);
            var variance =
                    average(scores.stream().map(s -> (s - mean) * (s - mean)).toList());
            return new Habit(mean, Math.sqrt(variance));
        }

        double deviation(double score) {
            // A spread that rounding alone has made is none.
            return rounded(spread) == 0 ? 0 : (score - mean) / spread;
        }
    }

    /**
     * The results of a category, best first.
     *
     * @param reviews all that count in the category
     * @param eligible the projects to rank; those that nobody has scored are left out
     */
    static List<ResultLine> rank(Collection<Review> reviews, Set<UUID> eligible, Rules.Review rules) {
        var inOrder = reviews.stream()
                .sorted(Comparator.comparing(Review::expert).thenComparing(Review::project))
                .toList();
        var habits = new HashMap<String, Habit>();
        inOrder.stream()
                .collect(Collectors.groupingBy(
                        Review::expert, Collectors.mapping(r -> r.weighted(rules), Collectors.toList())))
                .forEach((expert, scores) -> habits.put(expert, Habit.of(scores)));
        var lines = inOrder.stream()
                .filter(review -> eligible.contains(review.project()))
                .collect(Collectors.groupingBy(Review::project))
                .entrySet()
                .stream()
                .map(scored -> line(scored.getKey(), scored.getValue(), habits, rules))
                .sorted(BEST_FIRST)
                .toList();
        return numbered(lines);
    }

    private static ResultLine line(UUID project, List<Review> reviews, Map<String, Habit> habits, Rules.Review rules) {
        var scores = reviews.stream()
                .map(review -> new ResultLine.Score(
                        review.expert(),
                        review.scores(),
                        review.weighted(rules),
                        habits.get(review.expert()).deviation(review.weighted(rules))))
                .toList();
        var weighted = scores.stream().map(ResultLine.Score::weighted).toList();
        var calibrated =
                average(scores.stream().map(ResultLine.Score::deviation).toList());
        return new ResultLine(
                0,
                0,
                false,
                project,
                rounded(average(weighted)),
                rounded(median(weighted)),
                rounded(calibrated),
                scores.size(),
                scores.stream()
                        .map(s -> new ResultLine.Score(
                                s.expert(), s.criteria(), rounded(s.weighted()), rounded(s.deviation())))
                        .toList());
    }

    private static List<ResultLine> numbered(List<ResultLine> lines) {
        var numbered = new ArrayList<ResultLine>();
        var rank = 0;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var likeBefore = i > 0 && lines.get(i - 1).calibrated() == line.calibrated();
            var likeAfter = i + 1 < lines.size() && lines.get(i + 1).calibrated() == line.calibrated();
            rank = likeBefore ? rank : i + 1;
            numbered.add(line.at(i + 1, rank, likeBefore || likeAfter));
        }
        return numbered;
    }

    private static double average(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum() / numbers.size();
    }

    private static double median(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static double rounded(double number) {
        return Math.round(number * 1e6) / 1e6;
    }
}
