package org.wsisforum.gateway.cache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
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
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(CacheOn.class)
class KeepingTest {

    @TestHTTPResource(value = "metrics", management = true)
    URI metrics;

    @BeforeEach
    void reset() {
        Services.reset();
        Thing.FEED.at(Services.AWARDS);
    }

    @Test
    void what_everybody_may_have_is_asked_for_once() {
        var thing = new Thing().kept();

        given().get(thing.path)
                .then()
                .statusCode(200)
                .header("Cache-Status", startsWith("wsis; hit; ttl=2"))
                .header("Age", is("1"))
                .header("Cache-Control", Thing.PUBLIC)
                .header("Content-Type", "application/json")
                .header("ETag", "\"1\"")
                .body(is("first"));
        given().head(thing.path)
                .then()
                .statusCode(200)
                .header("Content-Length", "5")
                .body(is(""));

        assertThat(thing.asked).hasValue(0);
    }

    @Test
    void what_is_kept_is_given_under_the_id_of_each_request() {
        var thing = new Thing().kept();

        for (var id : List.of("the-first-request", "the-second-request")) {
            assertThat(given().header("X-Request-Id", id)
                            .get(thing.path)
                            .headers()
                            .getValues("X-Request-Id"))
                    .containsExactly(id);
        }
    }

