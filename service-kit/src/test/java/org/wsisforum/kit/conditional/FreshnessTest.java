package org.wsisforum.kit.conditional;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No cache keeps what is known to become wrong. */
class FreshnessTest {

    private final Freshness freshness = new Freshness();

    @Test
    void what_nobody_knows_the_end_of_is_kept_as_long_as_usual() {
        assertThat(freshness.forEverybody())
                .isEqualTo("public, max-age=30, stale-while-revalidate=120, stale-if-error=86400");
    }

    @Test
    void what_ends_soon_is_kept_until_then_at_most_and_never_shown_stale() {
        freshness.endsIn(Duration.ofMillis(2999));
        assertThat(freshness.forEverybody()).isEqualTo("public, max-age=2, must-revalidate");
    }

    @Test
    void what_ends_later_is_kept_no_longer_than_usual_and_never_shown_stale() {
        freshness.endsIn(Duration.ofDays(2));
        assertThat(freshness.forEverybody()).isEqualTo("public, max-age=30, must-revalidate");
    }

    @Test
    void of_several_ends_the_first_counts() {
        freshness.endsIn(Duration.ofSeconds(9));
        freshness.endsIn(Duration.ofSeconds(4));
        freshness.endsIn(Duration.ofSeconds(7));
        assertThat(freshness.forEverybody()).isEqualTo("public, max-age=4, must-revalidate");
    }
}
