package org.wsisforum.agenda.acceptance;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * How far behind the reader of registration-service's changes is. Always up: the programme must be there when registration is
 * not. Its data:
 *
 * <ul>
 *   <li>{@code unreachable}: whether this copy's last attempt to read got no usable answer; while everything is paused, what
 *       the last attempt before found
 *   <li>{@code EDITION.lastReadAt}: when any copy last read the changes of the edition, in UTC; missing if none ever did
 *   <li>{@code EDITION.secondsSince}: how long ago that is; missing with it
 *   <li>{@code EDITION.paused}: whether reading is paused
 * </ul>
 *
 * <p>Without a database only {@code unreachable} is there; that the database is gone is for its own check to say.
 */
@Readiness
@Singleton
class FeedHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(FeedHealth.class);

    @Inject
    AcceptanceFeed feed;

    @Inject
    Cursors cursors;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("feed-registration").up().withData("unreachable", feed.isUnreachable());
        try {
            QuarkusTransaction.requiringNew().call(cursors::progress).forEach(progress -> {
                if (progress.readAt() != null) {
                    health.withData(
                            progress.edition() + ".lastReadAt",
                            progress.readAt().toString());
                    health.withData(progress.edition() + ".secondsSince", progress.secondsSince());
                }
                health.withData(progress.edition() + ".paused", progress.paused());
            });
        } catch (RuntimeException e) {
            LOG.debug("How far the changes of registration-service were read cannot be told.", e);
        }
        return health.build();
    }
}
