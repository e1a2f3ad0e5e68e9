package org.wsisforum.gateway.cache;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpHandler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.gateway.testing.CacheOn;
import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many who want to know the same cost the service one question, and none of them is worse off for it. */
@QuarkusTest
@WithTestResource(Services.class)
@TestProfile(CacheOn.class)
class CoalescingTest {

    private static final int MANY = 100;

    @TestHTTPResource("/")
    URI gateway;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void reset() {
        Services.reset();
        Thing.FEED.at(Services.AWARDS);
        new Thing().kept();
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** Answers at a thing's address, the first time when the test says so. */
    private static CountDownLatch slowlyAt(Thing thing, HttpHandler first, HttpHandler others) {
        var goOn = new CountDownLatch(1);
        Services.AWARDS.at(thing.path, exchange -> {
            if (thing.asked.incrementAndGet() > 1) {
                others.handle(exchange);
                return;
            }
            try {
                assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            first.handle(exchange);
        });
        return goOn;
    }

    private static HttpHandler publicly(String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", Thing.PUBLIC);
            exchange.getResponseHeaders().set("Vary", "Accept-Language");
            StubService.send(exchange, 200, body);
        };
    }

    private CompletableFuture<HttpResponse<String>> ask(Thing thing, String language) {
        return client.sendAsync(
                HttpRequest.newBuilder(gateway.resolve(thing.path))
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }

    /** The first asks, then all others; returns when the service has been asked for the first time. */
    private List<CompletableFuture<HttpResponse<String>>> many(Thing thing, String language) {
        var first = ask(thing, "fr");
        await().until(() -> thing.asked.get() >= 1);
        return Stream.concat(
                        Stream.of(first),
                        Stream.generate(() -> ask(thing, language)).limit(MANY - 1))
                .toList();
    }

    private static List<HttpResponse<String>> all(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
    }

    @Test
    void many_who_miss_at_once_cost_one_question() {
        var thing = new Thing();
        var goOn = slowlyAt(thing, publicly("shared"), publicly("asked again"));
        var answers = many(thing, "fr");
        goOn.countDown();

        assertThat(all(answers)).allSatisfy(answer -> assertThat(answer.body()).isEqualTo("shared"));
        assertThat(thing.asked).hasValue(1);
    }

    @Test
    void those_who_wait_for_an_answer_in_another_language_share_one_of_their_own() {
        var thing = new Thing();
        var goOn = slowlyAt(thing, publicly("fr"), publicly("ar"));
        var answers = many(thing, "ar");
        goOn.countDown();

        var all = all(answers);
        assertThat(all.getFirst().body()).isEqualTo("fr");
        assertThat(all.subList(1, MANY))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("ar"));
        assertThat(thing.asked.get()).isLessThan(5);
    }

    @Test
    void when_the_first_is_given_something_private_the_others_ask_for_themselves() {
        var thing = new Thing();
        var goOn = slowlyAt(
                thing,
                exchange -> {
                    exchange.getResponseHeaders().set("Cache-Control", "private");
                    StubService.send(exchange, 200, "of the first");
                },
                publicly("of all"));
        var answers = many(thing, "fr");
        goOn.countDown();

        var all = all(answers);
        assertThat(all.getFirst().body()).isEqualTo("of the first");
        assertThat(all.subList(1, MANY))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("of all"));
    }

    @Test
    void when_the_first_fails_the_others_do_not() {
        var thing = new Thing();
        var goOn = slowlyAt(thing, exchange -> StubService.send(exchange, 500, "failed"), publicly("well"));
        var answers = many(thing, "fr");
        goOn.countDown();

        var all = all(answers);
        assertThat(all.getFirst().statusCode()).isEqualTo(500);
        assertThat(all.subList(1, MANY))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("well"));
    }

    @Test
    void when_the_first_goes_away_the_others_are_answered() throws Exception {
        var thing = new Thing();
        var goOn = slowlyAt(thing, publicly("late"), publicly("well"));
        List<CompletableFuture<HttpResponse<String>>> others;
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + thing.path + " HTTP/1.1\r\nHost: gateway\r\nAccept-Language: fr\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> thing.asked.get() == 1);
            others = Stream.generate(() -> ask(thing, "fr")).limit(MANY).toList();
        }

        assertThat(all(others)).allSatisfy(answer -> assertThat(answer.body()).isEqualTo("well"));
        goOn.countDown();
        assertThat(thing.asked.get()).isLessThan(10);
    }

    @Test
    void when_the_first_waits_too_long_the_others_ask_for_themselves() {
        var thing = new Thing();
        var goOn = slowlyAt(thing, publicly("late"), publicly("well"));
        var answers = many(thing, "fr");

        assertThat(all(answers.subList(1, MANY)))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("well"));
        goOn.countDown();
    }

    @Test
    void who_asks_after_a_change_does_not_share_an_answer_from_before() {
        var watched = new Thing().kept();
        var thing = new Thing();
        var goOn = slowlyAt(thing, publicly("before"), publicly("after"));
        var before = ask(thing, "fr");
        await().until(() -> thing.asked.get() == 1);
        Thing.FEED.announce();
        await().until(() -> given().get(watched.path).header("Cache-Status").contains("fwd"));

        assertThat(ask(thing, "fr").join().body()).isEqualTo("after");
        goOn.countDown();
        assertThat(before.join().body()).isEqualTo("before");
        assertThat(ask(thing, "fr").join().body()).isEqualTo("after");
    }
}
