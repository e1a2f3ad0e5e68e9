package org.wsisforum.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final Service service = new Service(
            "agenda", List.of(URI.create("http://a"), URI.create("http://b"), URI.create("http://c")), () -> now);

    @Test
    void equals_take_turns() {
        assertThat(numbers()).containsExactly(1, 2, 3);
        assertThat(numbers()).containsExactly(2, 3, 1);
        assertThat(numbers()).containsExactly(3, 1, 2);
        assertThat(numbers()).containsExactly(1, 2, 3);
    }

    @Test
    void the_one_with_the_fewest_requests_comes_first() {
        copy(1).begin();
        copy(1).begin();
        copy(3).begin();

        assertThat(numbers()).containsExactly(2, 3, 1);

        copy(1).end();
        copy(1).end();
        copy(2).begin();

        assertThat(numbers()).startsWith(1);
    }

    @Test
    void one_that_is_aside_is_asked_only_when_no_other_answers() {
        copy(1).setAside(Duration.ofSeconds(5));
        copy(2).begin();
        copy(3).begin();

        assertThat(numbers()).containsExactly(2, 3, 1);
    }

    @Test
    void after_its_time_it_is_asked_like_the_others() {
        copy(1).setAside(Duration.ofSeconds(5));
        copy(2).begin();
        copy(3).begin();

        now = now.plusSeconds(5);

        assertThat(numbers()).startsWith(1);
    }

    @Test
    void one_that_has_answered_is_no_longer_aside() {
        copy(1).setAside(Duration.ofSeconds(5));
        copy(1).answered();

        assertThat(copy(1).isAside()).isFalse();
    }

    private Copy copy(int number) {
        return service.copies().get(number - 1);
    }

    private List<Integer> numbers() {
        return service.inOrder().stream().map(Copy::number).toList();
    }
}
