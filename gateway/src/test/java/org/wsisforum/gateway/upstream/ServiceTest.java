package org.wsisforum.gateway.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTest {

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final Service service = new Service(
            "agenda",
            List.of(URI.create("http://a"), URI.create("http://b"), URI.create("http://c")),
            new Copy.Setting(3, Duration.ofSeconds(5), Duration.ofSeconds(15)),
            () -> now);

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
        copy(1).unreachable();
        copy(2).begin();
        copy(3).begin();

        assertThat(numbers()).containsExactly(2, 3, 1);
    }

    @Test
    void after_its_time_it_is_asked_like_the_others() {
        copy(1).unreachable();
        copy(2).begin();
        copy(3).begin();

        now = now.plusSeconds(5);

        assertThat(numbers()).startsWith(1);
    }

    @Test
    void one_that_has_answered_is_no_longer_aside() {
        copy(1).unreachable();
        copy(1).answered();

        assertThat(copy(1).isAside()).isFalse();
    }

    @Test
    void one_that_fails_several_times_in_a_row_is_set_aside() {
        assertThat(copy(1).failed()).isFalse();
        assertThat(copy(1).failed()).isFalse();
        copy(1).answered();
        assertThat(copy(1).failed()).isFalse();
        assertThat(copy(1).failed()).isFalse();
        assertThat(copy(1).isAside()).isFalse();

        assertThat(copy(1).failed()).isTrue();
        assertThat(copy(1).isAside()).isTrue();
    }

    @Test
    void each_time_in_a_row_it_is_aside_for_longer_up_to_a_bound() {
        for (var seconds : List.of(5, 10, 15, 15)) {
            assertThat(copy(1).unreachable()).isTrue();
            now = now.plusSeconds(seconds - 1);
            assertThat(copy(1).isAside()).isTrue();
            now = now.plusSeconds(1);
            assertThat(copy(1).isAside()).isFalse();
        }

        copy(1).answered();
        copy(1).unreachable();
        now = now.plusSeconds(5);
        assertThat(copy(1).isAside()).isFalse();
    }

    @Test
    void failures_while_it_is_aside_do_not_keep_it_there() {
        copy(1).unreachable();
        now = now.plusSeconds(4);
        assertThat(copy(1).unreachable()).isFalse();
        for (int i = 0; i < 10; i++) {
            assertThat(copy(1).failed()).isFalse();
        }
        now = now.plusSeconds(1);

        assertThat(copy(1).isAside()).isFalse();
    }

    @Test
    void one_that_can_be_reached_again_is_asked_again_unless_it_was_aside_for_what_it_answered() {
        copy(1).unreachable();
        copy(1).reached();
        assertThat(copy(1).isAside()).isFalse();

        for (int i = 0; i < 3; i++) {
            copy(1).failed();
        }
        copy(1).reached();
        assertThat(copy(1).isAside()).isTrue();
    }

    @Test
    void one_that_is_not_ready_is_aside_until_it_is_whatever_it_answers_to_clients() {
        assertThat(copy(1).asked(Readiness.NOT_READY)).isTrue();
        assertThat(copy(1).asked(Readiness.NOT_READY)).isFalse();
        copy(1).answered();
        copy(1).reached();
        assertThat(copy(1).isAside()).isTrue();

        assertThat(copy(1).asked(Readiness.READY)).isTrue();
        assertThat(copy(1).isAside()).isFalse();
    }

    @Test
    void one_that_does_not_say_whether_it_is_ready_is_aside_the_second_time() {
        copy(1).asked(Readiness.SILENT);
        copy(1).asked(Readiness.READY);
        copy(1).asked(Readiness.SILENT);
        assertThat(copy(1).isAside()).isFalse();

        assertThat(copy(1).asked(Readiness.SILENT)).isTrue();
        assertThat(copy(1).isAside()).isTrue();
    }

    @Test
    void one_that_was_not_ready_stays_aside_while_it_is_silent() {
        copy(1).asked(Readiness.NOT_READY);
        copy(1).asked(Readiness.SILENT);

        assertThat(copy(1).isAside()).isTrue();
    }

    @Test
    void when_all_are_aside_all_are_asked() {
        copy(1).unreachable();
        copy(2).unreachable();
        copy(3).unreachable();

        assertThat(numbers()).hasSize(3);
    }

    @Test
    void a_name_that_leads_to_several_places_stands_for_a_copy_at_each() throws Exception {
        var first = InetAddress.getByName("10.0.0.1");
        var second = InetAddress.getByName("10.0.0.2");
        var third = InetAddress.getByName("10.0.0.3");

        assertThat(find("b", first, second)).isTrue();
        assertThat(inPlace()).containsExactly("1 a", "4 10.0.0.1", "5 10.0.0.2", "3 c");
        var stays = service.copies().get(2);
        stays.begin();

        assertThat(find("b", first, second)).isFalse();
        assertThat(find("b", second, third)).isTrue();
        assertThat(inPlace()).containsExactly("1 a", "5 10.0.0.2", "2 10.0.0.3", "3 c");
        assertThat(service.copies().get(1)).isSameAs(stays);

        assertThat(find("b", third)).isTrue();
        assertThat(inPlace()).containsExactly("1 a", "4 b", "3 c");
    }

    private boolean find(String host, InetAddress... places) {
        return service.find(address -> address.getHost().equals(host) ? List.of(places) : List.of());
    }

    private List<String> inPlace() {
        return service.copies().stream()
                .map(copy -> {
                    var at = copy.at();
                    return copy.number() + " "
                            + (at.getServer() instanceof SocketAddress place ? place.host() : at.getHost());
                })
                .toList();
    }

    private Copy copy(int number) {
        return service.copies().get(number - 1);
    }

    private List<Integer> numbers() {
        return service.inOrder().stream().map(Copy::number).toList();
    }
}
