import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;

/** The program of stocktaking.sh, which says what it measures. */
final class Stocktaking {

    private enum Question {
        LIST("the plain list", "?limit=50"),
        COUNTRY("of one country", "?limit=50&country=KE"),
        RARE("a word that 10 have", "?limit=50&q=island7"),
        COMMON("a word that most have", "?limit=50&q=health"),
        BOTH("a word, a goal and a region", "?limit=50&q=health&goal=3&region=AFR"),
        FACETS("facets of all", "/facets"),
        FACETS_OF_WORD("facets of a word", "/facets?q=health");

        private final String title;
        private final String query;

        Question(String title, String query) {
            this.title = title;
            this.query = query;
        }
    }

    private final Awards awards;

    private Stocktaking(Awards awards) {
        this.awards = awards;
    }

    public static void main(String[] args) throws Exception {
        var entries = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        try (var awards = Awards.at("2021-02-15T09:00:00Z")) {
            new Stocktaking(awards).measure(entries, rounds);
        }
    }

    private void measure(int entries, int rounds) throws Exception {
        try (var connection = awards.connect()) {
            insert(connection, entries);
        }
        var times = new EnumMap<Question, Figures>(Question.class);
        for (var question : Question.values()) {
            times.put(question, new Figures());
        }
        // A quarter of the rounds warms up; all questions take turns, so that drift cancels.
        for (var round = -rounds / 4; round < rounds; round++) {
            for (var question : Question.values()) {
                var time = ask(question.query);
                if (round >= 0) {
                    times.get(question).add(time);
                }
            }
        }
        System.out.printf("%n%d entries; ms for one request, %d rounds%n", entries, rounds);
        System.out.printf("  %-30s %-28s %s%n", "", "median (least to most)", "the plain list = 1");
        times.forEach((question, figures) -> System.out.printf(
                "  %-30s %-28s %.2f%n",
                question.title,
                figures.print("%.1f"),
                figures.median() / times.get(Question.LIST).median()));
    }

    /** Of the service itself, so that nothing else keeps an answer. */
    private double ask(String query) throws IOException, InterruptedException {
        var service = awards.stack().addressesOf("awards-service").getFirst();
        return awards.timed(
                        HttpRequest.newBuilder(URI.create(service + "/awards/v1/editions/2021/stocktaking" + query)), 200)
                .milliseconds();
    }

    /** Texts of 170 words out of forty; two in three have "health", and ten have the word of a certain island. */
    private static void insert(Connection connection, int entries) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select setseed(0.2021)");
            statement.execute("insert into project (id, version, edition, category, state, owner, co_owners, title, form,"
                    + " entity, country, stakeholder_type, goals, title_key, entity_key, entity_in_category, created_at,"
                    + " changed_at, submitted_at)"
                    + " select gen_random_uuid(), 0, '2021', n % 18 + 1, 'SUBMITTED', 'owner-' || n, '{}', 'Project ' || n,"
                    + " jsonb_build_object('category', n % 18 + 1, 'title', 'Project ' || n, 'entity', 'Entity ' || n,"
                    + " 'country', c, 'stakeholderType', 'government', 'description', d, 'impact', d, 'linkages',"
                    + " jsonb_build_array(jsonb_build_object('goal', n % 17 + 1, 'how', 'By and by.'))),"
                    + " 'Entity ' || n, c, 'government', array[n % 17 + 1], 'project ' || n, 'entity ' || n,"
                    + " 'entity ' || n, now(), now(), now() - n * interval '1 second'"
                    + " from generate_series(1, " + entries + ") n"
                    + " cross join lateral (select (array['KE','SA','TH','MX','UZ','PL','GH','TN','VN','PE'])[n % 10 + 1] c) x"
                    + " cross join lateral (select case when n % 3 > 0 then 'health ' else '' end"
                    + " || case when n % " + Math.max(1, entries / 10) + " = 0 then 'island7 ' else '' end"
                    + " || string_agg('word' || (random() * 40 + g * 0)::int || n % 7, ' ') d from generate_series(1, 170) g) y");
            statement.execute("analyze");
        }
    }
}
