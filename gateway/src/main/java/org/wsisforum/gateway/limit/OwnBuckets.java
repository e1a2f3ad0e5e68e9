package org.wsisforum.gateway.limit;

import java.util.Comparator;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;

/** The buckets of this copy of the gateway, in its memory. */
@Singleton
class OwnBuckets {

    /** Callers of which is known how often they have asked; whoever falls out of memory begins anew. */
    private static final int CALLERS = 200_000;

    private final Cache<Holder, Bucket> buckets;

    @Inject
    OwnBuckets(RateConfig config) {
        var plans = config.plans();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                // A bucket that nobody drew from for so long is full again.
                .expireAfterAccess(Stream.concat(
                                Stream.of(
                                        plans.anonymous(),
                                        plans.address(),
                                        plans.participant(),
                                        plans.partner(),
                                        plans.service()),
                                config.clients().values().stream())
                        .map(RateConfig.Plan::window)
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .build();
    }

    Bucket of(RateConfig.Plan plan, Holder holder) {
        return buckets.get(
                holder, first -> Bucket.builder().addLimit(plan.bandwidth()).build());
    }
}
