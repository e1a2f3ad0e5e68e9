import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.postgresql.PGConnection;

/** The program of registrations.sh, which says what it measures. */
final class RegistrationDesk {

    private static final String TABLE = "registrations.csv";

    private final LocalForum forum;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String authorization;

    private RegistrationDesk(LocalForum forum) throws IOException, InterruptedException {
        this.forum = forum;
        this.address = forum.stack().addressesOf("registration-service").getFirst();
        this.authorization = "Bearer " + forum.token("accreditation-officer");
    }

    public static void main(String[] args) throws Exception {
        var registrations = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        try (var forum = LocalForum.start()) {
            forum.stack().clock(Instant.parse("2021-02-15T09:00:00Z"));
            new RegistrationDesk(forum).measure(registrations, rounds);
        }
    }

    private void measure(int registrations, int rounds) throws Exception {
        try (var connection = forum.connect("registration")) {
            insert(connection, registrations);
            var pages = new LinkedHashMap<String, String>();
            pages.put("the first page", "registrations");
            pages.put("the page in the middle", middle(registrations));
            pages.put("those submitted", "registrations?state=submitted");
            pages.put("of one country", "registrations?country=KE");
            pages.put("of one category and country", "registrations?category=media&country=KE");
            pages.put("a word that 10 have", "registrations?q=Island7");
            pages.put("a word that a third have", "registrations?q=Ministry");
            pages.put("flagged as duplicates", "registrations?flagged=duplicate");
            pages.put("who is on the public list", "participants");
            var times = new LinkedHashMap<String, Figures>();
            pages.keySet().forEach(page -> times.put(page, new Figures()));
            var firstByte = new Figures();
            var end = new Figures();
            var copy = new Figures();
            var bytes = 0L;
            // A quarter of the rounds warms up; all take turns, so that drift cancels.
            for (var round = -Math.max(1, rounds / 4); round < rounds; round++) {
                for (var page : pages.entrySet()) {
                    var time = timed(page.getValue());
                    if (round >= 0) {
                        times.get(page.getKey()).add(time);
                    }
                }
                if (round % 4 == 0) {
                    var table = table();
                    var alone = copy(connection);
                    bytes = table.bytes;
                    if (round >= 0) {
                        firstByte.add(table.firstByte);
                        end.add(table.end);
                        copy.add(alone);
                    }
                }
            }
            print(registrations, rounds, times);
            System.out.printf("  %-30s %s%n", "the table's first byte", firstByte.print("%.1f"));
            System.out.printf("  %-30s %-28s %.2f of COPY%n", "the table's end", end.print("%.0f"), end.median() / copy.median());
            System.out.printf("  %-30s %s%n", "COPY of the same rows", copy.print("%.0f"));
            System.out.printf("  the table has %.1f MB%n", bytes / 1e6);
        }
    }

    private static void print(int registrations, int rounds, Map<String, Figures> times) {
        System.out.printf("%n%d registrations; ms for one request, %d rounds%n", registrations, rounds);
        System.out.printf("  %-30s %-28s %s%n", "", "median (least to most)", "the first page = 1");
        var first = times.values().iterator().next();
        times.forEach((page, figures) -> System.out.printf(
                "  %-30s %-28s %.2f%n", page, figures.print("%.1f"), figures.median() / first.median()));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        path.startsWith("/") ? address + path : address + "/registration/v1/editions/2021/" + path))
                .header("Authorization", authorization)
                .build();
    }

    private double timed(String path) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        answer(path);
        return (System.nanoTime() - begin) / 1e6;
    }

    private String answer(String path) throws IOException, InterruptedException {
        var answer = client.send(request(path), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Where the page begins that is behind half of all, found as a client finds it. */
    private String middle(int registrations) throws IOException, InterruptedException {
        var page = "registrations?limit=200";
        for (var seen = 0; seen < registrations / 2; seen += 200) {
            var body = answer(page);
            var at = body.indexOf("\"next\":\"") + 8;
            page = body.substring(at, body.indexOf('"', at)).replace("\\u0026", "&");
        }
        return page.replace("limit=200", "limit=50");
    }

    private record Written(double firstByte, double end, long bytes) {}

    private Written table() throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var answer = client.send(request(TABLE), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200 || body.read() < 0) {
                throw new IllegalStateException(TABLE + ": " + answer.statusCode());
            }
            var first = (System.nanoTime() - begin) / 1e6;
            var bytes = 1 + body.transferTo(OutputStream.nullOutputStream());
            return new Written(first, (System.nanoTime() - begin) / 1e6, bytes);
        }
    }

    private static double copy(Connection connection) throws SQLException, IOException {
        var begin = System.nanoTime();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select * from registration where edition = '2021' and state <> 'DRAFT'"
                                + " order by submitted_at, id) to stdout (format csv)",
                        OutputStream.nullOutputStream());
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void insert(Connection connection, int registrations) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into registration (id, version, edition, person, entered_by, state, category, attendance,"
                    + " country, content, listed, name_key, match_email, match_name, words, created_at, submitted_at)"
                    + " select gen_random_uuid(), 0, '2021', 'person-' || n, 'person-' || n,"
                    + " case n % 5 when 0 then 'SUBMITTED' else 'ACCREDITED' end, k, 'REMOTE', c,"
                    + " jsonb_build_object('category', k, 'attendance', 'remote', 'givenName', 'Given' || n % 997,"
                    + " 'familyName', f, 'entity', e, 'jobTitle', 'Officer', 'country', c,"
                    + " 'email', 'person' || n % " + (registrations - 50) + " || '@mail.example', 'listed', n % 2 = 0),"
                    + " n % 2 = 0, lower(f) || n, 'person' || n % " + (registrations - 50) + " || '@mail.example',"
                    + " lower(f) || n, search_vector(jsonb_build_object('plain', to_jsonb(string_to_array(lower(f || ' ' || e), ' ')))), now(), now() - n * interval '1 second'"
                    + " from generate_series(1, " + registrations + ") n"
                    + " cross join lateral (select (array['KE','SA','TH','MX','UZ','PL','GH','TN','VN','PE'])[n % 10 + 1] c,"
                    + " (array['media','civil-society','remote'])[n % 3 + 1] k,"
                    + " case when n % " + Math.max(1, registrations / 10) + " = 0 then 'Island7' else 'Family' || n end f,"
                    + " case when n % 3 = 0 then 'Ministry of Post ' || n % 50 else 'Company ' || n end e) x");
            statement.execute("analyze registration");
        }
    }
}
