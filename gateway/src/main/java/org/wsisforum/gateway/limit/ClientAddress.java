package org.wsisforum.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a request comes from. */
@Singleton
public class ClientAddress {

    private final int proxies;

    ClientAddress(@ConfigProperty(name = "wsis.gateway.proxies") int proxies) {
        this.proxies = proxies;
    }

    /**
     * The address behind the configured number of proxies, as the last of them saw it; what a client itself writes into
     * X-Forwarded-For stands further to the left and is not looked at. Without that many entries, who has called.
     */
    public String of(HttpServerRequest request) {
        var peer = request.remoteAddress().hostAddress();
        if (proxies == 0) {
            return peer;
        }
        var forwarded = request.headers().getAll("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        return forwarded.size() < proxies ? peer : forwarded.get(forwarded.size() - proxies);
    }

    /** The same, of IPv6 only the network, within which one client has any number of addresses. */
    String networkOf(HttpServerRequest request) {
        var address = of(request);
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return "unknown";
        }
    }
}
