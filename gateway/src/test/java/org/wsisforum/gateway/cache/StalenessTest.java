package org.wsisforum.gateway.cache;

import java.nio.file.Files;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.CacheOn;
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** An answer is given for its time, and only as long as nothing is known to have changed. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(CacheOn.class)
class StalenessTest {

    @BeforeEach
    void reset() {
        Services.reset();
        Thing.FEED.at(Services.AWARDS);
        // From here on the feed is followed.
        new Thing().kept();
    }

    @Test
    void when_its_time_is_over_it_is_confirmed() {
        var thing = new Thing().with("Cache-Control", "public, max-age=30").with("Age", "30");
        given().get(thing.path).then().body(is("first"));

        given().get(thing.path)
                .then()
                .statusCode(200)
                .header("Cache-Status", "wsis; fwd=stale; fwd-status=304")
                .body(is("first"));

        assertThat(thing.asked).hasValue(2);
    }

    @Test
    void when_its_time_is_over_and_it_has_changed_it_is_replaced() {
        var thing = new Thing().with("Cache-Control", "public, max-age=30").with("Age", "30");
        given().get(thing.path).then().body(is("first"));
        thing.becomes("second");

        given().get(thing.path)
                .then()
                .header("Cache-Status", "wsis; fwd=stale; fwd-status=200; stored")
                .body(is("second"));
    }

    @Test
    void a_time_of_one_second_ends_after_one_second() {
        var thing = new Thing().with("Cache-Control", "public, max-age=1, stale-if-error=60");
        given().get(thing.path).then().body(is("first"));
        thing.becomes("second");

        await().until(() -> given().get(thing.path).asString(), is("second"));
    }

    @Test
    void a_confirmation_begins_its_time_anew() {
        var thing = new Thing().with("Cache-Control", "public, max-age=30").with("Age", "30");
        given().get(thing.path).then().statusCode(200);
        thing.with("Age", "0");
        given().get(thing.path).then().header("Cache-Status", containsString("fwd-status=304"));

        given().get(thing.path).then().header("Cache-Status", startsWith("wsis; hit"));
    }

    @Test
    void a_confirmation_that_makes_it_private_ends_its_time() {
        var thing = new Thing().with("Cache-Control", "public, max-age=30").with("Age", "30");
        given().get(thing.path).then().statusCode(200);
        thing.with("Cache-Control", "private, no-store").with("Age", "0");
        for (int i = 0; i < 3; i++) {
            given().get(thing.path).then().statusCode(200).header("Cache-Control", "private, no-store");
        }

        assertThat(thing.asked).hasValue(4);
    }

    @Test
    void it_is_given_at_once_while_it_is_renewed() {
        var thing = new Thing().with("Age", "31");
        given().get(thing.path).then().body(is("first"));
        thing.becomes("second");
        thing.with("Age", "0");

        given().get(thing.path)
                .then()
                .header("Cache-Status", startsWith("wsis; hit; ttl=-"))
                .header("Age", is("32"))
                .body(is("first"));

        await().until(() -> given().get(thing.path).asString(), is("second"));
        assertThat(thing.asked).hasValue(2);
    }

    @Test
    void it_is_renewed_in_its_own_language() {
        var thing = new Thing().with("Age", "31");
        given().header("Accept-Language", "fr").get(thing.path).then().body(is("first"));

        given().header("Accept-Language", "fr").get(thing.path).then().header("Cache-Status", startsWith("wsis; hit"));

        await().until(() -> thing.asked.get() == 2);
        assertThat(Services.AWARDS.received().stream()
                        .filter(request -> request.uri().equals(thing.path)))
                .allSatisfy(request -> assertThat(request.headers().getFirst("Accept-Language"))
                        .isEqualTo("fr"));
    }

