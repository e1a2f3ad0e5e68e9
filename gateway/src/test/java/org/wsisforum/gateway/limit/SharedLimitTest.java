package org.wsisforum.gateway.limit;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.Redis;
import org.wsisforum.gateway.testing.Services;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

/** Limits on rate that hold for all copies of the gateway together. */
@QuarkusTest
@WithTestResource(Services.class)
@WithTestResource(Redis.class)
@TestProfile(SharedLimitTest.Settings.class)
class SharedLimitTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "wsis.gateway.proxies", "1",
                    "wsis.gateway.rate.plans.anonymous.quota", "5",
                    "wsis.gateway.rate.plans.anonymous.window", "1H",
                    // A busy machine is not to be taken for a server that is away.
                    "wsis.gateway.rate.shared.patience", "2S",
                    "wsis.gateway.rate.shared.pause", "100MS");
        }
    }

    private static final String PATH = "/awards/v1/editions/2031/things";

    @TestHTTPResource(value = "metrics", management = true)
    URI metrics;

    @Inject
    RateConfig config;

    @Inject
    Vertx vertx;

    private final String here = "10.%d.%d.1"
            .formatted(
                    ThreadLocalRandom.current().nextInt(256),
                    ThreadLocalRandom.current().nextInt(256));

    @BeforeEach
    void reset() {
        Services.reset();
        Services.AWARDS.json(PATH, "{}");
        await().until(this::isShared);
    }

    private ValidatableResponse ask() {
        return given().header("X-Forwarded-For", here).get(PATH).then();
    }

    /** Whether limits are shared, as the last request has found. */
    private boolean isShared() {
        given().header("X-Forwarded-For", "10.0.0.0").get(PATH);
        return given().get(metrics).asString().contains("wsis_gateway_rate_shared 1.0");
    }

    @Test
    void copies_draw_from_one_bucket() {
        var another = new SharedBuckets(vertx, config);
        another.start(new StartupEvent(), new SimpleMeterRegistry());
        try {
            await().until(another::areThere);
            ask().header("RateLimit", startsWith("\"default\";r=4;"));
            for (int i = 0; i < 3; i++) {
                another.with(
                                config.plans().anonymous(),
                                new Holder("anonymous", "", here),
                                bucket -> bucket.tryConsumeAndReturnRemaining(1))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            }
            ask().statusCode(200).header("RateLimit", startsWith("\"default\";r=0;"));
            ask().statusCode(429);
        } finally {
            another.stop();
        }
    }

    @Test
    void while_the_server_is_gone_each_copy_counts_for_itself() {
        ask().header("RateLimit", startsWith("\"default\";r=4;"));
        Redis.dies();
        try {
            // A new bucket, of this copy alone.
            for (int left = 4; left >= 0; left--) {
                ask().statusCode(200).header("RateLimit", startsWith("\"default\";r=" + left + ";"));
            }
            ask().statusCode(429);
            assertThat(isShared()).isFalse();
            given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.findAll { it.name == 'rate-limits' }.data.are", hasItem("own"));
        } finally {
            Redis.comesUp();
        }

        await().until(this::isShared);
        ask().statusCode(200).header("RateLimit", startsWith("\"default\";r=4;"));
    }

    @Test
    void a_server_that_hangs_keeps_nobody_from_an_answer() {
        Redis.hangs(10_000);

        ask().statusCode(200).header("RateLimit", startsWith("\"default\";r=4;"));
        ask().statusCode(200).header("RateLimit", startsWith("\"default\";r=3;"));
        assertThat(isShared()).isFalse();

        await().until(this::isShared);
    }
}
