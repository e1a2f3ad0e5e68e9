package org.wsisforum.awards.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.wsisforum.awards.tally.TallyDocument.Line;
import org.wsisforum.awards.tally.TallyDocument.OfCategory;

import static org.assertj.core.api.Assertions.assertThat;

/** Those with the most votes become champions, and whoever is tied for the last place waits for the Expert Group. */
class RankingTest {

    private static UUID project(int number) {
        // The highest bit is set: what is smaller as a number with a sign comes later in writing.
        return new UUID(number % 2 == 0 ? Long.MIN_VALUE : 0, number);
    }

    private static OfCategory of(int places, List<Integer> votes, Integer... chosen) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < votes.size(); i++) {
            lines.add(new Line(project(i), votes.get(i)));
        }
        return Ranking.of(
                7,
                lines,
                List.of(),
                places,
                Arrays.stream(chosen).map(RankingTest::project).toList());
    }

    @ParameterizedTest(name = "{1} for {0} places: {2} champions, {3} tied for {4}")
    @CsvSource({
        "5, 9 8 7 6 5 4, 5, 0, 0",
        "5, 9 8 7 6 5 5, 4, 2, 1",
        "5, 9 8 7 5 5 5, 3, 3, 2",
        "5, 5 5 5 5 5 5, 0, 6, 5",
        "5, 9 9 9 9 9 1, 5, 0, 0",
        "5, 9 8 7 6 5, 5, 0, 0",
        "5, 9 8, 2, 0, 0",
        "5, 9 0 0 0 0 0 0, 1, 0, 0",
        "5, 9 8 7 6 1 1 1 0, 4, 3, 1",
        "1, 3 3, 0, 2, 1",
        "1, 3 2, 1, 0, 0",
        "5, '', 0, 0, 0"
    })
    void places_are_given_from_the_top(int places, String votes, int champions, int tied, int free) {
        var result = of(
                places,
                Arrays.stream(votes.split(" "))
                        .filter(vote -> !vote.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
        assertThat(result.champions()).hasSize(champions);
        if (tied == 0) {
            assertThat(result.tie()).isNull();
        } else {
            assertThat(result.tie().projects()).hasSize(tied);
            assertThat(result.tie().places()).isEqualTo(free);
            assertThat(result.tie().decided()).isFalse();
        }
    }

    @Test
    void a_decision_fills_the_places_that_are_left() {
        var votes = List.of(9, 8, 7, 5, 5, 5);
        assertThat(of(5, votes, 3, 5).champions())
                .containsExactlyInAnyOrder(project(0), project(1), project(2), project(3), project(5));
        assertThat(of(5, votes, 3, 5).tie().decided()).isTrue();
        // One too few, one too many, one who is not tied.
        assertThat(of(5, votes, 3).tie().decided()).isFalse();
        assertThat(of(5, votes, 3, 4, 5).tie().decided()).isFalse();
        assertThat(of(5, votes, 3, 0).tie().decided()).isFalse();
        assertThat(of(5, votes, 3, 0).champions()).containsExactly(project(0), project(1), project(2));
    }

    @Test
    void what_stands_in_the_same_place_stands_in_the_order_of_its_spelling() {
        var result = of(5, List.of(2, 2, 2, 2));
        assertThat(result.nominees())
                .extracting(line -> line.project().toString())
                .isSorted();
    }
}
