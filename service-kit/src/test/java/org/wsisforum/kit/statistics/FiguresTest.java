package org.wsisforum.kit.statistics;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.statistics.Figures.Group;

import static org.assertj.core.api.Assertions.assertThat;

/** Small groups are hidden, and cannot be worked out from what is shown. */
class FiguresTest {

    private static Figures of(Object... codesAndCounts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (var i = 0; i < codesAndCounts.length; i += 2) {
            counts.put((String) codesAndCounts[i], ((Integer) codesAndCounts[i + 1]).longValue());
        }
        return Figures.of(counts);
    }

    private static Group shown(String code, long count) {
        return new Group(code, count, false);
    }

    private static Group hidden(String code) {
        return new Group(code, null, true);
    }

    @Test
    void groups_of_five_and_more_are_shown_and_so_is_a_group_of_none() {
        assertThat(of("a", 5, "b", 0, "c", 70))
                .isEqualTo(new Figures(75L, java.util.List.of(shown("a", 5), shown("b", 0), shown("c", 70))));
    }

    @Test
    void a_small_group_is_hidden_with_the_smallest_of_the_others() {
        var figures = of("a", 3, "b", 40, "c", 9, "d", 20);
        assertThat(figures.groups()).containsExactly(hidden("a"), shown("b", 40), hidden("c"), shown("d", 20));
        // 12 are missing: 1 to 4 of them may be in a.
        assertThat(figures.total()).isEqualTo(72);
    }

    @Test
    void the_total_is_hidden_where_it_would_give_a_small_group_away() {
        // 6 would be missing, of which at least 5 are in b.
        assertThat(of("a", 1, "b", 5, "c", 30).total()).isNull();
        // 10 would be missing, and b has no more than c, which is 6.
        assertThat(of("a", 4, "b", 6, "c", 6).total()).isNull();
        assertThat(of("a", 4).total()).isNull();
        assertThat(of("a", 4, "b", 0).groups()).containsExactly(hidden("a"), shown("b", 0));
    }

    @Test
    void nothing_is_hidden_where_there_is_nothing() {
        assertThat(of().total()).isZero();
    }
}
