package org.wsisforum.kit.webhook;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;

/**
 * Which addresses anybody on the internet may be reached at. The rest is from the IANA registries of special-purpose addresses
 * for IPv4 and IPv6 (RFC 6890 and what was registered since), multicast, and the IPv6 forms that carry an IPv4 address, which
 * may be any.
 */
final class PublicAddresses {

    private static final List<IpSubnetFilterRule> SPECIAL = List.of(
            subnet("0.0.0.0", 8),
            subnet("10.0.0.0", 8),
            subnet("100.64.0.0", 10),
            subnet("127.0.0.0", 8),
            subnet("169.254.0.0", 16),
            subnet("172.16.0.0", 12),
            subnet("192.0.0.0", 24),
            subnet("192.0.2.0", 24),
            subnet("192.31.196.0", 24),
            subnet("192.52.193.0", 24),
            subnet("192.88.99.0", 24),
            subnet("192.168.0.0", 16),
            subnet("192.175.48.0", 24),
            subnet("198.18.0.0", 15),
            subnet("198.51.100.0", 24),
            subnet("203.0.113.0", 24),
            // Multicast, and what is reserved up to the broadcast address.
            subnet("224.0.0.0", 4),
            subnet("240.0.0.0", 4),
            // Inside of global unicast: protocol assignments with Teredo, documentation, 6to4.
            subnet("2001::", 23),
            subnet("2001:db8::", 32),
            subnet("2002::", 16),
            subnet("2620:4f:8000::", 48),
            subnet("3fff::", 20));

    private static final IpSubnetFilterRule GLOBAL_UNICAST = subnet("2000::", 3);

    private PublicAddresses() {}

    private static IpSubnetFilterRule subnet(String address, int prefix) {
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.REJECT);
    }

    /** Whether the address is of somebody on the internet, and not of this machine or a network around it. */
    static boolean include(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        var isOfAUnicastBlock = address.getAddress().length == 4 || GLOBAL_UNICAST.matches(socket);
        return isOfAUnicastBlock && SPECIAL.stream().noneMatch(block -> block.matches(socket));
    }
}
