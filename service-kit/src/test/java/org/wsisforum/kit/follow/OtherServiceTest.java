package org.wsisforum.kit.follow;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wsisforum.kit.follow.OtherService.ask;
import static org.wsisforum.kit.follow.OtherService.await;

/** What another service answers is told apart by whether another try is worth it. */
class OtherServiceTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static String refuses(int status) {
        throw new WebApplicationException(Response.status(status).build());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void what_is_gone_is_no_answer(int status) {
        assertThat(ask("it", () -> refuses(status))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void a_question_that_is_refused_stays_refused(int status) {
        assertThatThrownBy(() -> ask("it", () -> refuses(status)))
                .isInstanceOf(Unfit.class)
                .hasMessage("asking for it is refused with " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 408, 425, 429, 500, 503})
    void whatever_may_pass_is_asked_again(int status) {
        assertThatThrownBy(() -> ask("it", () -> refuses(status))).isInstanceOf(Unreachable.class);
    }

    @Test
    void an_answer_comes_or_fails_as_it_would_without_the_wait() {
        assertThat(await(Uni.createFrom().item("yes"), LONG)).isEqualTo("yes");
        assertThatThrownBy(() -> await(Uni.createFrom().failure(new Unfit("no")), LONG))
                .isInstanceOf(Unfit.class);
        assertThatThrownBy(() -> await(Uni.createFrom().failure(new IOException("cut")), LONG))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void an_answer_that_takes_too_long_is_not_waited_for() {
        var takenBack = new AtomicBoolean();
        var never = Uni.createFrom().nothing().onCancellation().invoke(() -> takenBack.set(true));
        assertThatThrownBy(() -> await(never, Duration.ofMillis(10))).isInstanceOf(Unreachable.class);
        assertThat(takenBack).isTrue();
    }

    @Test
    void an_interrupt_takes_the_question_back() {
        var takenBack = new AtomicBoolean();
        var never = Uni.createFrom().nothing().onCancellation().invoke(() -> takenBack.set(true));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> await(never, LONG)).isInstanceOf(Unreachable.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(takenBack).isTrue();
    }
}
