import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The program of letters.sh, which says what it measures. */
final class Letters {

    private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;
    private final String authorization;
    private final AtomicLong bytes = new AtomicLong();

    private Letters(LocalForum forum) throws IOException, InterruptedException {
        this.service = forum.stack().addressesOf("registration-service").getFirst();
        this.authorization = "Bearer " + forum.token("secretariat");
    }

    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        try (var forum = LocalForum.start()) {
            forum.stack().clock(Instant.parse("2021-02-03T09:00:00Z"));
            new Letters(forum).measure(rounds);
        }
    }

    private void measure(int rounds) throws Exception {
        var invitations = drafted();
        var alone = new Figures();
        var twoAtOnce = new Figures();
        for (var round = -1; round < rounds; round++) {
            bytes.set(0);
            var one = printed(invitations, 1);
            var two = printed(invitations, 2);
            if (round >= 0) {
                alone.add(one);
                twoAtOnce.add(two);
            }
        }
        System.out.printf("%n%d letters as PDF, %d rounds, %.0f KB each%n", invitations.size(), rounds,
                bytes.get() / 2e3 / invitations.size());
        System.out.printf("  seconds, one after the other: %s%n", alone.print("%.2f"));
        System.out.printf("  seconds, two at once:         %s%n", twoAtOnce.print("%.2f"));
        System.out.printf("  two at once to one:           %.2f%n%n", twoAtOnce.median() / alone.median());
        compare(invitations.getFirst(), rounds * 10);
    }

    private void compare(String invitation, int times) throws Exception {
        var document = new LinkedHashMap<String, Figures>();
        var page = new LinkedHashMap<String, Figures>();
        for (var round = 0; round < times; round++) {
            for (var language : LANGUAGES) {
                document.computeIfAbsent(language, l -> new Figures()).add(timed(invitation, language, "&as=pdf"));
                page.computeIfAbsent(language, l -> new Figures()).add(timed(invitation, language, ""));
            }
        }
        System.out.printf("one letter, ms, %d times%n", times);
        document.forEach((language, figures) -> System.out.printf(
                "  %s  PDF %-24s page %-20s PDF to page %.1f%n",
                language,
                figures.print("%.1f"),
                page.get(language).print("%.1f"),
                figures.median() / page.get(language).median()));
    }

    private double timed(String invitation, String language, String more) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        read(invitation, language, more);
        return (System.nanoTime() - begin) / 1e6;
    }

    private double printed(List<String> invitations, int atOnce) throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (var i = 0; i < invitations.size(); i++) {
            var invitation = invitations.get(i);
            var language = LANGUAGES.get(i % LANGUAGES.size());
            work.add(() -> {
                read(invitation, language, "&as=pdf");
                return null;
            });
        }
        var begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (var one : threads.invokeAll(work)) {
                one.get();
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void read(String invitation, String language, String more) throws IOException, InterruptedException {
        var answer = client.send(
                request("invitations/" + invitation + "/letter?lang=" + language + more).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || more.isEmpty() == (answer.body()[0] == '%')) {
            throw new IllegalStateException(answer.statusCode() + " " + new String(answer.body()));
        }
        bytes.addAndGet(answer.body().length);
    }

    /** The invitations of all Member States, made from a letter in six languages. */
    private List<String> drafted() throws IOException, InterruptedException {
        var letter = said(request("letters")
                .POST(HttpRequest.BodyPublishers.ofFile(Path.of("acceptance/src/test/resources/letters/CL-21-4.json"))));
        var id = ID.matcher(letter);
        if (!id.find()) {
            throw new IllegalStateException(letter);
        }
        said(request("letters/" + id.group(1) + "/addressees")
                .POST(HttpRequest.BodyPublishers.ofString("{\"memberStates\":true,\"language\":\"en\"}")));
        var all = new ArrayList<String>();
        for (var page = "invitations?limit=200"; page != null; ) {
            var body = said(request(page));
            Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"").matcher(body).results().forEach(found -> all.add(found.group(1)));
            var next = NEXT.matcher(body);
            page = next.find() ? next.group(1) : null;
        }
        return all;
    }

    private String said(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create(path.startsWith("/") ? service + path : service + "/registration/v1/editions/2021/" + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