    @Test
    void beyond_the_time_for_renewing_it_is_not_given_unasked() {
        var thing = new Thing().with("Age", "150");
        given().get(thing.path).then().body(is("first"));
        thing.becomes("second");

        given().get(thing.path).then().body(is("second"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public, max-age=30, stale-while-revalidate=120, stale-if-error=600, must-revalidate",
                "public, s-maxage=30, stale-if-error=600"
            })
    void what_must_be_confirmed_is_not_given_when_the_service_fails(String cacheControl) {
        var thing = new Thing().with("Cache-Control", cacheControl).with("Age", "31");
        given().get(thing.path).then().body(is("first"));
        thing.status = 503;

        given().get(thing.path).then().statusCode(503);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void when_the_service_fails_what_is_kept_is_given(int status) {
        var thing = new Thing().with("Age", "1000");
        given().get(thing.path).then().body(is("first"));
        thing.status = status;

        given().get(thing.path)
                .then()
                .statusCode(200)
                .header("Cache-Status", "wsis; fwd=stale; detail=stale-if-error")
                .header("Age", is("1001"))
                .body(is("first"));
    }

    @Test
    void when_the_service_refuses_what_is_kept_is_not_given() {
        var thing = new Thing().with("Age", "1000");
        given().get(thing.path).then().body(is("first"));
        thing.status = 404;

        given().get(thing.path).then().statusCode(404);
        given().get(thing.path).then().statusCode(404);
    }

    @Test
    void when_the_service_is_gone_what_is_kept_is_given_until_its_time_is_over() {
        var thing = new Thing().kept();
        var old = new Thing().with("Age", "100000");
        given().get(old.path).then().statusCode(200);
        Services.AWARDS.stop();

        given().get(thing.path).then().statusCode(200).body(is("first"));
        given().get(old.path).then().statusCode(503);
    }

    @Test
    void when_the_service_hangs_what_is_kept_is_given() throws Exception {
        var thing = new Thing().with("Age", "1000");
        given().get(thing.path).then().body(is("first"));
        var over = new java.util.concurrent.CountDownLatch(1);
        Services.AWARDS.at(thing.path, exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            exchange.close();
        });

        given().get(thing.path).then().statusCode(200).body(is("first"));
        over.countDown();
    }

    @Test
    void a_change_of_the_edition_is_seen() {
        var thing = new Thing().kept();
        thing.becomes("second");
        given().get(thing.path).then().body(is("first"));

        Thing.FEED.announce();

        await().until(() -> given().get(thing.path).asString(), is("second"));
    }

    @Test
    void what_a_change_does_not_concern_is_confirmed_and_goes_on() {
        var thing = new Thing().kept();

        Thing.FEED.announce();

        await().until(() -> given().get(thing.path).header("Cache-Status"), containsString("fwd-status=304"));
        given().get(thing.path).then().header("Cache-Status", startsWith("wsis; hit"));
    }

    @Test
    void what_may_have_changed_is_not_given_when_the_service_fails() {
        var thing = new Thing().kept();
        thing.status = 503;
        Thing.FEED.announce();

        await().until(() -> given().get(thing.path).statusCode(), is(503));
    }

    @Test
    void while_changes_are_not_heard_of_everything_is_confirmed() {
        var thing = new Thing().kept();
        Thing.FEED.fail();
        await().until(() -> given().get(thing.path).header("Cache-Status"), not(containsString("hit")));
        thing.becomes("second");

        given().get(thing.path).then().body(is("second"));
        thing.status = 503;
        given().get(thing.path)
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("stale-if-error"))
                .body(is("second"));
    }

    @Test
    void what_belongs_to_no_edition_goes_with_the_changes_of_all() {
        var thing = Thing.ofNoEdition().kept();
        thing.becomes("second");
        Thing.FEED.announce();
        await().until(() -> given().get(thing.path).asString(), is("second"));
        thing.kept();
        Thing.FEED.fail();

        await().until(() -> given().get(thing.path).header("Cache-Status"), not(containsString("hit")));
    }

    @Test
    void what_belongs_to_an_edition_that_nobody_knows_is_asked_for_each_time() {
        var path = "/awards/v1/editions/2999/things";
        var thing = new Thing();
        Services.AWARDS.at(path, exchange -> {
            thing.asked.incrementAndGet();
            exchange.getResponseHeaders().set("Cache-Control", Thing.PUBLIC);
            StubService.send(exchange, 200, "x");
        });
        for (int i = 0; i < 3; i++) {
            given().get(path).then().statusCode(200);
        }

        assertThat(thing.asked).hasValue(3);
    }

    @Test
    void a_change_that_was_missed_is_heard_of_afterwards() {
        var thing = new Thing().kept();
        Thing.FEED.fail();
        await().until(() -> given().get(thing.path).header("Cache-Status"), not(containsString("hit")));
        Thing.FEED.announce();
        thing.becomes("second");
        Thing.FEED.recover();

        thing.kept();
        given().get(thing.path).then().body(is("second"));
    }

    @Test
    void when_time_is_moved_at_the_forum_everything_is_asked_for_anew() throws Exception {
        var thing = new Thing().kept();
        thing.becomes("second");
        given().get(thing.path).then().body(is("first"));

        Files.writeString(CacheOn.FORUM_CLOCK, "2031-03-15T09:00:00Z 2026-11-24T03:00:00Z\n");

        given().get(thing.path).then().body(is("second"));
    }

    @Test
    void who_hears_of_a_change_through_the_gateway_reads_what_it_changed() {
        Thing.FEED.leaveReadersAsleep();
        var thing = new Thing().kept();
        var before = given().get(Thing.FEED.path() + "?since=now").jsonPath().getString("cursor");
        thing.becomes("second");
        Thing.FEED.announce();

        given().get(Thing.FEED.path() + "?since=" + before).then().body("items.size()", is(1));

        given().get(thing.path).then().body(is("second"));
    }
}
