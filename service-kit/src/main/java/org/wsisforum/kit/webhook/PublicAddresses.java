package org.wsisforum.kit.webhook;

import java.net.InetAddress;
import java.util.List;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;

/**
 * Which addresses anybody on the internet may be reached at. The rest is from the IANA registries of special-purpose addresses
 * for IPv4 and IPv6 (RFC 6890 and what was registered since), multicast, and the IPv6 forms that carry an IPv4 address, which
 * may be any.
 */
final class PublicAddresses {

    private static final List<IPAddress> SPECIAL = List.of(
            block("0.0.0.0/8"),
            block("10.0.0.0/8"),
            block("100.64.0.0/10"),
            block("127.0.0.0/8"),
            block("169.254.0.0/16"),
            block("172.16.0.0/12"),
            block("192.0.0.0/24"),
            block("192.0.2.0/24"),
            block("192.31.196.0/24"),
            block("192.52.193.0/24"),
            block("192.88.99.0/24"),
            block("192.168.0.0/16"),
            block("192.175.48.0/24"),
            block("198.18.0.0/15"),
            block("198.51.100.0/24"),
            block("203.0.113.0/24"),
            // Multicast, and what is reserved up to the broadcast address.
            block("224.0.0.0/4"),
            block("240.0.0.0/4"),
            // Inside of global unicast: protocol assignments with Teredo, documentation, 6to4.
            block("2001::/23"),
            block("2001:db8::/32"),
            block("2002::/16"),
            block("2620:4f:8000::/48"),
            block("3fff::/20"));

    private static final IPAddress GLOBAL_UNICAST = block("2000::/3");

    private PublicAddresses() {}

    private static IPAddress block(String cidr) {
        return new IPAddressString(cidr).getAddress().toPrefixBlock();
    }

    /** Whether the address is of somebody on the internet, and not of this machine or a network around it. */
    static boolean include(InetAddress address) {
        var one = new IPAddressGenerator().from(address);
        return (one.isIPv4() || GLOBAL_UNICAST.contains(one))
                && SPECIAL.stream().noneMatch(block -> block.contains(one));
    }
}
