package org.wsisforum.gateway.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.CacheOn;
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubFeed;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two copies of a service, of which one learns later than the other of what the feed has told already. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(SettlingTest.Settings.class)
class SettlingTest {

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(new CacheOn().getConfigOverrides());
            settings.put("wsis.gateway.cache.settling", "2S");
            return settings;
        }
    }

    private static final StubFeed FEED = new StubFeed("agenda");

    private final String path = "/agenda/v1/editions/2031/things/" + UUID.randomUUID();
    private volatile String atFirstCopy = "before";
    private volatile String atSecondCopy = "before";

    @BeforeEach
    void reset() {
        Services.reset();
        FEED.at(Services.AGENDA);
        FEED.at(Services.AGENDA_2);
        Services.AGENDA.at(path, exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", Thing.PUBLIC);
            exchange.getResponseHeaders().set("ETag", '"' + atFirstCopy + '"');
            StubService.send(exchange, 200, atFirstCopy);
        });
        Services.AGENDA_2.at(path, exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", Thing.PUBLIC);
            exchange.getResponseHeaders().set("ETag", '"' + atSecondCopy + '"');
            StubService.send(exchange, 200, atSecondCopy);
        });
        await().until(() -> isKept("?settled"));
    }

    private boolean isKept(String query) {
        var from = given().get(path + query).header("Cache-Status");
        return from != null && from.contains("; hit");
    }

    @Test
    void what_a_copy_that_lags_behind_answered_is_given_no_longer_than_it_may_lag() {
        atFirstCopy = "after";
        var fetched = await().until(this::fetchedFromTheSecondCopyAfterAChange, query -> query != null);
        atSecondCopy = "after";

        await().until(() -> given().get(path + fetched).asString().equals("after"));
    }

    /** What is asked for goes to the copy at which the feed is not waiting, which may be another after each change. */
    private String fetchedFromTheSecondCopyAfterAChange() {
        FEED.announce();
        var query = "?" + UUID.randomUUID();
        await().until(() -> isKept(query));
        return given().get(path + query).asString().equals("before") ? query : null;
    }

    @Test
    void when_all_copies_know_of_it_answers_are_kept_for_their_time() {
        await().until(() -> isKept(""));
        var before = asked();
        FEED.announce();

        // Once because of the change, and once more when it has settled.
        await().until(() -> isKept("") && asked() == before + 2);
        for (int i = 0; i < 20; i++) {
            assertThat(isKept("")).isTrue();
        }
        assertThat(asked()).isEqualTo(before + 2);
    }

    /** How often the thing itself was asked for. */
    private long asked() {
        return Stream.of(Services.AGENDA, Services.AGENDA_2)
                .flatMap(copy -> copy.received().stream())
                .filter(request -> request.uri().equals(path))
                .count();
    }
}
