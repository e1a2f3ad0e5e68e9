package org.wsisforum.gateway.cache;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.gateway.testing.Services;
import org.wsisforum.gateway.testing.StubFeed;
import org.wsisforum.gateway.testing.StubService;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** Something at the awards service that everybody may read, at an address of its own. */
final class Thing {

    /** One for all tests: a reader that waited in one test is there in the next. */
    static final StubFeed FEED = new StubFeed("awards");

    static final String PUBLIC = "public, max-age=30, stale-while-revalidate=120, stale-if-error=86400";
    private static final String VARY = "Accept, Accept-Language, Accept-Encoding, Authorization";

    final String path;
    final Map<String, String> headers = new TreeMap<>(Map.of("Cache-Control", PUBLIC, "Vary", VARY, "ETag", "\"1\""));
    final AtomicInteger asked = new AtomicInteger();
    volatile String body = "first";
    volatile int status = 200;

    Thing() {
        this("editions/2031/");
    }

    private Thing(String edition) {
        path = "/awards/v1/" + edition + "things/" + UUID.randomUUID();
        Services.AWARDS.at(path, this::answer);
    }

    /** One that belongs to no edition. */
    static Thing ofNoEdition() {
        return new Thing("");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        var has = exchange.getRequestHeaders().getFirst("If-None-Match");
        if (status == 200 && has != null && has.equals(headers.get("ETag"))) {
            StubService.send(exchange, 304, "");
        } else {
            StubService.send(exchange, status, body);
        }
    }

    Thing with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** The service has another version of it from now on. */
    void becomes(String text) {
        body = text;
        headers.put("ETag", "\"" + text + "\"");
    }

    /** Reads it until it comes from memory, so that what is asked for from now on could. */
    Thing kept() {
        return keptFor(given());
    }

    Thing keptFor(RequestSpecification client) {
        await().until(() -> client.get(path).header("Cache-Status"), from -> from != null && from.contains("; hit"));
        asked.set(0);
        return this;
    }
}
