package org.wsisforum.gateway.limit;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether limits on rate are shared as they should be. Always up: without that the gateway does all that it is for. */
@Readiness
class SharingHealth implements HealthCheck {

    @Inject
    SharedBuckets shared;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rate-limits")
                .withData("wanted", shared.areWanted() ? "shared" : "own")
                .withData("are", shared.areThere() ? "shared" : "own")
                .up()
                .build();
    }
}
