package org.wsisforum.awards.project;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Words are counted as the people count who wrote the call for projects. */
class WordsTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Three plain words              | 3
            e-health for low-income areas  | 4
            it's the children’s school     | 4
            3,000 patients in 20 islands   | 5
            99.5 % of the time             | 4
            before – after                 | 2
            before—after                   | 2
            before - after                 | 2
            and/or                         | 1
            C7 (e-health), phase 2.        | 4
            ***                            | 0
            Фонд «Здоровье» and 北京大学    | 4
            https://telemedicine.example   | 1
            """)
    void one_by_one(String text, int words) {
        assertThat(Words.count(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"one\u00a0two,2", "one\u2003two,2", "'one\n\ttwo\n',2", "one\u200btwo,2", "' \u00a0 ',0"})
    void whatever_the_space_between_them(String text, int words) {
        assertThat(Words.count(text)).isEqualTo(words);
    }
}
