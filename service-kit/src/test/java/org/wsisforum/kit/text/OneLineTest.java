package org.wsisforum.kit.text;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One line holds any script, and nothing that makes it read differently from what it says. */
class OneLineTest {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    record Name(@OneLine @Size(max = 300) String value) {}

    @ParameterizedTest
    @ValueSource(strings = {"Aline Favre", "王小明", "عائشة بنت محمد", "Ольга", "O’Néill (ITU)", "שרה\u200f", ""})
    void a_name_in_any_script_is_taken(String name) {
        assertThat(VALIDATOR.validate(new Name(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u202eb", "a\u202db", "a\nb", "a\rb", "a\tb", "a\u0000b", "a\u0007b", "a\u2028b", "a\uffffb"})
    void what_breaks_the_line_or_turns_it_round_is_refused_in_one_sentence(String name) {
        assertThat(VALIDATOR.validate(new Name(name)))
                .extracting(fault -> fault.getMessage())
                .containsExactly("One line, without control characters and directional overrides.");
    }

    @Test
    void nothing_is_one_line() {
        assertThat(VALIDATOR.validate(new Name(null))).isEmpty();
    }
}
