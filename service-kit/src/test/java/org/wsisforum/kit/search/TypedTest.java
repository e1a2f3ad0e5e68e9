package org.wsisforum.kit.search;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.wsisforum.kit.search.Typed.Wanted;

import static org.assertj.core.api.Assertions.assertThat;

/** What is typed and what is searched are taken apart in the same way. */
class TypedTest {

    private static List<String> plain(String typed) {
        return Typed.read(typed).words().stream().map(Wanted::plain).toList();
    }

    private static Searched searched(String text) {
        var words = new Searched();
        words.add(text);
        return words;
    }

    @Test
    void every_word_is_wanted_and_the_last_at_least_as_a_beginning() {
        assertThat(plain("Trust, & Sécurité")).containsExactly("'trust'", "'securite':*");
    }

    @Test
    void a_word_with_hyphens_is_wanted_in_one_or_in_parts() {
        assertThat(plain("e-health now")).containsExactly("'ehealth' | (('e') & ('health'))", "'now':*");
    }

    @Test
    void a_run_of_chinese_is_wanted_pair_by_pair() {
        assertThat(plain("數字經濟")).containsExactly("'数字' & '字经' & '经济'");
        assertThat(plain("数")).containsExactly("'数':*");
        assertThat(searched("数字").words().get("plain")).containsExactly("字", "数字");
    }

    @Test
    void an_arabic_word_is_known_without_what_grows_together_with_it() {
        assertThat(searched("والتَّنمـية").words().get("plain")).contains("تنميه");
        assertThat(plain("التنمية")).first().asString().contains("'تنميه':*");
    }

    @Test
    void what_is_wanted_is_made_of_letters_and_digits_whatever_is_typed() {
        for (var typed : List.of("a'b", "x\\y", "(:*)!", "\u0000", "\ud800", "ʹ", "৴", "a\u2028b", "½")) {
            assertThat(plain(typed)).allSatisfy(one -> assertThat(one).matches("('[\\p{L}\\p{N}]+'(:\\*)?( [|&] )?)+"));
        }
    }

    @Test
    void capitals_are_a_name() {
        assertThat(Typed.read("WHO who Who W").words())
                .extracting(Wanted::name)
                .containsExactly(true, false, false, false);
    }
}
