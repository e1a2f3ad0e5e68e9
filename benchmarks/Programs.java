import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs that the platform is measured with, and beside. */
final class Programs {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private Programs() {}

    /** What wrk says: requests a second, and milliseconds that 99 of 100 took at the most. */
    record Load(double rate, double p99) {}

    /** With the rest of its options and the address. */
    static Load wrk(int connections, int seconds, List<String> rest) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "30s", "--latency"));
        command.addAll(rest);
        var said = said(new ProcessBuilder(command));
        if (said.contains("Non-2xx") || said.contains("Socket errors")) {
            throw new IllegalStateException(said);
        }
        var p99 = found(P99, said);
        var unit = switch (p99.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        return new Load(number(RATE, said), Double.parseDouble(p99.group(1)) * unit);
    }

    /** Transactions a second of a script, as a service's own role. */
    static double pgbench(LocalForum forum, String role, int connections, int seconds, Path script, String... rest)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "pgbench", "-n", "-M", "prepared", "-c", String.valueOf(connections), "-T", String.valueOf(seconds),
                "-f", script.toString(), "-h", "localhost", "-p", String.valueOf(forum.databasePort()), "-U", role));
        command.addAll(List.of(rest));
        command.add("wsis");
        var pgbench = new ProcessBuilder(command);
        pgbench.environment().put("PGPASSWORD", forum.password(role));
        return number(TPS, said(pgbench));
    }

    /** Started with these words in its block {@code http}, in which {@code %s} is the folder. */
    static Process nginx(Path folder, String http) throws IOException {
        var settings = Files.writeString(Files.createDirectories(folder).resolve("nginx.conf"), """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 2048; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  keepalive_requests 100000000;
                  %2$s
                }
                """.formatted(folder, http.formatted(folder)));
        var command = new ArrayList<>(List.of("nginx", "-p", folder.toString(), "-c", settings.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-g", "user root;"));
        }
        return new ProcessBuilder(command).inheritIO().start();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String said(ProcessBuilder program) throws IOException, InterruptedException {
        var process = program.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    private static double number(Pattern pattern, String said) {
        return Double.parseDouble(found(pattern, said).group(1));
    }

    private static Matcher found(Pattern pattern, String said) {
        var found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException(said);
        }
        return found;
    }
}
