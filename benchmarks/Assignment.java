import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The program of assignment.sh, which says what it measures. */
final class Assignment {

    private static final int EXPERTS = 60;

    private final Awards awards;
    private final String manager;

    private Assignment(Awards awards) throws IOException, InterruptedException {
        this.awards = awards;
        this.manager = awards.authorization("awards-manager");
    }

    public static void main(String[] args) throws Exception {
        var projects = args.length > 0 ? Integer.parseInt(args[0]) : 1300;
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        try (var awards = Awards.at("2021-02-02T09:00:00Z")) {
            new Assignment(awards).measure(projects, rounds);
        }
    }

    private void measure(int projects, int rounds) throws Exception {
        try (var connection = awards.connect()) {
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
        var answer = awards.timed(
                HttpRequest.newBuilder(URI.create(awards.edition() + "/assignments"))
                        .header("Authorization", manager)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.noBody()),
                200);
        if (!answer.body().contains(":" + expected + ",")) {
            throw new IllegalStateException(answer.body());
        }
        return answer.milliseconds();
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
}
