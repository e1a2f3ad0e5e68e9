package org.wsisforum.gateway.testing;

import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A gateway that keeps answers, and soon notices a feed that comes or goes. */
public class CacheOn implements QuarkusTestProfile {

    /** Where it would see that time was moved. */
    public static final Path FORUM_CLOCK = Path.of("target/forum-clock").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "wsis.gateway.cache.memory", "4M",
                "wsis.gateway.cache.largest", "100K",
                "wsis.gateway.cache.longest-wait", "3S",
                "wsis.forum-clock.file", FORUM_CLOCK.toString(),
                "wsis.gateway.cache.patience", "1S",
                // A feed that is followed anew counts as a change, and each test looks at what is kept right after
                // that.
                "wsis.gateway.cache.settling", "0S",
                "wsis.gateway.cache.retry", "20MS",
                "wsis.gateway.cache.editions", "20MS",
                "wsis.gateway.upstream.response-timeout", "2S");
    }
}
