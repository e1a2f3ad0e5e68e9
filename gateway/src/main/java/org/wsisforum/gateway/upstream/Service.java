package org.wsisforum.gateway.upstream;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A service behind the gateway, in one or more copies. */
public final class Service {

    private final String name;
    private final List<Copy> copies;
    private final AtomicInteger turn = new AtomicInteger();

    Service(String name, List<URI> addresses, InstantSource clock) {
        this.name = name;
        this.copies = IntStream.range(0, addresses.size())
                .mapToObj(i -> new Copy(i + 1, addresses.get(i), clock))
                .toList();
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

    /**
     * The copies in the order in which they should be asked: those with the fewest requests first, equals in turn. Those set
     * aside come last but are not left out: when all were down, the first that is back answers at once.
     */
    List<Copy> inOrder() {
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
