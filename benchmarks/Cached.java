import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The program of cached.sh, which says what it measures. */
final class Cached {

    private static final String PROGRAMME = "/agenda/v1/editions/2021/sessions?limit=50";
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int seconds;
    private final int connections;

    private Cached(int seconds, int connections) {
        this.seconds = seconds;
        this.connections = connections;
    }

    /** What wrk says: requests a second, and milliseconds that 99 of 100 took at the most. */
    private record Load(double rate, double p99) {}

    public static void main(String[] args) throws Exception {
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var cached = new Cached(
                args.length > 0 ? Integer.parseInt(args[0]) : 10, args.length > 2 ? Integer.parseInt(args[2]) : 64);
        var path = args.length > 3 ? args[3] : PROGRAMME;
        try (var agenda = Agenda.start()) {
            var port = freePort();
            var nginx = nginx(port, agenda.service());
            try {
                cached.compare(URI.create("http://127.0.0.1:" + port), agenda.gateway(), path, rounds);
            } finally {
                nginx.destroy();
                nginx.waitFor();
            }
        }
    }

    private void compare(URI nginx, URI gateway, String path, int rounds) throws Exception {
        awaitKept(nginx.resolve(path), "X-Cache", "HIT");
        awaitKept(gateway.resolve(path), "Cache-Status", "wsis; hit");
        var one = get(nginx.resolve(path)).body();
        if (!Arrays.equals(one, get(gateway.resolve(path)).body())) {
            throw new IllegalStateException("nginx and the gateway do not give the same bytes.");
        }
        System.out.printf("%s: %d bytes, %d connections, %d rounds of %d s%n", path, one.length, connections, rounds, seconds);
        // Until the compiler has seen enough of it.
        load(gateway.resolve(path));
        load(nginx.resolve(path));
        var rates = new Figures[] {new Figures(), new Figures()};
        var p99 = new Figures[] {new Figures(), new Figures()};
        var ratio = new Figures();
        for (int round = 0; round < rounds; round++) {
            var ofNginx = load(nginx.resolve(path));
            var ofGateway = load(gateway.resolve(path));
            rates[0].add(ofNginx.rate());
            rates[1].add(ofGateway.rate());
            p99[0].add(ofNginx.p99());
            p99[1].add(ofGateway.p99());
            ratio.add(ofGateway.rate() / ofNginx.rate());
        }
        System.out.printf("  nginx, proxy_cache: reads a second %s, 99%% within ms %s%n", rates[0].print("%.0f"), p99[0].print("%.2f"));
        System.out.printf("  gateway:            reads a second %s, 99%% within ms %s%n", rates[1].print("%.0f"), p99[1].print("%.2f"));
        System.out.printf("  gateway to nginx: %s%n", ratio.print("%.2f"));
    }

    private Load load(URI address) throws IOException, InterruptedException {
        var wrk = new ProcessBuilder(
                        "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", address.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(wrk.getInputStream().readAllBytes());
        var rate = RATE.matcher(said);
        var p99 = P99.matcher(said);
        if (wrk.waitFor() != 0 || said.contains("Non-2xx") || said.contains("Socket errors") || !rate.find() || !p99.find()) {
            throw new IllegalStateException(said);
        }
        var unit = switch (p99.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        return new Load(Double.parseDouble(rate.group(1)), Double.parseDouble(p99.group(1)) * unit);
    }

    private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void awaitKept(URI address, String header, String value) throws Exception {
        for (int i = 0; i < 200; i++) {
            try {
                if (get(address).headers().firstValue(header).orElse("").startsWith(value)) {
                    return;
                }
            } catch (IOException notYet) {
                // It is starting.
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException(address + " is never given from memory.");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process nginx(int port, URI service) throws IOException {
        var folder = Files.createDirectories(Path.of(System.getProperty("data")).toAbsolutePath().resolve("nginx"));
        var settings = Files.writeString(folder.resolve("nginx.conf"), """
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
                  proxy_cache_path %1$s/cache keys_zone=answers:10m max_size=100m use_temp_path=off;
                  upstream agenda { server %2$s; keepalive 16; }
                  server {
                    listen 127.0.0.1:%3$d;
                    location / {
                      proxy_pass http://agenda;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                      proxy_set_header Accept-Encoding "";
                      proxy_cache answers;
                      proxy_cache_lock on;
                      proxy_cache_use_stale updating error timeout http_500 http_502 http_503 http_504;
                      proxy_cache_background_update on;
                      proxy_cache_revalidate on;
                      add_header X-Cache $upstream_cache_status;
                    }
                  }
                }
                """.formatted(folder, "127.0.0.1:" + service.getPort(), port));
        var command = System.getProperty("user.name").equals("root")
                ? new ProcessBuilder("nginx", "-p", folder.toString(), "-c", settings.toString(), "-g", "user root;")
                : new ProcessBuilder("nginx", "-p", folder.toString(), "-c", settings.toString());
        return command.inheritIO().start();
    }
}
