package org.wsisforum.kit.follow;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import jakarta.ws.rs.WebApplicationException;

import io.smallrye.mutiny.Uni;

/** Tells apart, of another service's answers, what is worth another try. */
public final class OtherService {

    /** Statuses of requests that may succeed when they are made again. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    private OtherService() {}

    /**
     * Asks; empty for what is not there, or no longer.
     *
     * @throws Unreachable where another try may succeed
     * @throws Unfit where the question itself is refused
     */
    public static <T> Optional<T> ask(String what, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (Unreachable e) {
            throw e;
        } catch (WebApplicationException e) {
            var status = e.getResponse().getStatus();
            if (status == 404 || status == 410) {
                return Optional.empty();
            }
            if (status < 500 && !PASSING.contains(status)) {
                throw new Unfit("asking for " + what + " is refused with " + status);
            }
            throw new Unreachable("asking for " + what + " is answered with " + status, e);
        } catch (RuntimeException e) {
            // The network, Keycloak, or an answer that breaks off: the client has an exception for each.
            throw new Unreachable("asking for " + what + " fails: " + e, e);
        }
    }

    /**
     * Waits for an answer that may take long. An interrupt takes the question back: a client that only stopped waiting would
     * keep the connection, and fail with it after everything that could take the failure is gone.
     *
     * @param longest a bound for everything on the way, which the client's own does not cover: the token, for instance
     */
    public static <T> T await(Uni<T> answer, Duration longest) {
        var coming = answer.subscribeAsCompletionStage();
        try {
            return coming.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new Unreachable("there is no answer after " + longest.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unreachable("asking was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed
                    ? failed
                    : new Unreachable("asking fails: " + e.getCause(), e);
        }
    }
}
