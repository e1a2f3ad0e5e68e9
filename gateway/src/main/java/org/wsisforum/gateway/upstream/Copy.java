package org.wsisforum.gateway.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** One running copy of a service. Clients see its number, never its address. */
public final class Copy {

    /** One answer that comes too late may be the fault of a moment. */
    private static final int SILENCES = 2;

    private final int number;
    private final URI address;
    private final Optional<InetAddress> place;
    private final Setting setting;
    private final InstantSource clock;
    private final AtomicInteger running = new AtomicInteger();
    private volatile Instant asideUntil = Instant.MIN;
    private volatile int failures;
    private volatile int timesAside;
    private volatile boolean isUnreachable;
    private volatile boolean isReady = true;
    private int silences;

    /**
     * When a copy is set aside, and for how long.
     *
     * @param failures so many in a row, of requests that it took
     * @param first how long for the first time; each time after that twice as long
     * @param longest and no longer than this
     */
    record Setting(int failures, Duration first, Duration longest) {}

    /**
     * @param place where it is, if the name in the address leads to several
     */
    Copy(int number, URI address, Optional<InetAddress> place, Setting setting, InstantSource clock) {
        this.number = number;
        this.address = address;
        this.place = place;
        this.setting = setting;
        this.clock = clock;
    }

    /** By which clients may know it: its place in the configured list, from 1, or the next that was free when it came. */
    public int number() {
        return number;
    }

    boolean isAt(URI otherAddress, Optional<InetAddress> otherPlace) {
        return address.equals(otherAddress) && place.equals(otherPlace);
    }

    /** Requests that it is working on for this gateway. */
    int running() {
        return running.get();
    }

    boolean isAside() {
        return !isReady || clock.instant().isBefore(asideUntil);
    }

    /**
     * It was asked whether it is ready. What comes of it holds until it is asked again, whatever it answers to clients.
     *
     * @return whether that is another than before
     */
    synchronized boolean asked(Readiness answer) {
        silences = answer == Readiness.SILENT ? silences + 1 : 0;
        var ready = answer == Readiness.READY || answer == Readiness.SILENT && isReady && silences < SILENCES;
        var isNew = ready != isReady;
        isReady = ready;
        return isNew;
    }

    /** A request was answered well, so that nothing that was before counts any longer. */
    void answered() {
        if (failures != 0 || timesAside != 0) {
            forget();
        }
    }

    /** It can be reached, whatever else may be wrong with it. */
    void reached() {
        if (isUnreachable) {
            forget();
        }
    }

    private synchronized void forget() {
        isUnreachable = false;
        failures = 0;
        timesAside = 0;
        asideUntil = Instant.MIN;
    }

    /**
     * It took a request and failed: answered with an error of its own, not in time, or broke off.
     *
     * @return whether it is set aside because of that
     */
    synchronized boolean failed() {
        failures++;
        return failures >= setting.failures() && setAside();
    }

    /**
     * It could not be reached.
     *
     * @return whether it is set aside because of that, and was not before
     */
    synchronized boolean unreachable() {
        isUnreachable = true;
        return setAside();
    }

    private boolean setAside() {
        if (clock.instant().isBefore(asideUntil)) {
            return false;
        }
        var time = setting.first().multipliedBy(1L << Math.min(timesAside, 20));
        asideUntil = clock.instant().plus(time.compareTo(setting.longest()) < 0 ? time : setting.longest());
        timesAside++;
        failures = 0;
        return true;
    }

    void begin() {
        running.incrementAndGet();
    }

    void end() {
        running.decrementAndGet();
    }

    RequestOptions at() {
        return at(address.getPort() != -1 ? address.getPort() : isTls() ? 443 : 80);
    }

    /** The same place at another port. */
    RequestOptions at(int port) {
        var options =
                new RequestOptions().setHost(address.getHost()).setPort(port).setSsl(isTls());
        place.ifPresent(it -> options.setServer(SocketAddress.inetSocketAddress(port, it.getHostAddress())));
        return options;
    }

    private boolean isTls() {
        return address.getScheme().equals("https");
    }
}
