import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks at the pages of a running portal as people do who cannot see or point well: axe-core in a headless Chromium, wide and
 * narrow, light and dark. Prints what it finds, keeps a picture of each page, and ends with 1 if there was anything.
 *
 * <p>The pages come through a small server of this program, which adds axe to them: the portal itself lets no foreign script in.
 *
 * <pre>java checks/Portal.java GATEWAY AXE FOLDER</pre>
 */
public class Portal {

    private static final List<String> PAGES =
            List.of("/", "/guides", "/changelog", "/changes", "/problems", "/problems/not-found");

    private static final List<String> LOOKS = List.of("1280,1600", "390,1600");

    private static final String RUN = """
            <script src="/axe.min.js"></script>
            <script>
            window.addEventListener('load', () => setTimeout(async () => {
              const found = await axe.run(document, { resultTypes: ['violations'] });
              const said = found.violations.map(v => v.impact + ' ' + v.id + ': ' + v.help + ' | '
                + v.nodes.map(n => n.target.join(' ')).slice(0, 5).join(' ; '));
              if (document.documentElement.scrollWidth > window.innerWidth) said.push('serious overflow: wider than the screen');
              const told = document.createElement('pre');
              told.id = 'axe-found';
              told.textContent = 'AXE-BEGIN' + found.passes.length + '\\n' + said.join('\\n') + 'AXE-END';
              document.body.replaceChildren(told);
            }, 1500));
            </script>
            """;

    private static final Pattern FOUND = Pattern.compile("AXE-BEGIN(\\d+)\\n(.*?)AXE-END", Pattern.DOTALL);

    void main(String[] arguments) throws Exception {
        var gateway = URI.create(arguments[0]);
        var axe = Files.readAllBytes(Path.of(arguments[1]));
        var folder = Files.createDirectories(Path.of(arguments[2]));
        var client = HttpClient.newHttpClient();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().toString();
            byte[] body;
            if (path.equals("/axe.min.js")) {
                exchange.getResponseHeaders().set("Content-Type", "text/javascript");
                body = axe;
            } else {
                var request = HttpRequest.newBuilder(gateway.resolve(path));
                exchange.getRequestHeaders().getOrDefault("Accept", List.of()).forEach(a -> request.header("Accept", a));
                try {
                    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                    var type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
                    exchange.getResponseHeaders().set("Content-Type", type);
                    body = answer.body();
                    if (type.startsWith("text/html")) {
                        var html = new String(body, StandardCharsets.UTF_8);
                        body = html.replace("</body>", RUN + "</body>").getBytes(StandardCharsets.UTF_8);
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        var origin = "http://127.0.0.1:" + server.getAddress().getPort();
        var faults = 0;
        try {
            for (var page : PAGES) {
                for (var look : LOOKS) {
                    for (var dark : new boolean[] {false, true}) {
                        faults += look(origin, gateway, page, look, dark, folder);
                    }
                }
            }
        } finally {
            server.stop(0);
        }
        IO.println(faults == 0 ? "Nothing to complain of." : faults + " complaints.");
        System.exit(faults == 0 ? 0 : 1);
    }

    private static int look(String origin, URI gateway, String page, String size, boolean dark, Path folder)
            throws IOException, InterruptedException {
        var name = (page.equals("/") ? "start" : page.substring(1).replace('/', '-')) + "-" + size.split(",")[0]
                + (dark ? "-dark" : "-light") + ".png";
        chromium(size, dark, "--screenshot=" + folder.resolve(name).toAbsolutePath(), gateway.resolve(page).toString());
        var dom = chromium(size, dark, "--dump-dom", origin + page);
        var found = FOUND.matcher(dom);
        if (!found.find()) {
            IO.println(page + " " + size + ": axe did not come to an end");
            return 1;
        }
        var complaints = found.group(2).lines().filter(line -> !line.isBlank()).toList();
        complaints.forEach(complaint -> IO.println(page + " " + size + (dark ? " dark: " : " light: ") + complaint));
        return complaints.size();
    }

    private static String chromium(String size, boolean dark, String what, String address)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--window-size=" + size, "--virtual-time-budget=15000", what));
        if (dark) {
            command.add("--blink-settings=preferredColorScheme=0");
        }
        command.add(address);
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        process.waitFor();
        return out.toString(StandardCharsets.UTF_8);
    }
}
