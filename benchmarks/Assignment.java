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
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;

import org.wsisforum.stack.Stack;
import org.wsisforum.stack.StackConfig;

/** The program of assignment.sh, which says what it measures. */
final class Assignment {

    private static final int EXPERTS = 60;

    private final Stack stack;
    private final StackConfig config;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token;

    private Assignment(Stack stack, StackConfig config) {
        this.stack = stack;
        this.config = config;
    }

    public static void main(String[] args) throws Exception {
        var projects = args.length > 0 ? Integer.parseInt(args[0]) : 1300;
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var data = Path.of(System.getProperty("data")).toAbsolutePath();
        var config = StackConfig.isolated(Path.of("").toAbsolutePath(), data);
        try (var stack = Stack.start(config)) {
            stack.clock(Instant.parse("2021-02-02T09:00:00Z"));
            new Assignment(stack, config).measure(projects, rounds);
        }
    }

    private void measure(int projects, int rounds) throws Exception {
        token = token();
        try (var connection = connect()) {
            insertExperts(connection);
            insertProjects(connection, 0, projects / 10);
            var few = rounds(connection, rounds, projects / 10);
            insertProjects(connection, projects / 10, projects);
            var all = rounds(connection, rounds, projects);
            var again = new Figures();
            for (var round = 0; round < rounds; round++) {
                again.add(assign(0));
            }
            System.out.printf("%n%d experts, three to a project; ms for one request%n", EXPERTS);
            System.out.printf("  %-40s %s%n", projects / 10 + " projects", few.print("%.0f"));
            System.out.printf("  %-40s %s%n", projects + " projects", all.print("%.0f"));
            System.out.printf("  %-40s %s%n", "the same again, nothing to do", again.print("%.0f"));
            System.out.printf("  %-40s %.2f%n", "ten times the projects, times as long", all.median() / few.median());
        }
    }

    /** One round more than asked, which warms up. */
    private Figures rounds(Connection connection, int rounds, int projects) throws Exception {
        var figures = new Figures();
        for (var round = 0; round <= rounds; round++) {
            try (var statement = connection.createStatement()) {
                statement.execute("delete from assignment");
            }
            var time = assign(projects * 3);
            if (round > 0) {
                figures.add(time);
            }
        }
        return figures;
    }

    private double assign(int expected) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(stack.gateway() + "/awards/v1/editions/2021/assignments"))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var time = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200 || !answer.body().contains(":" + expected + ",")) {
            var log = stack.logsOf("awards-service");
            throw new IllegalStateException(answer.statusCode() + " " + answer.body() + "\n"
                    + log.substring(Math.max(0, log.length() - 4000)));
        }
        return time;
    }

    private static void insertExperts(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into expert (edition, subject, version, categories, country, collaborators,"
                    + " collaborator_keys) select '2021', 'expert-' || n, 0,"
                    + " array[n % 18 + 1, (n + 6) % 18 + 1, (n + 12) % 18 + 1],"
                    + " (array['SN','EG','JP','BR','KZ','FR','KE','QA','IN','CA'])[n % 10 + 1], '{}', '{}'"
                    + " from generate_series(1, " + EXPERTS + ") n");
        }
    }

    private static void insertProjects(Connection connection, int from, int to) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into project (id, version, edition, category, state, owner, co_owners, title, form,"
                    + " entity, country, stakeholder_type, goals, title_key, entity_key, entity_in_category, created_at,"
                    + " changed_at, submitted_at) select gen_random_uuid(), 0, '2021', n % 18 + 1, 'SUBMITTED',"
                    + " 'owner-' || n, '{}', 'Project ' || n, jsonb_build_object('category', n % 18 + 1, 'title',"
                    + " 'Project ' || n, 'entity', 'Entity ' || n, 'country', c.code, 'stakeholderType', 'government',"
                    + " 'linkages', '[]'::jsonb), 'Entity ' || n, c.code, 'government', '{}', 'project ' || n,"
                    + " 'entity ' || n, 'entity ' || n, now(), now(), now()"
                    + " from generate_series(" + (from + 1) + ", " + to + ") n"
                    + " cross join lateral (select (array['KE','SA','TH','MX','UZ','PL','GH','TN','VN','PE'])[n % 10 + 1]"
                    + " as code) c");
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
        var begin = answer.indexOf("\"access_token\":\"") + 16;
        return answer.substring(begin, answer.indexOf('"', begin));
    }
}
