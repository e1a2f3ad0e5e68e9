package org.wsisforum.gateway.testing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.Arrays;
import java.util.stream.Stream;

/** What names of hosts that end in {@code .names.test} lead to, as a test says. Other names are looked up as ever. */
public final class Names extends InetAddressResolverProvider {

    /** Kept where all class loaders of a test find it, which each have this class. */
    private static final String PREFIX = "wsis.test.name.";

    /** From now on the name leads to these addresses, or with none to nothing. */
    public static void lead(String host, String... addresses) {
        System.setProperty(PREFIX + host, String.join(",", addresses));
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var builtIn = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.endsWith(".names.test") ? addresses(host) : builtIn.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtIn.lookupByAddress(address);
            }
        };
    }

    private static Stream<InetAddress> addresses(String host) throws UnknownHostException {
        var addresses = System.getProperty(PREFIX + host, "");
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return Arrays.stream(addresses.split(",")).map(InetAddress::ofLiteral);
    }

    @Override
    public String name() {
        return "names of tests";
    }
}
