import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The program of cached.sh, which says what it measures. */
final class Cached {

    private static final String PROGRAMME = "/agenda/v1/editions/2021/sessions?limit=50";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int seconds;
    private final int connections;

    private Cached(int seconds, int connections) {
        this.seconds = seconds;
        this.connections = connections;
    }

    public static void main(String[] args) throws Exception {
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var cached = new Cached(
                args.length > 0 ? Integer.parseInt(args[0]) : 10, args.length > 2 ? Integer.parseInt(args[2]) : 64);
        var path = args.length > 3 ? args[3] : PROGRAMME;
        try (var agenda = Agenda.start()) {
            var port = Programs.freePort();
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

    private Programs.Load load(URI address) throws IOException, InterruptedException {
        return Programs.wrk(connections, seconds, List.of(address.toString()));
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

    private static Process nginx(int port, URI service) throws IOException {
        var folder = Path.of(System.getProperty("data")).toAbsolutePath().resolve("nginx");
        return Programs.nginx(folder, """
                proxy_cache_path %%s/cache keys_zone=answers:10m max_size=100m use_temp_path=off;
                upstream agenda { server %s; keepalive 16; }
                server {
                  listen 127.0.0.1:%d;
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
                """.formatted("127.0.0.1:" + service.getPort(), port));
    }
}
