import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The program of tally.sh, which says what it measures. */
final class Tally {

    private static final int CATEGORIES = 18;
    private static final int NOMINEES = 20;

    private final Awards awards;
    private final String authorization;

    private Tally(Awards awards) throws IOException, InterruptedException {
        this.awards = awards;
        this.authorization = awards.authorization("awards-manager");
    }

    public static void main(String[] args) throws Exception {
        var voters = args.length > 0 ? Integer.parseInt(args[0]) : 72_000;
        var incomplete = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        var setApart = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        var rounds = args.length > 3 ? Integer.parseInt(args[3]) : 9;
        try (var awards = Awards.at("2021-04-01T09:00:00Z")) {
            new Tally(awards).measure(voters, incomplete, setApart, rounds);
        }
    }

    private void measure(int voters, int incomplete, int setApart, int rounds) throws Exception {
        try (var connection = awards.connect()) {
            insert(connection, voters, incomplete, setApart);
            System.out.printf(
                    "%n%d votes of %d voters, %d %% of them with a category left out, %d %% set apart; ms%n",
                    count(connection), voters, incomplete, setApart);
            // What it adds is thrown away.
            connection.setAutoCommit(false);
            var suspicion = time(() -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate(suspicion());
                }
            });
            connection.rollback();
            connection.setAutoCommit(true);
            var first = new Figures();
            first.add(between(tally()));
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
                    for (var votes : List.of("vote", "superseded_vote")) {
                        query(connection, counting(votes));
                    }
                });
                tally = tally();
                if (round > 0) {
                    plain.add(ofPlain);
                    counting.add(ofCounting);
                    whole.add(between(tally));
                }
            }
            System.out.printf("  %-40s %s%n", "plain GROUP BY", plain.print("%.0f"));
            System.out.printf("  %-40s %s%n", "the queries of the counting", counting.print("%.0f"));
            System.out.printf("  %-40s %s%n", "the whole job", whole.print("%.0f"));
            System.out.printf("  %-40s %.2f%n", "counting, times the plain GROUP BY", counting.median() / plain.median());
            System.out.printf("  %-40s %.2f%n", "the whole job, times the same", whole.median() / plain.median());
            System.out.printf("  %-40s %.0f%n", "looking for what is suspicious, once", suspicion);
            System.out.printf("  %-40s %.0f%n", "the first job, with looking and sealing", first.median());
            verify(tally);
        }
    }

    /** The statement of Suspicion.java of awards-service, with the thresholds of 2021. */
    private static String suspicion() throws IOException {
        return statement("vote/Suspicion.java", "SET_APART", Map.of(
                "edition", "'2021'",
                "voters", "50",
                "before", "29",
                "minutes", "10",
                "networkScore", "40",
                "disposableScore", "40",
                "burstScore", "40",
                "threshold", "80",
                "now", "now()"));
    }

    /** The statement of Counting.java of awards-service, where a vote is wanted in every category. */
    private static String counting(String votes) throws IOException {
        return statement("tally/Counting.java", "GROUPED", Map.of("edition", "'2021'", "needed", "18"))
                .formatted(votes, "q.decision is distinct from 'counted'");
    }

    private static String statement(String file, String name, Map<String, String> values) throws IOException {
        var source = Files.readString(Path.of("awards-service/src/main/java/org/wsisforum/awards", file));
        var begin = source.indexOf(name + " = \"\"\"") + name.length() + 6;
        var sql = source.substring(begin, source.indexOf("\"\"\"", begin));
        for (var value : values.entrySet()) {
            sql = sql.replaceAll(":" + value.getKey() + "\\b", value.getValue());
        }
        return sql;
    }

    private void verify(String tally) throws Exception {
        var ledger = awards.forum().data().resolve("ledger.jsonl");
        var document = awards.forum().data().resolve("tally.json");
        var reading = time(() -> awards.save(request("GET", "/ledger/file"), ledger));
        awards.save(request("GET", "/tallies/" + id(tally) + "/document"), document);
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

    /** Has the votes counted, waits, and gives the tally; the waiting is not measured. */
    private String tally() throws IOException, InterruptedException {
        var id = id(send("POST", "/tallies"));
        while (true) {
            var tally = send("GET", "/tallies/" + id);
            if (field(tally, "state").equals("done")) {
                return tally;
            }
            if (field(tally, "state").equals("failed")) {
                throw new IllegalStateException(awards.stack().logsOf("awards-service"));
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private static double between(String tally) {
        return Duration.between(Instant.parse(field(tally, "startedAt")), Instant.parse(field(tally, "endedAt")))
                        .toNanos()
                / 1e6;
    }

    private static String id(String tally) {
        return field(tally, "id");
    }

    private static String field(String json, String name) {
        var begin = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(begin, json.indexOf('"', begin));
    }

    private String send(String method, String path) throws IOException, InterruptedException {
        return awards.timed(request(method, path), method.equals("POST") ? 202 : 200).body();
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(awards.edition() + path))
                .header("Authorization", authorization)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.noBody());
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from vote")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void insert(Connection connection, int voters, int incomplete, int setApart) throws SQLException {
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
            statement.execute("insert into quarantine (voter, edition, score, reasons, since) select id, '2021', 90, '[]', now()"
                    + " from voter where id % 100 >= " + (100 - setApart));
            statement.execute("vacuum analyze quarantine");
            statement.execute("vacuum analyze vote");
            statement.execute("vacuum analyze voter");
        }
    }
}
