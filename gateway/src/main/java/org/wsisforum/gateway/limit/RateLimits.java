package org.wsisforum.gateway.limit;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.identity.Token;
import org.wsisforum.gateway.problem.Refusal;

/** Counts requests, tells callers how many are left to them, and refuses those that are too many. */
@Singleton
public class RateLimits {

    private static final String NAME = "default";
    private static final String POLICY = '"' + NAME + '"';

    private final RateConfig config;
    private final ClientAddress client;
    private final OwnBuckets own;
    private final SharedBuckets shared;
    private final MeterProvider<Counter> refused;

    /**
     * What is in a bucket.
     *
     * @param isRefused whether there was too little
     * @param next nanoseconds until there is enough again
     * @param full nanoseconds until it is full
     */
    private record Drawn(String kind, RateConfig.Plan plan, boolean isRefused, long left, long next, long full) {

        static Drawn of(Holder holder, RateConfig.Plan plan, ConsumptionProbe probe) {
            return new Drawn(
                    holder.kind(),
                    plan,
                    !probe.isConsumed(),
                    probe.getRemainingTokens(),
                    probe.getNanosToWaitForRefill(),
                    probe.getNanosToWaitForReset());
        }

        /** What is there when nothing is drawn. */
        static Drawn of(Holder holder, RateConfig.Plan plan, EstimationProbe probe) {
            return new Drawn(
                    holder.kind(), plan, false, probe.getRemainingTokens(), 0, probe.getNanosToWaitForRefill());
        }
    }

    @Inject
    RateLimits(RateConfig config, ClientAddress client, OwnBuckets own, SharedBuckets shared, MeterRegistry registry) {
        this.config = config;
        this.client = client;
        this.own = own;
        this.shared = shared;
        this.refused = Counter.builder("wsis.gateway.rate.refused")
                .description("Requests that were more than the caller's plan allows.")
                .withRegistry(registry);
    }

    /** Counts a request that shows no token; fails with the refusal, if nothing was left. */
    public Future<Void> countAnonymous(HttpServerRequest request) {
        return draw(config.plans().anonymous(), new Holder("anonymous", "", client.networkOf(request)))
                .compose(drawn -> tell(request, drawn));
    }

    /** Counts a request that shows a token, before that is looked at; fails with the refusal, if nothing was left. */
    public Future<Void> countShown(HttpServerRequest request) {
        return draw(config.plans().address(), holderOf(request)).compose(drawn -> tell(request, drawn));
    }

    /** Counts a request that shows this token, after {@link #countShown}; fails with the refusal, if nothing was left. */
    public Future<Void> countHolder(HttpServerRequest request, Token token) {
        var kind = Kind.of(token.roles());
        var name = kind == Kind.PARTICIPANT ? token.subject() : token.client();
        var ofItsOwn = draw(
                config.clients().getOrDefault(token.client(), planOf(kind)),
                new Holder(kind.name().toLowerCase(Locale.ROOT), name, client.networkOf(request)));
        var ofAddress = leftOf(config.plans().address(), holderOf(request));
        // The one that ends first is the one that counts for the caller.
        return ofItsOwn.compose(drawn -> ofAddress.compose(
                left -> tell(request, !drawn.isRefused() && left.left() < drawn.left() ? left : drawn)));
    }

    private Holder holderOf(HttpServerRequest request) {
        return new Holder("address", "", client.networkOf(request));
    }

    /** Says in the answer what is left. */
    private Future<Void> tell(HttpServerRequest request, Drawn drawn) {
        var plan = drawn.plan();
        var window = plan.window().toSeconds();
        request.response()
                .putHeader("RateLimit-Policy", POLICY + ";q=" + plan.quota() + ";w=" + window)
                .putHeader("RateLimit", POLICY + ";r=" + drawn.left() + ";t=" + seconds(drawn.full()));
        if (!drawn.isRefused()) {
            return Future.succeededFuture();
        }
        refused.withTag("plan", drawn.kind()).increment();
        return Future.failedFuture(Refusal.beyondQuota(
                NAME,
                Duration.ofSeconds(Math.max(1, seconds(drawn.next()))),
                "%d requests in %d seconds are allowed.".formatted(plan.quota(), window)));
    }

    private RateConfig.Plan planOf(Kind kind) {
        return switch (kind) {
            case PARTICIPANT -> config.plans().participant();
            case PARTNER -> config.plans().partner();
            case SERVICE -> config.plans().service();
        };
    }

    private Future<Drawn> draw(RateConfig.Plan plan, Holder holder) {
        return sharedOrOwn(
                        plan,
                        holder,
                        bucket -> bucket.tryConsumeAndReturnRemaining(1),
                        bucket -> bucket.tryConsumeAndReturnRemaining(1))
                .map(probe -> Drawn.of(holder, plan, probe));
    }

    private Future<Drawn> leftOf(RateConfig.Plan plan, Holder holder) {
        return sharedOrOwn(
                        plan,
                        holder,
                        bucket -> bucket.estimateAbilityToConsume(plan.quota()),
                        bucket -> bucket.estimateAbilityToConsume(plan.quota()))
                .map(probe -> Drawn.of(holder, plan, probe));
    }

    private <T> Future<T> sharedOrOwn(
            RateConfig.Plan plan,
            Holder holder,
            Function<AsyncBucketProxy, CompletableFuture<T>> ofAll,
            Function<Bucket, T> ofThisCopy) {
        return shared.areWorthAsking()
                ? shared.with(plan, holder, ofAll).otherwise(away -> ofThisCopy.apply(own.of(plan, holder)))
                : Future.succeededFuture(ofThisCopy.apply(own.of(plan, holder)));
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999);
    }
}
