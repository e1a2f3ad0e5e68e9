import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import org.wsisforum.stack.Stack;
import org.wsisforum.stack.StackConfig;

/** The program of tally.sh, which says what it measures. */
final class Tally {

    private static final int CATEGORIES = 18;
    private static final int NOMINEES = 20;
    private static final String AWARDS = "/awards/v1/editions/2021";

    /** As in Counting.java of awards-service, with the values written in. */
    private static final List<String> COUNTING = List.of(
            "vote as v where v.edition = '2021' and not exists (select 1 from ballot b where b.voter = v.voter"
                    + " and b.edition = '2021' and b.categories < 18)",
            "quarantine q join ballot b on b.voter = q.voter join vote v on v.voter = q.voter"
                    + " where q.edition = '2021' and q.decision is distinct from 'counted' and b.categories >= 18",
            "superseded_vote v join ballot b on b.voter = v.voter left join quarantine q on q.voter = v.voter"
                    + " where v.edition = '2021' and b.categories >= 18"
                    + " and not (q.voter is not null and q.decision is distinct from 'counted')");

    private final Stack stack;
    private final StackConfig config;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token;

    private Tally(Stack stack, StackConfig config) {
        this.stack = stack;
        this.config = config;
    }

    public static void main(String[] args) throws Exception {
        var voters = args.length > 0 ? Integer.parseInt(args[0]) : 72_000;
        var incomplete = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        var rounds = args.length > 2 ? Integer.parseInt(args[2]) : 9;
        var data = Path.of(System.getProperty("data")).toAbsolutePath();
        var config = StackConfig.isolated(Path.of("").toAbsolutePath(), data);
        try (var stack = Stack.start(config)) {
            stack.clock(Instant.parse("2021-04-01T09:00:00Z"));
            new Tally(stack, config).measure(voters, incomplete, rounds);
        }
    }

