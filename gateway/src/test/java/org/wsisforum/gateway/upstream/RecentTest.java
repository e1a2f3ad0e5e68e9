package org.wsisforum.gateway.upstream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final List<Promise<String>> fetched = new ArrayList<>();
    private final Recent<String> recent = new Recent<>(
            Duration.ofSeconds(5),
            () -> {
                Promise<String> promise = Promise.promise();
                fetched.add(promise);
                return promise.future();
            },
            () -> now);

    @Test
    void those_who_ask_at_once_share_one_fetch() {
        var first = recent.get();
        var second = recent.get();
        fetched.getFirst().complete("value");

        assertThat(fetched).hasSize(1);
        assertThat(List.of(first.result(), second.result())).containsExactly("value", "value");
    }

    @Test
    void a_fetch_that_takes_longer_than_a_value_is_kept_is_still_shared() {
        recent.get();
        now = now.plusSeconds(60);
        recent.get();

        assertThat(fetched).hasSize(1);
    }

    @Test
    void a_value_is_kept_for_its_time_and_no_longer() {
        recent.get();
        fetched.getFirst().complete("value");

        now = now.plusSeconds(4);
        assertThat(recent.get().result()).isEqualTo("value");
        assertThat(fetched).hasSize(1);

        now = now.plusSeconds(1);
        Future<String> next = recent.get();
        assertThat(fetched).hasSize(2);
        assertThat(next.isComplete()).isFalse();
    }

    @Test
    void a_failure_is_not_kept() {
        recent.get();
        fetched.getFirst().fail("away");

        recent.get();

        assertThat(fetched).hasSize(2);
    }
}
