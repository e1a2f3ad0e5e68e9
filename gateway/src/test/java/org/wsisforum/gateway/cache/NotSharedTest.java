package org.wsisforum.gateway.cache;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.CacheOn;
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Answers that are for one client, at an address that anybody may ask at. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(NotSharedTest.Settings.class)
class NotSharedTest {

    public static final class Settings extends CacheOn {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            // Longer than this test takes: who waits for another's answer here waits too long.
            settings.put("wsis.gateway.cache.patience", "60S");
            settings.put("wsis.gateway.upstream.response-timeout", "60S");
            return settings;
        }
    }

    private static final int READERS = 5;
    private static final String PATH = "/awards/v1/mine";

    @TestHTTPResource("/")
    URI gateway;

    @Test
    void where_the_last_answer_was_for_one_client_nobody_waits_for_that_of_another() throws InterruptedException {
        Services.reset();
        var askedAgain = new CountDownLatch(READERS);
        var asked = new AtomicInteger();
        Services.AWARDS.at(PATH, exchange -> {
            var number = asked.incrementAndGet();
            if (number > 1) {
                askedAgain.countDown();
                try {
                    // Nobody is answered before all have asked.
                    assertThat(askedAgain.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            exchange.getResponseHeaders().set("Cache-Control", "private");
            StubService.send(exchange, 200, "number " + number);
        });
        given().get(PATH).then().statusCode(200);

        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answers = Stream.generate(() -> client.sendAsync(
                            HttpRequest.newBuilder(gateway.resolve(PATH)).build(), BodyHandlers.ofString()))
                    .limit(READERS)
                    .toList();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer).succeedsWithin(40, TimeUnit.SECONDS))
                    .extracting(answer -> answer.join().body())
                    .doesNotHaveDuplicates()
                    .doesNotContain("number 1");
        }
    }
}
