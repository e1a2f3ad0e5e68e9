package org.wsisforum.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ForumClockTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private ForumClock clock;

    @BeforeEach
    void clock() {
        file = folder.resolve("forum-clock");
        clock = new ForumClock(file);
    }

    @Test
    void a_new_stack_begins_on_15_February_2021_at_ten_in_Geneva() {
        clock.resume(MONDAY);
        assertThat(clock.at(MONDAY)).isEqualTo("2021-02-15T09:00:00Z");
        assertThat(file).hasContent("2021-02-15T09:00:00Z 2026-11-23T08:00:00Z");
    }

    @Test
    void it_runs_at_the_speed_of_real_time() {
        clock.resume(MONDAY);
        assertThat(clock.at(MONDAY.plusSeconds(90))).isEqualTo("2021-02-15T09:01:30Z");
    }

    @Test
    void it_can_be_set_forwards_and_backwards() {
        clock.resume(MONDAY);
        clock.set(Instant.parse("2021-03-25T09:00:00Z"), MONDAY.plusSeconds(10));
        assertThat(clock.at(MONDAY.plusSeconds(11))).isEqualTo("2021-03-25T09:00:01Z");
        clock.set(Instant.parse("2021-01-01T00:00:00Z"), MONDAY.plusSeconds(20));
        assertThat(clock.at(MONDAY.plusSeconds(20))).isEqualTo("2021-01-01T00:00:00Z");
    }

    @Test
    void it_stands_still_while_the_stack_is_down() {
        clock.resume(MONDAY);
        clock.freeze(MONDAY.plusSeconds(3600));
        var friday = MONDAY.plusSeconds(4 * 86_400);
        assertThat(clock.standing()).isEqualTo("2021-02-15T10:00:00Z");
        clock.resume(friday);
        assertThat(clock.at(friday)).isEqualTo("2021-02-15T10:00:00Z");
    }

    @Test
    void a_time_set_while_the_stack_is_down_is_the_time_it_starts_with() {
        clock.set(Instant.parse("2021-05-18T08:00:00Z"), MONDAY);
        var later = MONDAY.plusSeconds(86_400);
        clock.resume(later);
        assertThat(clock.at(later)).isEqualTo("2021-05-18T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-25T10:00+01:00,       2021-03-25T09:00:00Z",
        "2021-03-25T10:00:30+09:00,    2021-03-25T01:00:30Z",
        "2021-03-25T10:00Z,            2021-03-25T10:00:00Z",
        "2021-03-25T10:00,             2021-03-25T09:00:00Z",
        "2021-03-29T10:00,             2021-03-29T08:00:00Z",
        "2021-03-25,                   2021-03-24T23:00:00Z",
    })
    void a_time_without_an_offset_is_the_time_in_Geneva(String typed, Instant meant) {
        assertThat(ForumClock.parse(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2021-02-30", "25.3.2021", "2021-03-25T25:00", "2021-03-25 10:00"})
    void what_is_no_time_is_refused_with_an_example(String typed) {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> ForumClock.parse(typed))
                .withMessageStartingWith("'" + typed + "' is no time; write it like 2021-03-25T10:00+01:00");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        Files.writeString(file, "tomorrow");
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> clock.at(MONDAY))
                .withMessageContaining(file.toString());
    }

    @Test
    void it_is_told_in_words() {
        assertThat(ForumClock.readable(Instant.parse("2021-03-25T09:00:00Z")))
                .isEqualTo("Thursday 25 March 2021, 10:00:00 (Europe/Zurich)");
    }
}
