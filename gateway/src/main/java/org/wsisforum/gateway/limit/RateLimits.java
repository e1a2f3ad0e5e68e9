package org.wsisforum.gateway.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.identity.Token;
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
    private final Cache<Holder, Bucket> buckets;

    /** Whose bucket it is: of a caller at an address, or of all of a kind there. */
    private record Holder(String kind, String name, String address) {}

    /**
     * What is in a bucket.
     *
     * @param isRefused whether there was too little
     * @param next nanoseconds until there is enough again
     * @param full nanoseconds until it is full
     */
    private record Drawn(RateConfig.Plan plan, boolean isRefused, long left, long next, long full) {}

    @Inject
    RateLimits(RateConfig config, ClientAddress client) {
        this.config = config;
        this.client = client;
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

    /** Counts a request that shows no token; the refusal, if nothing was left. */
    public Optional<Refusal> countAnonymous(HttpServerRequest request) {
        return tell(request, draw(config.plans().anonymous(), new Holder("anonymous", "", client.networkOf(request))));
    }

    /** Counts a request that shows a token, before that is looked at; the refusal, if nothing was left. */
    public Optional<Refusal> countShown(HttpServerRequest request) {
        return tell(request, draw(config.plans().address(), holderOf(request)));
    }

    /** Counts a request that shows this token, after {@link #countShown}; the refusal, if nothing was left. */
    public Optional<Refusal> countHolder(HttpServerRequest request, Token token) {
        var kind = Kind.of(token.roles());
        var name = kind == Kind.PARTICIPANT ? token.subject() : token.client();
        var own = draw(
                config.clients().getOrDefault(token.client(), planOf(kind)),
                new Holder(kind.name(), name, client.networkOf(request)));
        var ofAddress = leftOf(config.plans().address(), holderOf(request));
        // The one that ends first is the one that counts for the caller.
        return tell(request, !own.isRefused() && ofAddress.left() < own.left() ? ofAddress : own);
    }

    private Holder holderOf(HttpServerRequest request) {
        return new Holder("address", "", client.networkOf(request));
    }

    /** Says in the answer what is left. */
    private static Optional<Refusal> tell(HttpServerRequest request, Drawn drawn) {
        var plan = drawn.plan();
        var window = plan.window().toSeconds();
        request.response()
                .putHeader("RateLimit-Policy", POLICY + ";q=" + plan.quota() + ";w=" + window)
                .putHeader("RateLimit", POLICY + ";r=" + drawn.left() + ";t=" + seconds(drawn.full()));
        return drawn.isRefused()
                ? Optional.of(Refusal.beyondQuota(
                        NAME,
                        Duration.ofSeconds(Math.max(1, seconds(drawn.next()))),
                        "%d requests in %d seconds are allowed.".formatted(plan.quota(), window)))
                : Optional.empty();
    }

    private RateConfig.Plan planOf(Kind kind) {
        return switch (kind) {
            case PARTICIPANT -> config.plans().participant();
            case PARTNER -> config.plans().partner();
            case SERVICE -> config.plans().service();
        };
    }

    private Drawn draw(RateConfig.Plan plan, Holder holder) {
        var probe = bucket(plan, holder).tryConsumeAndReturnRemaining(1);
        return new Drawn(
                plan,
                !probe.isConsumed(),
                probe.getRemainingTokens(),
                probe.getNanosToWaitForRefill(),
                probe.getNanosToWaitForReset());
    }

    private Drawn leftOf(RateConfig.Plan plan, Holder holder) {
        var probe = bucket(plan, holder).estimateAbilityToConsume(plan.quota());
        return new Drawn(plan, false, probe.getRemainingTokens(), 0, probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(RateConfig.Plan plan, Holder holder) {
        return buckets.get(holder, first -> Bucket.builder()
                .addLimit(limit -> limit.capacity(plan.quota()).refillGreedy(plan.quota(), plan.window()))
                .build());
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999);
    }
}
