package org.wsisforum.gateway.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A service behind the gateway, in one or more copies. */
public final class Service {

    private final String name;
    private final List<URI> addresses;
    private final Copy.Setting setting;
    private final InstantSource clock;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private volatile List<Copy> copies = List.of();

    Service(String name, List<URI> addresses, Copy.Setting setting, InstantSource clock) {
        this.name = name;
        this.addresses = addresses;
        this.setting = setting;
        this.clock = clock;
        find(address -> List.of());
    }

    /**
     * Finds its copies anew: one at each address, or if the name in it leads to several places, one at each of them. Those that
     * are there already stay as they are.
     *
     * @param places where the name in an address leads
     * @return whether any came or went
     */
    boolean find(Function<URI, List<InetAddress>> places) {
        var before = copies;
        var found = new ArrayList<Copy>();
        for (var address : addresses) {
            var at = places.apply(address);
            if (at.size() > 1) {
                at.forEach(place -> found.add(copyAt(address, Optional.of(place), before, found)));
            } else {
                found.add(copyAt(address, Optional.empty(), before, found));
            }
        }
        copies = List.copyOf(found);
        return !copies.equals(before);
    }

    private Copy copyAt(URI address, Optional<InetAddress> place, List<Copy> before, List<Copy> found) {
        return before.stream()
                .filter(copy -> copy.isAt(address, place))
                .findFirst()
                .orElseGet(() -> new Copy(
                        IntStream.iterate(1, number -> number + 1)
                                .filter(number -> Stream.concat(before.stream(), found.stream())
                                        .noneMatch(copy -> copy.number() == number))
                                .findFirst()
                                .orElseThrow(),
                        address,
                        place,
                        setting,
                        clock));
    }

    /** The first segment of its paths. */
    public String name() {
        return name;
    }

    /** What the tokens that are for it name as their audience. */
    public String audience() {
        return name + "-service";
    }

    /** What all its public paths begin with. */
    public String root() {
        return "/" + name + "/v1/";
    }

    /** All its copies, in the configured order. */
    public List<Copy> copies() {
        return copies;
    }

    /** Requests that all its copies have received whole and not begun to answer. */
    public int working() {
        return working.get();
    }

    void begin() {
        working.incrementAndGet();
    }

    void end() {
        working.decrementAndGet();
    }

    /**
     * The copies in the order in which they should be asked: those with the fewest requests first, equals in turn. Those set
     * aside come last but are not left out: when all were down, the first that is back answers at once.
     */
    List<Copy> inOrder() {
        var copies = this.copies;
        if (copies.size() == 1) {
            return copies;
        }
        var start = Math.floorMod(turn.getAndIncrement(), copies.size());
        var order = new ArrayList<>(copies.subList(start, copies.size()));
        order.addAll(copies.subList(0, start));
        // The keys are read once: they change while others are served, and a sort must not see that.
        record Place(Copy copy, boolean aside, int running) {}
        return order.stream()
                .map(copy -> new Place(copy, copy.isAside(), copy.running()))
                .sorted(Comparator.comparing(Place::aside).thenComparing(Place::running))
                .map(Place::copy)
                .toList();
    }
}
