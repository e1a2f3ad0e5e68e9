package org.wsisforum.kit.testing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What names of hosts lead to, for tests: {@code a.10-0-0-1.names.test} to 10.0.0.1, several addresses with
 * {@code .and.} between them, and one after the other, the last for good, with {@code .then.} between them. Other names are looked up as ever.
 */
public final class Names extends InetAddressResolverProvider {

    private static final String OURS = ".names.test";

    /** Counts are kept where all class loaders of a test find them, which each have this class. */
    private static final String COUNT = "wsis.test.look-ups-of.";

    /** How often a name was looked up. */
    public static int lookUpsOf(String host) {
        return Integer.getInteger(COUNT + host, 0);
    }

    private static synchronized int countLookUpOf(String host) {
        var count = lookUpsOf(host) + 1;
        System.setProperty(COUNT + host, Integer.toString(count));
        return count;
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var builtIn = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.endsWith(OURS) ? addresses(host) : builtIn.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtIn.lookupByAddress(address);
            }
        };
    }

    private static Stream<InetAddress> addresses(String host) throws UnknownHostException {
        var time = countLookUpOf(host);
        var name = host.substring(host.indexOf('.') + 1, host.length() - OURS.length());
        var answers = name.split("\\.then\\.");
        var found = new ArrayList<InetAddress>();
        for (var address : answers[Math.min(time, answers.length) - 1].split("\\.and\\.")) {
            found.add(InetAddress.getByAddress(host, bytes(address)));
        }
        return List.copyOf(found).stream();
    }

    private static byte[] bytes(String address) {
        var parts =
                Arrays.stream(address.split("-")).mapToInt(Integer::parseInt).toArray();
        return new byte[] {(byte) parts[0], (byte) parts[1], (byte) parts[2], (byte) parts[3]};
    }

    @Override
    public String name() {
        return "names of tests";
    }
}
