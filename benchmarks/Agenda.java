import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;


/** The agenda-service of a local stack on free ports with a folder of its own, and changes put straight into its feed. */
final class Agenda implements AutoCloseable {

    private final LocalForum forum;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Agenda(LocalForum forum) {
        this.forum = forum;
    }

    static Agenda start() throws IOException {
        return new Agenda(LocalForum.start());
    }

    LocalForum forum() {
        return forum;
    }

    /** The agenda-service itself. */
    URI service() {
        return URI.create(forum.stack().addressesOf("agenda-service").getFirst());
    }

    URI gateway() {
        return URI.create(forum.stack().gateway());
    }

    /** As the service's own role, whose schema it is. */
    Connection connect() throws SQLException {
        return forum.connect("agenda");
    }

    /** The header value of a sample account with a token of its own. */
    String authorization(String user) throws IOException, InterruptedException {
        return "Bearer " + forum.token(user);
    }

    /** Gives PostgreSQL the statistics that it makes by itself within a minute or so. */
    void analyze() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("analyze change");
        }
    }

    /** The statement of {@code Changes.record}. */
    static PreparedStatement recording(Connection connection) throws SQLException {
        return connection.prepareStatement("insert into change (id, edition, type, subject, fields, actor, audiences)"
                + " values (?, ?, ?, ?, ?, ?, ?)");
    }

    /** A session that was moved, for everybody to read. */
    static void record(PreparedStatement recording, String edition, String subject) throws SQLException {
        var connection = recording.getConnection();
        recording.setObject(1, UUID.randomUUID());
        recording.setString(2, edition);
        recording.setString(3, "org.wsisforum.agenda.session.moved.v1");
        recording.setString(4, subject);
        recording.setArray(5, connection.createArrayOf("text", new String[] {"startsAt", "endsAt"}));
        recording.setString(6, "0190b0a2-5c7a-7000-8000-0000000000aa");
        recording.setArray(7, connection.createArrayOf("text", new String[] {"public"}));
        recording.executeUpdate();
    }

    String changes(String edition) {
        return service() + "/agenda/v1/editions/" + edition + "/changes";
    }

    /** The answer's body. */
    String get(String address) throws IOException, InterruptedException {
        return whole(
                client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** The body as it comes. */
    InputStream follow(String address) throws IOException, InterruptedException {
        return whole(client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private static <T> T whole(HttpResponse<T> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.request().uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The text of a field of a page of changes, whose fields come after its items. */
    static String last(String page, String field) {
        var at = page.lastIndexOf("\"" + field + "\":") + field.length() + 3;
        var end = at;
        while (",}".indexOf(page.charAt(end)) < 0) {
            end++;
        }
        return page.substring(at, end).replace("\"", "");
    }

    /** The process of the agenda-service. */
    long pid() throws IOException {
        return pid("agenda-service");
    }

    long pidOfGateway() throws IOException {
        return pid("gateway");
    }

    private long pid(String title) throws IOException {
        try (var records = Files.walk(forum.data().resolve("run"))) {
            var record = records.filter(file -> file.toString().endsWith("-" + title + ".pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readAllLines(record).getFirst());
        }
    }

    @Override
    public void close() {
        forum.close();
    }
}
