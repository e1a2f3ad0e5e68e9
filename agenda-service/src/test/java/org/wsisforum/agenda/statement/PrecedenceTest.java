package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.edition.HighLevelTrack;
import org.wsisforum.agenda.edition.HighLevelTrack.Rule;
import org.wsisforum.kit.text.Language;

import static org.assertj.core.api.Assertions.assertThat;

/** The same delegations in the orders of editions that have other rules. */
@ForumTest
class PrecedenceTest {

    @Inject
    Editions editions;

    private static Statement of(String country, String rank, String asked) {
        return Statement.invited(
                "2021",
                UUID.randomUUID(),
                country,
                new StatementSpeaker(null, "N", null),
                rank,
                null,
                Instant.parse(asked));
    }

    private final List<Statement> statements = List.of(
            of("US", "minister", "2021-02-15T09:00:00Z"),
            of("SV", "vice-minister", "2021-02-15T09:10:00Z"),
            of("AE", "minister", "2021-02-15T09:20:00Z"),
            of("BR", "minister", "2021-02-15T09:30:00Z"));

    private List<String> order(Language language, String first, int minutes, Rule... rules) {
        var inOrder = new ArrayList<>(statements);
        inOrder.sort(new Precedence(year(language, first, minutes, List.of(rules))));
        return inOrder.stream().map(Statement::country).toList();
    }

    private Edition year(Language language, String first, int minutes, List<Rule> order) {
        var good = editions.require("2021");
        var track = good.rules().highLevelTrack();
        return new Edition(
                good.code(),
                good.title(),
                good.theme(),
                good.zone(),
                good.startsOn(),
                good.endsOn(),
                good.languages(),
                new Edition.Rules(
                        3,
                        120,
                        1,
                        15,
                        new HighLevelTrack(
                                track.ranks(),
                                "minister",
                                "other",
                                order,
                                minutes,
                                language,
                                first,
                                true,
                                72,
                                1440,
                                15,
                                Map.of(),
                                List.of())),
                good.phases(),
                good.tracks(),
                good.consultation());
    }

    @Test
    void by_rank_and_then_by_the_moment_of_asking() {
        assertThat(order(Language.FR, null, 1, Rule.RANK, Rule.REQUEST)).containsExactly("US", "AE", "BR", "SV");
    }

    @Test
    void by_rank_and_then_by_the_french_name_whoever_asked_first() {
        assertThat(order(Language.FR, null, 1, Rule.RANK, Rule.NAME)).containsExactly("BR", "AE", "US", "SV");
    }

    @Test
    void by_the_french_name_alone_accents_are_ignored_at_first() {
        assertThat(order(Language.FR, null, 1, Rule.NAME)).containsExactly("BR", "SV", "AE", "US");
    }

    @Test
    void by_the_name_in_another_language() {
        assertThat(order(Language.ZH, null, 1, Rule.NAME)).containsExactly("AE", "BR", "US", "SV");
    }

    @Test
    void by_the_name_from_the_country_on_that_was_drawn_by_lot() {
        // UN General Assembly: the Secretary-General draws the country with which the alphabetical order begins.
        assertThat(order(Language.FR, "AE", 1, Rule.NAME)).containsExactly("AE", "US", "BR", "SV");
    }

    @Test
    void requests_of_one_hour_count_as_made_at_once_where_the_edition_says_so() {
        assertThat(order(Language.FR, null, 60, Rule.REQUEST, Rule.NAME)).containsExactly("BR", "SV", "AE", "US");
    }
}