    @Test
    void operators_see_how_many_answers_came_from_memory() {
        given().get(new Thing().kept().path).then().statusCode(200);

        assertThat(given().get(metrics).asString())
                .containsPattern("wsis_gateway_cache_answers_total\\{from=\"memory\"} [1-9]")
                .containsPattern("wsis_gateway_cache_answers_total\\{from=\"service\"} [1-9]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | private, max-age=30",
                "Cache-Control | public, no-store, max-age=30",
                "Cache-Control | public, no-cache, max-age=30",
                "Cache-Control | max-age=30",
                "Cache-Control | public",
                "Cache-Control | public, max-age=-1",
                "Cache-Control | public, max-age=30, max-age=60",
                "Set-Cookie | session=1",
                "Vary | *",
                "Content-Encoding | br"
            })
    void what_is_not_plainly_for_everybody_is_not_kept(String header, String value) {
        var thing = new Thing().with(header, value);

        for (int i = 0; i < 3; i++) {
            given().get(thing.path).then().statusCode(200).header("Cache-Status", nullValue());
        }

        assertThat(thing.asked).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 206, 301, 400, 401, 403, 404, 410, 500, 503})
    void only_success_is_kept(int status) {
        var thing = new Thing();
        thing.status = status;

        for (int i = 0; i < 3; i++) {
            given().redirects().follow(false).get(thing.path).then().statusCode(status);
        }

        assertThat(thing.asked).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void only_reading_is_answered_from_memory(String method) {
        var thing = new Thing().kept();

        given().request(method, thing.path);

        assertThat(thing.asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"Range, bytes=0-1", "If-Match, \"1\"", "Cache-Control, no-store"})
    void who_asks_for_something_of_its_own_is_answered_by_the_service(String header, String value) {
        var thing = new Thing().kept();

        given().header(header, value).get(thing.path);

        assertThat(thing.asked).hasValue(1);
    }

    @Test
    void queries_are_told_apart() {
        var thing = new Thing().kept();

        given().get(thing.path + "?lang=fr").then().header("Cache-Status", "wsis; fwd=uri-miss; stored");

        assertThat(thing.asked).hasValue(1);
    }

    @Test
    void what_depends_on_the_language_is_kept_by_language_however_it_is_spelt() {
        var thing = new Thing();
        thing.body = "en";
        thing.keptFor(given().header("Accept-Language", "en, fr;q=0.5"));
        thing.body = "fr";
        thing.headers.put("ETag", "\"2\"");
        thing.keptFor(given().header("Accept-Language", "fr"));

        given().header("Accept-Language", "EN,FR;q=0.5").get(thing.path).then().body(is("en"));
        given().header("Accept-Language", "FR").get(thing.path).then().body(is("fr"));
        assertThat(thing.asked).hasValue(0);

        given().header("Accept-Language", "ar").get(thing.path).then().body(is("fr"));
        given().get(thing.path).then().body(is("fr"));
        assertThat(thing.asked).hasValue(2);
    }

    @Test
    void what_depends_on_a_header_of_any_name_is_kept_by_that_header_and_no_other() {
        var thing = new Thing().with("Vary", "X-Shape");
        thing.body = "round";
        thing.keptFor(given().header("X-Shape", "round").header("Accept-Language", "fr"));
        thing.body = "square";

        given().header("X-Shape", "round")
                .header("Accept-Language", "ar")
                .get(thing.path)
                .then()
                .body(is("round"));
        given().header("X-Shape", "square").get(thing.path).then().body(is("square"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"0\", \"1\"", "\"a,b\",W/\"1\"", "*", "1"})
    void who_has_it_already_is_told_so(String tags) {
        var thing = new Thing().kept();

        given().header("If-None-Match", tags)
                .get(thing.path)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                .header("Cache-Control", Thing.PUBLIC)
                .header("Vary", containsString("Accept-Language"))
                .header("Age", "1")
                .header("Content-Type", nullValue())
                .body(is(""));

        assertThat(thing.asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"11\"", "\"0\", \"2\"", "\"1-gzip\""})
    void who_has_something_else_is_given_it(String tags) {
        var thing = new Thing().kept();

        given().header("If-None-Match", tags)
                .get(thing.path)
                .then()
                .statusCode(200)
                .body(is("first"));
    }

    @Test
    void who_misses_with_a_tag_of_its_own_fills_the_memory_for_all() {
        var thing = new Thing();

        given().header("If-None-Match", "\"1\"")
                .get(thing.path)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"");

        thing.kept();
        given().get(thing.path).then().statusCode(200).body(is("first"));
    }

    @Test
    void who_has_what_is_not_kept_is_told_so_too() {
        var thing = new Thing().with("Cache-Control", "no-cache");

        given().header("If-None-Match", "\"1\"")
                .get(thing.path)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                .body(is(""));
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip', gzip",
        "'x-gzip', gzip",
        "'gzip, deflate, br, zstd', br",
        "'gzip, zstd', zstd",
        "'br;q=0.5, gzip;q=0.8', gzip",
        "'br;q=0, *', zstd",
        "'*', br",
        "'zstd;q=0.001, identity;q=0', zstd"
    })
    void it_is_given_compressed_as_the_client_likes_it_best_and_the_tag_tells_that(String likes, String encoding) {
        var thing = new Thing();
        thing.body = "[" + "\"the same again\",".repeat(200) + "0]";
        thing.kept();

        var compressed = given().config(config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", likes)
                .get(thing.path);
        compressed
                .then()
                .header("Content-Encoding", encoding)
                .header("ETag", "\"1-" + encoding + "\"")
                .header("Vary", containsString("Accept-Encoding"))
                .header("Content-Length", Integer::parseInt, lessThan(thing.body.length() / 2));
        assertThat(decoded(encoding, compressed.asByteArray())).isEqualTo(thing.body);
        given().config(config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", likes)
                .header("If-None-Match", "\"1-" + encoding + "\"")
                .get(thing.path)
                .then()
                .statusCode(304)
                .header("ETag", "\"1-" + encoding + "\"");
        given().config(config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", likes)
                .header("If-None-Match", "\"1\"")
                .get(thing.path)
                .then()
                .statusCode(200);
        assertThat(thing.asked).hasValue(0);
    }

    private static String decoded(String encoding, byte[] bytes) {
        try (var plain =
                switch (encoding) {
                    case "br" -> new BrotliInputStream(new ByteArrayInputStream(bytes));
                    case "zstd" -> new ZstdInputStream(new ByteArrayInputStream(bytes));
                    default -> new GZIPInputStream(new ByteArrayInputStream(bytes));
                }) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_weak_tag_stays_the_same_when_compressed() {
        var thing = new Thing().with("ETag", "W/\"1\"");
        thing.body = "x".repeat(2_000);
        thing.kept();

        given().header("Accept-Encoding", "gzip")
                .get(thing.path)
                .then()
                .header("Content-Encoding", "gzip")
                .header("ETag", "W/\"1\"");
    }

    @Test
    void the_tag_of_either_form_reaches_the_service_when_something_is_changed() {
        var thing = new Thing();

        given().header("If-Match", "\"v7-abc-gzip\"").patch(thing.path);

        assertThat(Services.AWARDS.received().stream()
                        .filter(request -> request.method().equals("PATCH"))
                        .map(request -> request.headers().getFirst("If-Match")))
                .containsExactly("\"v7-abc-gzip\"");
    }

    @Test
    void a_large_answer_passes_through() {
        var thing = new Thing();
        thing.body = "x".repeat(200_000);

        for (int i = 0; i < 3; i++) {
            given().get(thing.path).then().body(is(thing.body)).header("Cache-Status", nullValue());
        }

        assertThat(thing.asked).hasValue(3);
    }

    @Test
    void an_answer_that_does_not_say_its_length_passes_through() {
        var thing = new Thing();
        Services.AWARDS.at(thing.path, exchange -> {
            thing.asked.incrementAndGet();
            exchange.getResponseHeaders().set("Cache-Control", Thing.PUBLIC);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.close();
        });

        for (int i = 0; i < 3; i++) {
            given().get(thing.path).then().body(is("x"));
        }

        assertThat(thing.asked).hasValue(3);
    }

    @Test
    void memory_is_bounded() {
        var random = new Random(7);
        var things = Stream.generate(Thing::new).limit(100).toList();
        for (var thing : things) {
            // Random digits, which do not become much smaller by compressing.
            thing.body = random.ints(90_000, '0', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            given().get(thing.path).then().statusCode(200);
        }
        await().until(() -> {
            things.forEach(thing -> thing.asked.set(0));
            things.forEach(thing -> given().get(thing.path).then().statusCode(200));
            // Of 4 megabytes, at most 44 answers of 90,000 bytes.
            return things.stream().filter(thing -> thing.asked.get() == 0).count() <= 44;
        });
    }

    @Test
    void what_is_written_through_the_gateway_is_read_anew() {
        var thing = new Thing().kept();
        thing.becomes("second");

        given().header("Authorization", "Bearer x")
                .body("{}")
                .put(thing.path)
                .then()
                .statusCode(200);

        given().get(thing.path).then().body(is("second"));
    }

    @Test
    void what_was_refused_changes_nothing() {
        var thing = new Thing().kept();
        thing.status = 403;
        given().body("{}").put(thing.path).then().statusCode(403);

        given().get(thing.path).then().statusCode(200).body(is("first"));
        assertThat(thing.asked).hasValue(1);
    }

    @Test
    void the_feed_itself_is_never_kept() {
        for (int i = 0; i < 3; i++) {
            given().get(Thing.FEED.path()).then().statusCode(200).header("Cache-Status", nullValue());
        }
        given().get(Thing.FEED.path()).then().body("items.size()", is(0)).body(not(containsString("hit")));
    }

    @Test
    void a_service_does_not_see_who_asked_for_all() {
        var thing = new Thing();

        given().header("Host", "evil.example").get(thing.path).then().statusCode(200);

        var headers = Services.AWARDS.received().stream()
                .filter(request -> request.uri().equals(thing.path))
                .findFirst()
                .orElseThrow()
                .headers();
        assertThat(headers).doesNotContainKeys("X-forwarded-host", "X-forwarded-for", "X-forwarded-proto");
    }

    @Test
    void broken_answers_are_not_kept() {
        var thing = new Thing();
        Services.AWARDS.at(thing.path, exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", Thing.PUBLIC);
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.close();
        });
        given().get(thing.path).then().statusCode(502).body("code", is("bad-gateway"));

        Services.AWARDS.at(thing.path, exchange -> StubService.send(exchange, 200, "whole"));

        given().get(thing.path).then().statusCode(200).body(is("whole"));
    }
}
