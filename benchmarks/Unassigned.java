import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The program of unassigned.sh, which says what it measures. */
final class Unassigned {

    private static final int PROJECTS = 1300;

    private final Awards awards;
    private final String expert;

    private Unassigned(Awards awards) throws IOException, InterruptedException {
        this.awards = awards;
        this.expert = awards.authorization("expert1");
    }

    public static void main(String[] args) throws Exception {
        var requests = args.length > 0 ? Integer.parseInt(args[0]) : 3000;
        try (var awards = Awards.at("2021-02-10T09:00:00Z")) {
            new Unassigned(awards).measure(requests);
        }
    }

    private void measure(int requests) throws Exception {
        List<String> existing;
        try (var connection = awards.connect()) {
            insert(connection);
            existing = projects(connection);
        }
        ask(existing, 1000);
        var times = ask(existing, requests);
        System.out.printf("%n%d requests each; ms%n", requests);
        System.out.printf("  %-40s %s%n", "a project that others judge", figures(times[0]));
        System.out.printf("  %-40s %s%n", "no project", figures(times[1]));
        System.out.printf("  %-40s %.3f%n", "the existing one takes longer", longer(times[0], times[1]));
    }

    /** In turns, beginning with the one or the other, so that neither is always asked on the heels of the other. */
    private double[][] ask(List<String> existing, int requests) throws IOException, InterruptedException {
        var times = new double[2][requests];
        for (var i = 0; i < requests; i++) {
            for (var turn = 0; turn < 2; turn++) {
                var which = (i + turn) % 2;
                var project = which == 0
                        ? existing.get(i % existing.size())
                        : UUID.randomUUID().toString();
                times[which][i] = ask(project);
            }
        }
        return times;
    }

    private double ask(String project) throws IOException, InterruptedException {
        return awards.timed(
                        HttpRequest.newBuilder(URI.create(awards.edition() + "/reviews/" + project))
                                .header("Authorization", expert),
                        404)
                .milliseconds();
    }

    private static String figures(double[] times) {
        var figures = new Figures();
        for (var time : times) {
            figures.add(time);
        }
        return figures.print("%.3f");
    }

    private static double longer(double[] one, double[] other) {
        var longer = 0.0;
        for (var a : one) {
            for (var b : other) {
                longer += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return longer / one.length / other.length;
    }

    /** Each project is judged by three experts, of whom the asking one is none. */
    private static void insert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into expert (edition, subject, version, categories, country, collaborators,"
                    + " collaborator_keys) select '2021', 'expert-' || n, 0, array[1], 'CH', '{}', '{}'"
                    + " from generate_series(1, 3) n");
            statement.execute("insert into project (id, version, edition, category, state, owner, co_owners, title, form,"
                    + " entity, country, stakeholder_type, goals, title_key, entity_key, entity_in_category, created_at,"
                    + " changed_at, submitted_at) select gen_random_uuid(), 0, '2021', 1, 'SUBMITTED',"
                    + " 'owner-' || n, '{}', 'Project ' || n, jsonb_build_object('category', 1, 'title',"
                    + " 'Project ' || n, 'entity', 'Entity ' || n, 'country', 'KE', 'stakeholderType', 'government',"
                    + " 'linkages', '[]'::jsonb), 'Entity ' || n, 'KE', 'government', '{}', 'project ' || n,"
                    + " 'entity ' || n, 'entity ' || n, now(), now(), now() from generate_series(1, " + PROJECTS + ") n");
            statement.execute("insert into assignment (project, expert, edition, category, automatic, assigned_at)"
                    + " select p.id, e.subject, '2021', 1, true, now() from project p cross join expert e");
            statement.execute("analyze");
        }
    }

    private static List<String> projects(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from project")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