    private void measure(int voters, int incomplete, int rounds) throws Exception {
        token = token();
        try (var connection = connect()) {
            insert(connection, voters, incomplete);
            System.out.printf(
                    "%n%d votes of %d voters, %d %% of them with a category left out; ms%n",
                    count(connection), voters, incomplete);
            // What it adds is thrown away.
            connection.setAutoCommit(false);
            var suspicion = time(() -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate(suspicion());
                }
            });
            connection.rollback();
            connection.setAutoCommit(true);
            var sealing = time(() -> send(
                    "POST", stack.addressesOf("awards-service").getFirst() + AWARDS + "/ledger"));
            var plain = new Figures();
            var counting = new Figures();
            var whole = new Figures();
            String tally = null;
            // One round more than asked, which warms up.
            for (var round = 0; round <= rounds; round++) {
                var ofPlain = time(() -> query(
                        connection,
                        "select category, project, count(*) from vote where edition = '2021' group by category, project"));
                var ofCounting = time(() -> {
                    for (var votes : COUNTING) {
                        query(
                                connection,
                                "select v.category, v.project, count(*) from " + votes
                                        + " group by v.category, v.project");
                    }
                });
                tally = tally();
                if (round > 0) {
                    plain.add(ofPlain);
                    counting.add(ofCounting);
                    whole.add(between(send("GET", AWARDS + "/tallies/" + tally)));
                }
            }
            System.out.printf("  %-40s %s%n", "plain GROUP BY", plain.print("%.0f"));
            System.out.printf("  %-40s %s%n", "the queries of the counting", counting.print("%.0f"));
            System.out.printf("  %-40s %s%n", "the whole job", whole.print("%.0f"));
            System.out.printf("  %-40s %.2f%n", "counting, times the plain GROUP BY", counting.median() / plain.median());
            System.out.printf("  %-40s %.2f%n", "the whole job, times the same", whole.median() / plain.median());
            System.out.printf("  %-40s %.0f%n", "looking for what is suspicious, once", suspicion);
            System.out.printf("  %-40s %.0f%n", "sealing, once, with looking again", sealing);
            verify(tally);
        }
    }

    /** The statement of Suspicion.java of awards-service, with the thresholds of 2021. */
    private static String suspicion() throws IOException {
        var source = Files.readString(Path.of(
                "awards-service/src/main/java/org/wsisforum/awards/vote/Suspicion.java"));
        var begin = source.indexOf("SET_APART = \"\"\"") + 15;
        var sql = source.substring(begin, source.indexOf("\"\"\"", begin));
        for (var value : Map.of(
                        ":edition", "'2021'",
                        ":voters", "50",
                        ":before", "29",
                        ":minutes", "10",
                        ":networkScore", "40",
                        ":disposableScore", "40",
                        ":burstScore", "40",
                        ":threshold", "80",
                        ":now", "now()")
                .entrySet()) {
            sql = sql.replaceAll(value.getKey() + "\\b", value.getValue());
        }
        return sql;
    }

    private void verify(String tally) throws Exception {
        var ledger = config.data().resolve("ledger.jsonl");
        var document = config.data().resolve("tally.json");
        var reading = time(() -> save(AWARDS + "/ledger/file", ledger));
        save(AWARDS + "/tallies/" + tally + "/document", document);
        System.out.printf(
                "  %-40s %.0f (%d MB)%n", "reading the ledger's file", reading, Files.size(ledger) / 1_000_000);
        var verifying = time(() -> {
            var process = new ProcessBuilder("./wsis", "verify-ledger", ledger.toString(), "--tally", document.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        });
        System.out.printf("  %-40s %.0f%n", "verifying and counting it again", verifying);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double time(Work work) throws Exception {
        var begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getLong(3);
            }
        }
    }

    /** Has the votes counted, and waits; the waiting is not measured. */
    private String tally() throws IOException, InterruptedException {
        var id = field(send("POST", AWARDS + "/tallies"), "id");
        for (var state = ""; !state.equals("done"); state = field(send("GET", AWARDS + "/tallies/" + id), "state")) {
            if (state.equals("failed")) {
                throw new IllegalStateException(stack.logsOf("awards-service"));
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        return id;
    }

    private static double between(String tally) {
        return Duration.between(Instant.parse(field(tally, "startedAt")), Instant.parse(field(tally, "endedAt")))
                        .toNanos()
                / 1e6;
    }

    private static String field(String json, String name) {
        var begin = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(begin, json.indexOf('"', begin));
    }

    private String send(String method, String path) throws IOException, InterruptedException {
        var answer = client.send(request(method, path), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void save(String path, Path file) throws IOException, InterruptedException {
        var answer = client.send(request("GET", path), HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + Files.readString(file));
        }
    }

    /** Of the gateway, where no other address is given. */
    private HttpRequest request(String method, String address) {
        return HttpRequest.newBuilder(URI.create(address.startsWith("/") ? stack.gateway() + address : address))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from vote")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void insert(Connection connection, int voters, int incomplete) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into project (id, version, edition, category, state, owner, co_owners, title, form,"
                    + " entity, country, stakeholder_type, goals, title_key, entity_key, created_at, changed_at,"
                    + " submitted_at) select cast(md5(c || '-' || n) as uuid), 0, '2021', c, 'SUBMITTED', 'owner', '{}',"
                    + " 'Project ' || n, jsonb_build_object('category', c, 'title', 'Project ' || n, 'entity', 'Entity',"
                    + " 'country', 'KE', 'stakeholderType', 'government', 'linkages', '[]'::jsonb), 'Entity', 'KE',"
                    + " 'government', '{}', c || '-' || n, 'entity', now(), now(), now()"
                    + " from generate_series(1, " + CATEGORIES + ") c, generate_series(1, " + NOMINEES + ") n");
            statement.execute("insert into nomination (edition, category, quota, waiting_list, incomplete, method,"
                    + " nominated_at) select '2021', c, " + NOMINEES + ", 0, false, '{}', now()"
                    + " from generate_series(1, " + CATEGORIES + ") c");
            statement.execute("insert into nominee (edition, category, position, project, line) select '2021', c, n,"
                    + " cast(md5(c || '-' || n) as uuid), '{}'"
                    + " from generate_series(1, " + CATEGORIES + ") c, generate_series(1, " + NOMINEES + ") n");
            statement.execute("insert into voter (edition, account, mailbox, disposable, first_seen_at)"
                    + " select '2021', sha256(cast('account ' || n as bytea)), sha256(cast('mailbox ' || n as bytea)),"
                    + " false, now() from generate_series(1, " + voters + ") n");
            // In the order in which they were cast, voters mixed, as they would have come in.
            statement.execute("insert into vote (id, voter, edition, category, project, cast_at, network)"
                    + " select gen_random_uuid(), id, '2021', c, cast(md5(c || '-' || n) as uuid), at,"
                    // Some voters from each of many networks, too few to be suspicious.
                    + " sha256(cast('network ' || id % 20000 as bytea)) from ("
                    + "select id, c, floor(-ln(1 - random() * (1 - exp(-2))) / 2 * " + NOMINEES + ") + 1 as n,"
                    + " timestamptz '2021-03-01' + random() * interval '30 days' as at"
                    + " from voter, generate_series(1, " + CATEGORIES + ") c"
                    + " where not (id % 100 < " + incomplete + " and c = id % " + CATEGORIES + " + 1)) as cast_votes"
                    + " order by at");
            // One voter of a hundred is set apart.
            statement.execute("insert into quarantine (voter, edition, score, reasons, since) select id, '2021', 90, '[]', now()"
                    + " from voter where id % 100 = 99");
            statement.execute("vacuum analyze quarantine");
            statement.execute("vacuum analyze vote");
            statement.execute("vacuum analyze voter");
        }
    }

    private Connection connect() throws SQLException, IOException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(config.data().resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + config.ports().postgres() + "/wsis",
                "awards",
                secrets.getProperty("database.awards"));
    }

    private String token() throws IOException, InterruptedException {
        var answer = client.send(
                        HttpRequest.newBuilder(URI.create(stack.realm() + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=local-cli"
                                        + "&username=awards-manager&password=wsis"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return field(answer, "access_token");
    }
}
