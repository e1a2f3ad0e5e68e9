package org.wsisforum.awards.vote;

import java.time.Instant;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When votes are taken, to the last nanosecond. */
class ContestTest {

    private static final Instant OPENS = Instant.parse("2031-02-28T23:00:00Z");
    private static final Instant CLOSES = Instant.parse("2031-03-31T21:00:00Z");

    private final Contest contest = new Contest("2031", null, OPENS, CLOSES, new TreeMap<>());

    @Test
    void the_first_instant_belongs_to_the_phase_and_the_one_before_does_not() {
        assertThat(contest.isOpen(OPENS)).isTrue();
        assertThat(contest.isOpen(OPENS.minusNanos(1))).isFalse();
    }

    @Test
    void the_last_instant_belongs_to_it_and_the_end_does_not() {
        assertThat(contest.isOpen(CLOSES.minusNanos(1))).isTrue();
        assertThat(contest.isOpen(CLOSES)).isFalse();
    }
}
