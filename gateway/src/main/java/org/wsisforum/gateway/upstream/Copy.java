package org.wsisforum.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.http.RequestOptions;

/** One running copy of a service. Clients see its number, never its address. */
public final class Copy {

    private final int number;
    private final URI address;
    private final InstantSource clock;
    private final AtomicInteger running = new AtomicInteger();
    private volatile Instant asideUntil = Instant.MIN;

    Copy(int number, URI address, InstantSource clock) {
        this.number = number;
        this.address = address;
        this.clock = clock;
    }

    /** Its place in the configured list, from 1. */
    public int number() {
        return number;
    }

    /** Requests that it is working on for this gateway. */
    int running() {
        return running.get();
    }

    boolean isAside() {
        return clock.instant().isBefore(asideUntil);
    }

    void setAside(Duration time) {
        asideUntil = clock.instant().plus(time);
    }

    void answered() {
        asideUntil = Instant.MIN;
    }

    void begin() {
        running.incrementAndGet();
    }

    void end() {
        running.decrementAndGet();
    }

    RequestOptions at() {
        var tls = address.getScheme().equals("https");
        return new RequestOptions()
                .setHost(address.getHost())
                .setPort(address.getPort() != -1 ? address.getPort() : tls ? 443 : 80)
                .setSsl(tls);
    }
}
