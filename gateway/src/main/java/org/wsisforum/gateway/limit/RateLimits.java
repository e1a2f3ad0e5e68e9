package org.wsisforum.gateway.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.problem.Refusal;

/** Counts requests, tells callers how many are left to them, and refuses those that are too many. */
@ApplicationScoped
public class RateLimits {

    private static final String NAME = "default";
    private static final String POLICY = '"' + NAME + '"';

    /** Callers of which is known how often they have asked; whoever falls out of memory begins anew. */
    private static final int CALLERS = 200_000;

    private final RateConfig config;
    private final ClientAddress client;
    private final ObjectMapper json;
    private final Cache<Holder, Bucket> buckets;

    /** Whose bucket it is: of a caller at an address, or of all of a kind there. */
    private record Holder(String kind, String name, String address) {}

    /** What drawing from one bucket said. */
    private record Drawn(RateConfig.Plan plan, ConsumptionProbe probe) {}

    @Inject
    RateLimits(RateConfig config, ClientAddress client, ObjectMapper json) {
        this.config = config;
        this.client = client;
        this.json = json;
        var plans = config.plans();
        var longest =
                List.of(plans.anonymous(), plans.address(), plans.participant(), plans.partner(), plans.service())
                        .stream()
                        .map(RateConfig.Plan::window)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                // A bucket that nobody drew from for so long is full again.
                .expireAfterAccess(config.clients().values().stream()
                        .map(RateConfig.Plan::window)
                        .reduce(longest, (one, other) -> one.compareTo(other) > 0 ? one : other))
                .build();
    }

    /** Counts this request and says in its answer what is left; the refusal, if nothing was. */
    public Optional<Refusal> count(HttpServerRequest request) {
        var address = client.networkOf(request);
        var drawn = Claimed.by(request, json)
                .map(caller -> List.of(
                        draw(
                                config.clients().getOrDefault(caller.client(), planOf(caller.kind())),
                                new Holder(caller.kind().name(), caller.name(), address)),
                        draw(config.plans().address(), new Holder("address", "", address))))
                .orElseGet(() -> List.of(draw(config.plans().anonymous(), new Holder("anonymous", "", address))));
        // The one that ends first is the one that counts for the caller.
        var tightest = drawn.stream()
                .min(Comparator.comparing((Drawn one) -> one.probe().isConsumed())
                        .thenComparing(one -> one.probe().getRemainingTokens()))
                .orElseThrow();
        var plan = tightest.plan();
        var probe = tightest.probe();
        var window = plan.window().toSeconds();
        request.response()
                .putHeader("RateLimit-Policy", POLICY + ";q=" + plan.quota() + ";w=" + window)
                .putHeader(
                        "RateLimit",
                        POLICY + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Refusal.beyondQuota(
                        NAME,
                        Duration.ofSeconds(Math.max(1, seconds(probe.getNanosToWaitForRefill()))),
                        "%d requests in %d seconds are allowed.".formatted(plan.quota(), window)));
    }

    private RateConfig.Plan planOf(Claimed.Kind kind) {
        return switch (kind) {
            case PARTICIPANT -> config.plans().participant();
            case PARTNER -> config.plans().partner();
            case SERVICE -> config.plans().service();
        };
    }

    private Drawn draw(RateConfig.Plan plan, Holder holder) {
        var bucket = buckets.get(holder, first -> Bucket.builder()
                .addLimit(limit -> limit.capacity(plan.quota()).refillGreedy(plan.quota(), plan.window()))
                .build());
        return new Drawn(plan, bucket.tryConsumeAndReturnRemaining(1));
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999);
    }
}
