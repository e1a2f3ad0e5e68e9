package org.wsisforum.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandTest {

    @Test
    void up_alone_is_one_copy_on_the_usual_ports() {
        assertThat(parse("up")).isEqualTo(new Command.Up(1, 0));
    }

    @Test
    void up_takes_copies_and_other_ports_in_any_order() {
        assertThat(parse("up", "--port-offset", "10000", "--copies", "2")).isEqualTo(new Command.Up(2, 10000));
    }

    @Test
    void clock_alone_asks_and_clock_with_a_time_travels() {
        assertThat(parse("release", "agenda")).isEqualTo(new Command.Release("agenda-service"));
        assertThat(parse("clock")).isEqualTo(new Command.Clock(Optional.empty()));
        assertThat(parse("clock", "2021-03-25T10:00+01:00"))
                .isEqualTo(new Command.Clock(Optional.of(Instant.parse("2021-03-25T09:00:00Z"))));
    }

    @Test
    void the_other_commands_stand_alone() {
        assertThat(parse("down")).isEqualTo(new Command.Down());
        assertThat(parse("status")).isEqualTo(new Command.Status());
        assertThat(parse("reset")).isEqualTo(new Command.Reset());
    }

    @ParameterizedTest
    @CsvSource({
        "up --copies,           '--copies takes a number from 1 to 8, not '''''",
        "up --copies 0,         '--copies takes a number from 1 to 8, not ''0'''",
        "up --copies two,       '--copies takes a number from 1 to 8, not ''two'''",
        "up --fast yes,         'up does not know ''--fast''; ./wsis help lists its options'",
        "down now,              '''now'' is one word too many; ./wsis help tells what each command takes'",
        "clock 10:00 tomorrow,  'clock takes one time, for example 2021-03-25T10:00'",
        "fly,                   '''fly'' is no command; ./wsis help lists them'",
    })
    void what_is_not_understood_is_refused_with_one_line(String words, String line) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> parse(words.split(" ")))
                .withMessage(line);
    }

    private static Command parse(String... words) {
        return Command.parse(List.of(words));
    }
}
