package org.wsisforum.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import io.vertx.core.http.HttpServerRequest;

/** Where a request comes from. */
final class ClientAddress {

    private ClientAddress() {}

    /**
     * The address behind so many proxies, as the last of them saw it; what a client itself writes into X-Forwarded-For stands
     * further to the left and is not looked at. Of IPv6 only the network, within which one client has any number of addresses.
     */
    static String of(HttpServerRequest request, int proxies) {
        var peer = request.remoteAddress().hostAddress();
        if (proxies == 0) {
            return network(peer);
        }
        var forwarded = request.headers().getAll("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        return network(forwarded.size() < proxies ? peer : forwarded.get(forwarded.size() - proxies));
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return "unknown";
        }
    }
}
