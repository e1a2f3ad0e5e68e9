package org.wsisforum.gateway.cache;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import org.wsisforum.gateway.page.EntityTags;

/** An answer of a service that everybody may have, and what is known about it. */
final class Stored {

    /** What the gateway says itself, or what is about the connection it came by. */
    private static final Set<String> NOT_KEPT = Set.of(
            "access-control-allow-credentials",
            "access-control-allow-origin",
            "access-control-expose-headers",
            "age",
            "cache-status",
            "connection",
            "content-length",
            "etag",
            "keep-alive",
            "transfer-encoding",
            "trailer",
            "traceresponse",
            "x-request-id");

    /** What a confirmation says of itself, or cannot change without changing the answer. */
    private static final Set<String> NOT_CONFIRMED =
            Stream.concat(NOT_KEPT.stream(), Stream.of("content-type", "vary")).collect(Collectors.toUnmodifiableSet());

    /** What a 304 carries of the answer it stands for (RFC 9110 15.4.5). */
    private static final List<String> OF_NOT_MODIFIED =
            List.of("Cache-Control", "Content-Location", "Date", "Expires", "Vary");

    /** About what the objects around an answer take. */
    private static final int OVERHEAD = 1_000;

    private final Asked asked;
    private final List<String> vary;
    private final Lifetime lifetime;
    private final Duration ageOnArrival;
    private final MultiMap headers;
    private final Representation plain;
    private final Map<Encoding, Representation> compressed;

    /**
     * When it was asked for.
     *
     * @param address where
     * @param generation of the scope then
     * @param at by {@link System#nanoTime}
     */
    record Asked(Address address, long generation, long at) {

        static Asked now(Address address) {
            return new Asked(address, address.scope().generation(), System.nanoTime());
        }

        /** Whether its answer holds all that was heard of until now. */
        boolean isAsOf(Address now) {
            return address == now
                    && generation == now.scope().generation()
                    && now.scope().mayGive(at);
        }
    }

    private Stored(
            Asked asked,
            List<String> vary,
            Lifetime lifetime,
            Duration ageOnArrival,
            MultiMap headers,
            Representation plain,
            Map<Encoding, Representation> compressed) {
        this.asked = asked;
        this.vary = vary;
        this.lifetime = lifetime;
        this.ageOnArrival = ageOnArrival;
        this.headers = headers;
        this.plain = plain;
        this.compressed = compressed;
    }

    /** Whether an answer with this status and these headers may be kept for everybody. */
    static boolean isForEverybody(int status, MultiMap headers) {
        return status == 200
                && !headers.contains(HttpHeaders.SET_COOKIE)
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && !headers.contains("Trailer")
                && !varyOf(headers).contains("*")
                && Lifetime.of(headers.getAll(HttpHeaders.CACHE_CONTROL)).isPresent();
    }

    /** What came; compresses it, which takes its time. */
    static Stored of(Asked asked, MultiMap answer, Buffer body) {
        var headers = MultiMap.caseInsensitiveMultiMap().addAll(answer);
        var etag = headers.get(HttpHeaders.ETAG);
        var lifetime = Lifetime.of(headers.getAll(HttpHeaders.CACHE_CONTROL)).orElseThrow();
        var age = ageOf(headers);
        var vary = varyOf(headers);
        NOT_KEPT.forEach(headers::remove);
        var plain = Representation.plain(body, etag);
        var compressed = plain.compressed(headers.get(HttpHeaders.CONTENT_TYPE));
        if (!compressed.isEmpty()
                && headers.getAll(HttpHeaders.VARY).stream()
                        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("accept-encoding"))) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        return new Stored(asked, vary, lifetime, age, headers, plain, compressed);
    }

    /** The same, confirmed by the service with a 304 that has these headers. */
    Stored confirmed(Asked now, MultiMap answer) {
        var merged = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        answer.names().stream()
                .filter(name -> !NOT_CONFIRMED.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> merged.set(name, answer.getAll(name)));
        return new Stored(
                now,
                vary,
                Lifetime.of(merged.getAll(HttpHeaders.CACHE_CONTROL)).orElse(Lifetime.NONE),
                ageOf(answer),
                merged,
                plain,
                compressed);
    }

    /** Whether it may be kept; what the service confirmed may be for nobody else from then on. */
    boolean isForEverybody() {
        return isForEverybody(200, headers);
    }

    /** Names of the headers that it depends on. The encoding is the gateway's own affair, a credential never gets here. */
    private static List<String> varyOf(MultiMap headers) {
        var names = new TreeSet<String>();
        for (var line : headers.getAll(HttpHeaders.VARY)) {
            for (var name : line.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        names.removeAll(Set.of("", "accept-encoding", "authorization"));
        return List.copyOf(names);
    }

    private static Duration ageOf(MultiMap headers) {
        var age = headers.get(HttpHeaders.AGE);
        return Duration.ofSeconds(age != null && age.matches("\\d{1,9}") ? Long.parseLong(age) : 0);
    }

    Asked asked() {
        return asked;
    }

    List<String> vary() {
        return vary;
    }

    /** The tag to ask the service with whether it has changed, or null. */
    String etag() {
        return plain.etag();
    }

    Lifetime lifetime() {
        return lifetime;
    }

    /** Counted from when it was asked for, so never too low. */
    Duration age() {
        return ageOnArrival.plusNanos(System.nanoTime() - asked.at);
    }

    /** Whether nothing that was heard of since may have changed it, nor what was heard of shortly before. */
    boolean isUnchanged(Address now) {
        return asked.isAsOf(now);
    }

    /** Whether a change since would have been heard of, and none was. */
    boolean isCertain(Address now) {
        return isUnchanged(now) && now.scope().isFollowed();
    }

    int bytes() {
        var size = OVERHEAD + plain.body().length();
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size
                + compressed.values().stream()
                        .mapToInt(other -> other.body().length())
                        .sum();
    }

    /** Gives it to this client, or tells it that it has it already. */
    void write(HttpServerRequest request, String cacheStatus, boolean withAge) {
        var response = request.response();
        var chosen = Encoding.liked(request.headers(), compressed.keySet())
                .map(compressed::get)
                .orElse(plain);
        response.putHeader("Cache-Status", cacheStatus);
        if (withAge) {
            // Rounded up: whoever keeps it further must not keep it beyond its time.
            response.putHeader(
                    HttpHeaders.AGE, Long.toString(age().plusNanos(999_999_999).toSeconds()));
        }
        if (chosen.etag() != null) {
            response.putHeader(HttpHeaders.ETAG, chosen.etag());
        }
        if (EntityTags.areKnown(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), chosen.etag())) {
            for (var name : OF_NOT_MODIFIED) {
                if (headers.contains(name)) {
                    response.putHeader(name, headers.getAll(name));
                }
            }
            response.setStatusCode(304).end();
            return;
        }
        response.headers().addAll(headers);
        if (chosen.encoding() != null) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, chosen.encoding());
        }
        response.putHeader(
                HttpHeaders.CONTENT_LENGTH, Integer.toString(chosen.body().length()));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(chosen.body());
        }
    }
}
