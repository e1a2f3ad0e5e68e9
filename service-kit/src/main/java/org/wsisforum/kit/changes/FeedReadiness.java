package org.wsisforum.kit.changes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Whether changes can be told in their order. They cannot after a database was restored into a server that has come less far
 * than the one it was saved from: new transactions would stand before those that are recorded already. What to do stands in
 * {@code deploy/README.md}, "Restore".
 */
@Readiness
class FeedReadiness implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(FeedReadiness.class);

    @Inject
    EntityManager database;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("changes");
        try {
            var ahead = QuarkusTransaction.requiringNew().call(this::isAhead);
            return ahead
                    ? health.down()
                            .withData("reason", "Recorded changes lie ahead of the server's transactions: see Restore.")
                            .build()
                    : health.up().build();
        } catch (RuntimeException away) {
            // That the database is gone is for its own check to say.
            LOG.debugf("Where the feed stands cannot be told: %s", away.getMessage());
            return health.up().build();
        }
    }

    private boolean isAhead() {
        return (boolean) database.createNativeQuery(
                        "select coalesce((select transaction from change order by transaction desc, position desc limit 1)"
                                + " >= pg_snapshot_xmax(pg_current_snapshot()), false)",
                        Boolean.class)
                .getSingleResult();
    }
}
