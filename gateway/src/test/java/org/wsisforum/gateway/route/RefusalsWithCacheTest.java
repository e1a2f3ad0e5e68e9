package org.wsisforum.gateway.route;

import java.util.Map;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.wsisforum.gateway.testing.Services;

/** The same at a gateway that keeps answers. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(RefusalsWithCacheTest.Settings.class)
class RefusalsWithCacheTest extends RefusalsTest {

    /** Looks for feeds at its start alone, so that a service sees nothing but what the tests send. */
    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wsis.gateway.cache.memory", "4M", "wsis.gateway.cache.editions", "1H");
        }
    }
}
