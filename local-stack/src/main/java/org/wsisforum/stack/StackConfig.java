package org.wsisforum.stack;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Which stack to start.
 *
 * @param checkout the project, built
 * @param data what this stack keeps: databases, passwords, logs, the Forum clock
 * @param cache what can be made again and may be shared between stacks: the unpacked Keycloak, class archives
 * @param ports where the first copy of each thing listens
 * @param copies of each service behind the gateway
 * @param out where progress is told; {@code null} for nowhere
 */
public record StackConfig(Path checkout, Path data, Path cache, Ports ports, int copies, PrintStream out) {

    /** The stack of {@code ./wsis up}. */
    public static StackConfig local(Path checkout) {
        var data = checkout.resolve(".wsis");
        return new StackConfig(checkout, data, data.resolve("cache"), Ports.standard(0), 1, System.out);
    }

    /** A stack for tests: free ports and a folder of its own, so that it runs beside any other. */
    public static StackConfig isolated(Path checkout, Path data) {
        return new StackConfig(checkout, data, checkout.resolve(".wsis/cache"), Ports.free(), 1, System.out);
    }

    public StackConfig withPorts(Ports other) {
        return new StackConfig(checkout, data, cache, other, copies, out);
    }

    public StackConfig withCopies(int other) {
        return new StackConfig(checkout, data, cache, ports, other, out);
    }

    public StackConfig withOutput(PrintStream other) {
        return new StackConfig(checkout, data, cache, ports, copies, other);
    }
}
