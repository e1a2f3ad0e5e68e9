package org.wsisforum.kit.time;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ForumClockTest {

    @TempDir
    Path folder;

    @Test
    void without_a_file_it_is_real_time() {
        assertThat(new ForumClock(Optional.empty()).instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void a_file_that_is_not_there_yet_means_real_time() {
        assertThat(new ForumClock(Optional.of(folder.resolve("clock"))).instant())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void from_the_set_time_it_runs_on() throws Exception {
        var setAnHourAgo = Instant.now().minus(Duration.ofHours(1));
        var file = Files.writeString(folder.resolve("clock"), "2021-02-15T09:00:00Z " + setAnHourAgo);
        assertThat(new ForumClock(Optional.of(file)).instant())
                .isCloseTo(Instant.parse("2021-02-15T10:00:00Z"), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void moving_it_is_seen_at_once() throws Exception {
        var file = Files.writeString(folder.resolve("clock"), "2021-02-15T09:00:00Z " + Instant.now());
        var clock = new ForumClock(Optional.of(file));
        clock.instant();
        Files.writeString(file, "2021-05-17T09:00:00Z " + Instant.now());
        assertThat(clock.instant()).isAfterOrEqualTo(Instant.parse("2021-05-17T09:00:00Z"));
    }
}
