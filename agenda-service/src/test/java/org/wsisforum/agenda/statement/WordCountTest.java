package org.wsisforum.agenda.statement;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.text.Language;

import static org.assertj.core.api.Assertions.assertThat;

/** Words as an interpreter hears them. */
class WordCountTest {

    @Test
    void words_and_numbers_count_and_punctuation_does_not() {
        assertThat(WordCount.of("Mr Chairman, 193 Member States – all of them – agree.", Language.EN))
                .isEqualTo(9);
        assertThat(WordCount.of("  …  — !?", Language.EN)).isZero();
    }

    @Test
    void an_elided_article_is_no_word_of_its_own() {
        assertThat(WordCount.of("L'accès d'aujourd'hui", Language.FR)).isEqualTo(2);
    }

    @Test
    void arabic_and_russian_words_are_found() {
        assertThat(WordCount.of("السيد الرئيس، أصحاب المعالي", Language.AR)).isEqualTo(4);
        assertThat(WordCount.of("Господин Председатель, дамы и господа!", Language.RU))
                .isEqualTo(5);
    }

    @Test
    void three_chinese_characters_count_as_two_words() {
        assertThat(WordCount.of("主席先生，", Language.ZH)).isEqualTo(3);
        assertThat(WordCount.of("信息社会世界峰会", Language.ZH)).isEqualTo(6);
        assertThat(WordCount.of("中".repeat(540), Language.ZH)).isEqualTo(360);
    }

    @Test
    void a_name_in_latin_letters_counts_in_a_chinese_text() {
        assertThat(WordCount.of("国际电联ITU 2021", Language.ZH)).isEqualTo(5);
    }
}
