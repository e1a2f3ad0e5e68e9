package org.wsisforum.kit.text;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Text of several lines holds any script, and nothing that makes it read differently from what it says. */
class PlainTextTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    record Reason(@PlainText String value) {}

    @ParameterizedTest
    @ValueSource(strings = {"Two\nlines,\tand a tab", "第一行\n第二行", "سبب\nآخر", "שרה\u200f", ""})
    void lines_in_any_script_are_taken(String reason) {
        assertThat(VALIDATOR.validate(new Reason(reason))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202eb", "a\u202db", "a\rb", "a\u0000b", "a\u0007b", "a\uffffb"})
    void what_cannot_be_seen_or_turns_it_round_is_refused_in_one_sentence(String reason) {
        assertThat(VALIDATOR.validate(new Reason(reason)))
                .extracting(fault -> fault.getMessage())
                .containsExactly("Text, without control characters and directional overrides.");
    }

    /** A pattern that tries one alternative after the other for each letter would fill the stack. */
    @Test
    void a_long_text_is_looked_at_like_a_short_one() {
        assertThat(VALIDATOR.validate(new Reason("A line.\n".repeat(100_000)))).isEmpty();
    }

    @Test
    void nothing_is_text() {
        assertThat(VALIDATOR.validate(new Reason(null))).isEmpty();
    }
}
