package org.wsisforum.gateway.cache;

import java.net.URI;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.gateway.testing.CacheOn;
import org.wsisforum.gateway.testing.RawHttp;
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** One person's answer is given to nobody else, whatever the service says about it. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(CacheOn.class)
class PrivacyTest {

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        Services.reset();
        Thing.FEED.at(Services.AWARDS);
    }

    /** A thing of which the service shows more to whoever signs in, and by mistake calls all of it public. */
    private static Thing careless() {
        var thing = new Thing();
        Services.AWARDS.at(thing.path, exchange -> {
            thing.asked.incrementAndGet();
            var query = exchange.getRequestURI().getQuery();
            var known = exchange.getRequestHeaders().containsKey("Authorization")
                    || exchange.getRequestHeaders().containsKey("Cookie")
                    || query != null && query.matches("(.*[&;])?key=.*");
            exchange.getResponseHeaders().set("Cache-Control", Thing.PUBLIC);
            exchange.getResponseHeaders().set("Vary", "Accept-Language");
            StubService.send(exchange, 200, known ? "personal" : "public");
        });
        return thing;
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer abc",
        "authorization, bearer abc",
        "Authorization, Basic abc",
        "Authorization, Link abc",
        "Authorization, DPoP abc",
        "Authorization, ''",
        "Cookie, session=1"
    })
    void who_signs_in_by_a_header_is_answered_by_the_service_and_nobody_else_sees_it(String header, String value) {
        var thing = careless();
        for (int i = 0; i < 3; i++) {
            given().header(header, value)
                    .get(thing.path)
                    .then()
                    .body(is("personal"))
                    .header("Cache-Status", nullValue());
        }
        given().get(thing.path).then().body(is("public"));
        thing.kept();

        given().header(header, value).get(thing.path).then().body(is("personal"));
        given().get(thing.path).then().body(is("public"));

        assertThat(thing.asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=abc", "lang=fr&key=abc", "%6bey=abc", "k%65y=abc", "key", "lang=fr;key=abc", "key="})
    void who_signs_in_by_the_key_of_a_letter_is_answered_by_the_service_each_time(String query) {
        var thing = careless();

        for (int i = 0; i < 3; i++) {
            given().urlEncodingEnabled(false)
                    .get(thing.path + "?" + query)
                    .then()
                    .header("Cache-Status", nullValue());
        }

        assertThat(thing.asked).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "close, Authorization", "Accept-Language", "X-Shape"})
    void a_header_that_is_taken_out_on_the_way_does_not_decide_what_others_get(String named) {
        var thing = new Thing();
        Services.AWARDS.at(thing.path, exchange -> {
            var language = exchange.getRequestHeaders().getFirst("Accept-Language");
            exchange.getResponseHeaders().set("Cache-Control", Thing.PUBLIC);
            exchange.getResponseHeaders().set("Vary", "Accept-Language");
            StubService.send(exchange, 200, language == null ? "none" : language);
        });

        RawHttp.exchange(gateway, "GET " + thing.path + " HTTP/1.1", "Accept-Language: fr", "Connection: " + named);

        given().header("Accept-Language", "fr").get(thing.path).then().body(is("fr"));
    }

    @Test
    void those_who_ask_at_once_get_each_their_own() throws Exception {
        var thing = careless();
        try (var clients = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = java.util.stream.IntStream.range(0, 200)
                    .mapToObj(i -> clients.submit(() -> {
                        var client = i % 2 == 0 ? given() : given().header("Authorization", "Bearer " + i);
                        return client.get(thing.path).asString();
                    }))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? "public" : "personal");
            }
        }
    }
}
