package org.wsisforum.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The port of each running thing; further copies of a service take free ones. */
public record Ports(int gateway, int registration, int agenda, int awards, int keycloak, int postgres) {

    /** The ports of the default stack, moved up by {@code offset}. */
    public static Ports standard(int offset) {
        return new Ports(8080 + offset, 8081 + offset, 8082 + offset, 8083 + offset, 8180 + offset, 15432 + offset);
    }

    /** Ports that nobody uses at this moment. */
    public static Ports free() {
        var free = free(6);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5));
    }

    /** All are held until all are known, so that they differ. */
    static List<Integer> free(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            for (var socket : sockets) {
                try {
                    socket.close();
                } catch (IOException _) {
                    // It was only held to keep the ports apart.
                }
            }
        }
    }

    /** Fails with one line on the first port that somebody else listens on, naming the holder where it can be found. */
    void requireFree() {
        named().forEach((name, port) -> {
            try (var _ = new ServerSocket(port)) {
                // Bound on all addresses, as the one who needs it would.
            } catch (IOException _) {
                throw new StackFailure("port " + port + ", needed for " + name + ", is taken"
                        + holder(port).map(who -> " by " + who).orElse("")
                        + "; end that program, or start with --port-offset");
            }
        });
    }

    private Map<String, Integer> named() {
        var named = new LinkedHashMap<String, Integer>();
        named.put("the gateway", gateway);
        named.put("registration-service", registration);
        named.put("agenda-service", agenda);
        named.put("awards-service", awards);
        named.put("Keycloak", keycloak);
        named.put("PostgreSQL", postgres);
        return named;
    }

    /** The program that listens on the port, as "name (process id)"; empty when this user may not see it. */
    static Optional<String> holder(int port) {
        try {
            var pid = Files.isDirectory(Path.of("/proc/net")) ? holderInProc(port) : holderByLsof(port);
            return pid.flatMap(ProcessHandle::of).map(process -> process.info()
                    .command()
                    .map(command -> Path.of(command).getFileName() + " (process " + process.pid() + ")")
                    .orElse("process " + process.pid()));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /** /proc/net/tcp knows the socket's inode, and /proc/PID/fd which process holds it. */
    private static Optional<Long> holderInProc(int port) throws IOException {
        var hexPort = ":%04X".formatted(port);
        String inode = null;
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (!Files.isReadable(Path.of(table))) {
                continue;
            }
            for (var line : Files.readAllLines(Path.of(table))) {
                var field = line.trim().split("\\s+");
                if (field.length > 9 && field[1].endsWith(hexPort) && field[3].equals("0A")) {
                    inode = "socket:[" + field[9] + "]";
                }
            }
        }
        if (inode == null) {
            return Optional.empty();
        }
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                try (var files = Files.newDirectoryStream(process.resolve("fd"))) {
                    for (var file : files) {
                        if (Files.readSymbolicLink(file).toString().equals(inode)) {
                            return Optional.of(
                                    Long.parseLong(process.getFileName().toString()));
                        }
                    }
                } catch (IOException _) {
                    // Another user's process, or one that just ended.
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> holderByLsof(int port) throws IOException {
        var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = lsof.inputReader()) {
            return lines.lines().findFirst().map(Long::parseLong);
        } finally {
            try {
                lsof.waitFor(2, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
