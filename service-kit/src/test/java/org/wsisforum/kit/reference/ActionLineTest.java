package org.wsisforum.kit.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Words;

import static org.assertj.core.api.Assertions.assertThat;

class ActionLineTest {

    @Test
    void eighteen_columns_stand_in_the_order_of_the_prize_categories() {
        assertThat(Reference.actionLines().items())
                .extracting(ActionLine::code)
                .containsExactly(
                        "C1",
                        "C2",
                        "C3",
                        "C4",
                        "C5",
                        "C6",
                        "C7-e-government",
                        "C7-e-business",
                        "C7-e-learning",
                        "C7-e-health",
                        "C7-e-employment",
                        "C7-e-environment",
                        "C7-e-agriculture",
                        "C7-e-science",
                        "C8",
                        "C9",
                        "C10",
                        "C11");
        assertThat(Reference.actionLines().items())
                .extracting(ActionLine::column)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
        assertThat(Reference.actionLines().items())
                .extracting(ActionLine::line)
                .startsWith("C1", "C2", "C3", "C4", "C5", "C6", "C7")
                .endsWith("C7", "C8", "C9", "C10", "C11");
    }

    @ParameterizedTest
    @CsvSource({
        "C1, C1",
        "c1, C1",
        "' C 1 ', C1",
        "C-1, C1",
        "C01, C1",
        "C10, C10",
        "C11, C11",
        "'\u0421\u0031', C1", // Cyrillic capital es, as published pages have it
        "'\u0441\u0031\u0031', C11", // Cyrillic small es
        "'Ｃ１', C1", // full width
        "'C\u0661', C1", // Arabic-Indic digit
        "'C\u06f1\u06f1', C11", // extended Arabic-Indic digits
        "'ج1', C1",
        "'ج\u0661\u0660', C10",
        "'جيم1', C1",
        "'جيم \u0668', C8",
        "'\u200fC1\u200e', C1", // directional marks come along from right-to-left text
        "C7-e-health, C7-e-health",
        "c7 e-health, C7-e-health",
        "C7: E-health, C7-e-health",
        "'\u04217 e\u2011health', C7-e-health", // Cyrillic es, non-breaking hyphen
        "C7/e\u2013health, C7-e-health", // en dash
        "c7ehealth, C7-e-health",
        "e-health, C7-e-health",
        "eHealth, C7-e-health",
        "E-HEALTH, C7-e-health",
        "e government, C7-e-government",
        "'ج7 e-science', C7-e-science",
    })
    void what_people_write_finds_the_line_they_mean(String input, String code) {
        assertThat(ActionLine.of(input)).map(ActionLine::code).hasValue(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", " ", "-", "C", "C0", "C7", "C12", "C111", "1", "C1 1", "C1, C2", "C1 - 1", "e-", "health", "D1",
                "C1a"
            })
    void what_is_no_line_is_none(String input) {
        assertThat(ActionLine.of(input)).isEmpty();
    }

    @Test
    void every_code_finds_its_own_line() {
        assertThat(Reference.actionLines().items())
                .allSatisfy(line -> assertThat(ActionLine.of(line.code())).hasValue(line));
    }

    @Test
    void a_field_of_C7_has_its_own_name_and_a_full_one() {
        var health = ActionLine.of("e-health").orElseThrow();
        assertThat(health.name().bestFor(Language.EN).orElseThrow().value()).isEqualTo("E-health");
        assertThat(health.fullName().bestFor(Language.EN).orElseThrow().value())
                .isEqualTo("ICT applications: benefits in all aspects of life — E-health");
        assertThat(ActionLine.of("C9").orElseThrow())
                .satisfies(media -> assertThat(media.fullName()).isEqualTo(media.name()));
    }

    @Test
    void a_name_is_official_only_in_the_languages_in_which_it_was_issued() {
        var governments = ActionLine.of("C1").orElseThrow().name().words();
        assertThat(governments)
                .hasEntrySatisfying(Language.EN, w -> assertThat(w.status()).isEqualTo(Words.Status.OFFICIAL))
                .hasEntrySatisfying(Language.AR, w -> assertThat(w.status()).isEqualTo(Words.Status.OFFICIAL))
                .hasEntrySatisfying(Language.FR, w -> assertThat(w.status()).isEqualTo(Words.Status.OFFICIAL))
                .hasEntrySatisfying(Language.RU, w -> assertThat(w.status()).isEqualTo(Words.Status.UNOFFICIAL));
    }

    @Test
    void each_line_has_one_lead() {
        assertThat(Reference.actionLines().items()).allSatisfy(line -> assertThat(line.facilitators())
                .filteredOn(ActionLine.Facilitator::lead)
                .as(line.code())
                .hasSize(1));
    }

    @Test
    void UNESCO_leads_six_lines() {
        assertThat(Reference.actionLines().items())
                .filteredOn(line -> line.facilitators().contains(new ActionLine.Facilitator("UNESCO", true, true)))
                .extracting(ActionLine::code)
                .containsExactly("C3", "C7-e-learning", "C7-e-science", "C8", "C9", "C10");
    }
}
