package org.wsisforum.kit.follow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * How far behind the reader of a feed is. Always up: a service must be there when those that it follows are not. Its data:
 *
 * <ul>
 *   <li>{@code unreachable}: whether this copy's last attempt to read got no usable answer; while everything is paused, what
 *       the last attempt before found
 *   <li>{@code EDITION.lastReadAt}: when any copy last read the changes of the edition, in UTC; missing if none ever did
 *   <li>{@code EDITION.secondsSince}: how long ago that is; missing with it. A read that waits for news ends after {@code
 *       wsis.follow.longest-wait}
 *   <li>{@code EDITION.lagSeconds}: how far all copies are behind, as the package defines it
 *   <li>{@code EDITION.paused}: whether reading is paused
 * </ul>
 *
 * <p>Without a database only {@code unreachable} is there; that the database is gone is for its own check to say.
 */
final class FeedHealth implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(FeedHealth.class);

    private final String feed;
    private final Outage outage;
    private final Cursors cursors;
    private final Lag lag;

    FeedHealth(String feed, Outage outage, Cursors cursors, Lag lag) {
        this.feed = feed;
        this.outage = outage;
        this.cursors = cursors;
        this.lag = lag;
    }

    /** On a thread that may ask the database: a check that is no bean is called on one that may not. */
    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(this::look).runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private HealthCheckResponse look() {
        var health = HealthCheckResponse.named("feed-" + feed).up().withData("unreachable", outage.lasts());
        try {
            QuarkusTransaction.requiringNew().call(() -> cursors.progress(feed)).forEach(progress -> {
                if (progress.readAt() != null) {
                    health.withData(
                            progress.edition() + ".lastReadAt",
                            progress.readAt().toString());
                    health.withData(progress.edition() + ".secondsSince", progress.secondsSince());
                }
                health.withData(progress.edition() + ".lagSeconds", (long) lag.seconds(progress.sinceEnd()));
                health.withData(progress.edition() + ".paused", progress.paused());
            });
        } catch (RuntimeException e) {
            LOG.debugf(e, "How far the changes of %s were read cannot be told.", feed);
        }
        return health.build();
    }
}
