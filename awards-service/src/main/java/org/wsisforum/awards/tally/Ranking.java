package org.wsisforum.awards.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.wsisforum.awards.tally.TallyDocument.Line;
import org.wsisforum.awards.tally.TallyDocument.OfCategory;
import org.wsisforum.awards.tally.TallyDocument.Tie;

/** Makes champions of those with the most votes. Nobody becomes one without a vote, and none by chance. */
final class Ranking {

    private static final Comparator<Line> ORDER = Comparator.comparingLong(Line::votes)
            .reversed()
            .thenComparing(line -> line.project().toString());

    private Ranking() {}

    /**
     * The result of a category.
     *
     * @param nominees its nominees with their votes
     * @param notNominated other projects with votes
     * @param chosen whom the Expert Group chose of those tied; empty if it has not
     */
    static OfCategory of(int category, List<Line> nominees, List<Line> notNominated, int places, List<UUID> chosen) {
        var lines = nominees.stream().sorted(ORDER).toList();
        var others = notNominated.stream().sorted(ORDER).toList();
        var voted = lines.stream().filter(line -> line.votes() > 0).toList();
        if (voted.size() <= places
                || voted.get(places - 1).votes() > voted.get(places).votes()) {
            return new OfCategory(
                    category,
                    lines,
                    others,
                    null,
                    voted.stream().limit(places).map(Line::project).toList());
        }
        var last = voted.get(places).votes();
        var champions = new ArrayList<>(voted.stream()
                .filter(line -> line.votes() > last)
                .map(Line::project)
                .toList());
        var tied = voted.stream()
                .filter(line -> line.votes() == last)
                .map(Line::project)
                .toList();
        var open = new Tie(tied, places - champions.size(), last, false);
        if (!open.isSettledBy(chosen)) {
            return new OfCategory(category, lines, others, open, champions);
        }
        tied.stream().filter(chosen::contains).forEach(champions::add);
        return new OfCategory(
                category, lines, others, new Tie(tied, open.places(), last, true), List.copyOf(champions));
    }
}
