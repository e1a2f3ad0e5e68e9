package org.wsisforum.gateway.upstream;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Looks up where the names in the services' addresses lead, again and again, so that copies may come and go. */
@Singleton
class LookUp {

    private static final Logger LOG = Logger.getLogger(LookUp.class);

    private final Upstreams upstreams;
    private final UpstreamConfig config;
    private final Map<String, List<InetAddress>> last = new HashMap<>();
    private Thread thread;

    @Inject
    LookUp(Upstreams upstreams, UpstreamConfig config) {
        this.upstreams = upstreams;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofVirtual().name("look-up").start(() -> {
            try {
                while (true) {
                    upstreams.services().forEach(this::find);
                    Thread.sleep(config.lookUp());
                }
            } catch (InterruptedException stop) {
                // As it should.
            }
        });
    }

    void stop(@Observes ShutdownEvent ended) {
        thread.interrupt();
    }

    private void find(Service service) {
        if (service.find(this::places)) {
            LOG.infof(
                    "Copies of %s: %s",
                    service.name(), service.copies().stream().map(Copy::number).toList());
        }
    }

    private List<InetAddress> places(URI address) {
        var host = address.getHost();
        try {
            last.put(host, ofOneKind(InetAddress.getAllByName(host)));
        } catch (UnknownHostException unknownNow) {
            // What was found before may be right still; what cannot be reached is set aside in any case.
        }
        return last.getOrDefault(host, List.of());
    }

    /** A copy that has addresses of both kinds is one copy; those of IPv4 lead to it. In an order that does not change. */
    private static List<InetAddress> ofOneKind(InetAddress[] found) {
        var four = Arrays.stream(found).anyMatch(Inet4Address.class::isInstance);
        return Arrays.stream(found)
                .filter(address -> !four || address instanceof Inet4Address)
                .sorted(Comparator.comparing(InetAddress::getHostAddress))
                .distinct()
                .toList();
    }
}
