import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** The program of passthrough.sh, which says what it measures. */
final class PassThrough {

    private static final String PATH = "/agenda/v1/editions/2021/sessions";
    private static final int BYTES = 8_000;
    private static final Path DATA = Path.of(System.getProperty("data")).toAbsolutePath();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Process> started = new ArrayList<>();
    private final int seconds;
    private final int rounds;
    private final int connections;

    private PassThrough(int seconds, int rounds, int connections) {
        this.seconds = seconds;
        this.rounds = rounds;
        this.connections = connections;
    }

    public static void main(String[] args) throws Exception {
        var through = new PassThrough(
                args.length > 0 ? Integer.parseInt(args[0]) : 10,
                args.length > 1 ? Integer.parseInt(args[1]) : 5,
                args.length > 2 ? Integer.parseInt(args[2]) : 64);
        try {
            through.measure();
        } finally {
            for (var process : through.started.reversed()) {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private void measure() throws Exception {
        var server = server();
        var all = new LinkedHashMap<String, URI>();
        all.put("nginx, proxy_pass", proxy(server));
        all.put("Spring Cloud Gateway", spring(server));
        all.put("gateway", gateway(server));
        var expected = awaited(server);
        for (var address : all.values()) {
            if (!Arrays.equals(expected, awaited(address))) {
                throw new IllegalStateException(address + " does not give the server's bytes.");
            }
        }
        System.out.printf("%d bytes, %d connections, %d rounds of %d s%n", expected.length, connections, rounds, seconds);
        for (var address : all.values()) {
            // Until the compiler has seen enough of it.
            warmUp(address);
        }
        var slowest = compareRates(all);
        all.putFirst("the server itself", server);
        compareLatencies(all, (int) (slowest / 2));
    }

    /** Half a minute and more, and as long as it grows faster from one time to the next, at most for two minutes. */
    private void warmUp(URI address) throws IOException, InterruptedException {
        var before = 0.0;
        for (var spent = 0; spent < 120; spent += seconds) {
            var rate = load(address).rate();
            if (spent >= 30 && rate < before * 1.05) {
                return;
            }
            before = rate;
        }
    }

    /** The rate of the slowest. */
    private double compareRates(Map<String, URI> all) throws Exception {
        var rates = new LinkedHashMap<String, Figures>();
        all.keySet().forEach(name -> rates.put(name, new Figures()));
        var toNginx = new Figures();
        var toSpring = new Figures();
        for (int round = 0; round < rounds; round++) {
            var now = new ArrayList<Double>();
            for (var one : all.entrySet()) {
                var rate = load(one.getValue()).rate();
                rates.get(one.getKey()).add(rate);
                now.add(rate);
            }
            toNginx.add(now.get(2) / now.get(0));
            toSpring.add(now.get(2) / now.get(1));
        }
        rates.forEach((name, figures) -> System.out.printf("  %-21s reads a second %s%n", name + ":", figures.print("%.0f")));
        System.out.printf("  gateway to nginx: %s%n  gateway to Spring Cloud Gateway: %s%n", toNginx.print("%.2f"), toSpring.print("%.2f"));
        return rates.values().stream().mapToDouble(Figures::median).min().orElseThrow();
    }

    private void compareLatencies(Map<String, URI> all, int rate) throws Exception {
        var p50 = new LinkedHashMap<String, Figures>();
        var p99 = new LinkedHashMap<String, Figures>();
        for (var name : all.keySet()) {
            p50.put(name, new Figures());
            p99.put(name, new Figures());
        }
        for (int round = 0; round < rounds; round++) {
            for (var one : all.entrySet()) {
                var took = latencies(one.getValue(), rate);
                p50.get(one.getKey()).add(took[took.length / 2]);
                p99.get(one.getKey()).add(took[took.length * 99 / 100]);
            }
        }
        System.out.printf("at %d reads a second, milliseconds:%n", rate);
        var server = all.keySet().iterator().next();
        for (var name : all.keySet()) {
            System.out.printf(
                    "  %-21s half within %s, 99%% within %s; added %.2f and %.2f%n",
                    name + ":",
                    p50.get(name).print("%.2f"),
                    p99.get(name).print("%.2f"),
                    p50.get(name).median() - p50.get(server).median(),
                    p99.get(name).median() - p99.get(server).median());
        }
    }

    /** Milliseconds from when each read was due to the end of its answer, in order, at this many reads a second. */
    private double[] latencies(URI address, int rate) throws Exception {
        var each = (long) (1e9 * connections / rate);
        var begin = System.nanoTime() + 200_000_000;
        var tasks = new ArrayList<Callable<List<Double>>>();
        for (int i = 0; i < connections; i++) {
            var first = begin + each * i / connections;
            tasks.add(() -> oneConnection(address, first, each, begin + seconds * 1_000_000_000L));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var took = new ArrayList<Double>();
            for (var task : threads.invokeAll(tasks)) {
                took.addAll(task.get());
            }
            return took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
    }

    private static List<Double> oneConnection(URI address, long first, long each, long end) throws IOException {
        var took = new ArrayList<Double>();
        var request = ("GET " + PATH + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            var in = new BufferedInputStream(socket.getInputStream(), 16_384);
            for (var due = first; due < end; due += each) {
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                socket.getOutputStream().write(request);
                readAnswer(in);
                took.add((System.nanoTime() - due) / 1e6);
            }
        }
        return took;
    }

    private static void readAnswer(InputStream in) throws IOException {
        if (!line(in).contains(" 200")) {
            throw new IOException("An answer is not 200.");
        }
        var length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (var size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(size + 2L);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("The connection was closed.");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private Programs.Load load(URI address) throws IOException, InterruptedException {
        return Programs.wrk(connections, seconds, List.of(address.resolve(PATH).toString()));
    }

    private byte[] awaited(URI address) throws Exception {
        for (int i = 0; i < 600; i++) {
            try {
                var answer = client.send(
                        HttpRequest.newBuilder(address.resolve(PATH)).build(), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() == 200) {
                    return answer.body();
                }
            } catch (IOException notYet) {
                // It is starting.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(address + " does not answer.");
    }

    private URI server() throws IOException {
        var port = Programs.freePort();
        var folder = DATA.resolve("server");
        var file = folder.resolve("files" + PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"items\":[\"" + "x".repeat(BYTES - 14) + "\"]}");
        started.add(Programs.nginx(folder, """
                server {
                  listen 127.0.0.1:%d;
                  root %%s/files;
                  default_type application/json;
                  etag off;
                  add_header Cache-Control "private, no-store";
                }
                """.formatted(port)));
        return address(port);
    }

    private URI proxy(URI server) throws IOException {
        var port = Programs.freePort();
        started.add(Programs.nginx(DATA.resolve("proxy"), """
                upstream agenda { server %s; keepalive 64; }
                server {
                  listen 127.0.0.1:%d;
                  location / {
                    proxy_pass http://agenda;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                  }
                }
                """.formatted(server.getAuthority(), port)));
        return address(port);
    }

    private URI spring(URI server) throws IOException {
        var port = Programs.freePort();
        java("benchmarks/spring-cloud-gateway/target/spring-cloud-gateway-1.jar", Map.of("PORT", "" + port, "UPSTREAM", "" + server));
        return address(port);
    }

    private URI gateway(URI server) throws IOException {
        var port = Programs.freePort();
        java(
                "gateway/target/quarkus-app/quarkus-run.jar",
                Map.of(
                        "QUARKUS_PROFILE", "local",
                        "WSIS_PORT", "" + port,
                        "QUARKUS_MANAGEMENT_PORT", "" + Programs.freePort(),
                        "WSIS_OIDC_URL", server + "/nobody",
                        "WSIS_REGISTRATION_URLS", "" + server,
                        "WSIS_AGENDA_URLS", "" + server,
                        "WSIS_AWARDS_URLS", "" + server,
                        // It cannot follow a server of files, and would say so for ever.
                        "QUARKUS_LOG_LEVEL", "OFF"));
        return address(port);
    }

    private void java(String jar, Map<String, String> environment) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar)
                .redirectErrorStream(true)
                .redirectOutput(DATA.resolve(Path.of(jar).getFileName() + ".log").toFile());
        process.environment().putAll(environment);
        started.add(process.start());
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
