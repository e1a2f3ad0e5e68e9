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

import org.wsisforum.stack.Stack;
import org.wsisforum.stack.StackConfig;

/** The awards-service of a local stack on free ports with a folder of its own, and its gateway. */
final class Awards implements AutoCloseable {

    private final Stack stack;
    private final StackConfig config;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Awards(Stack stack, StackConfig config) {
        this.stack = stack;
        this.config = config;
    }

    /** At this time of the Forum. */
    static Awards at(String time) {
        var data = Path.of(System.getProperty("data")).toAbsolutePath();
        var config = StackConfig.isolated(Path.of("").toAbsolutePath(), data);
        var awards = new Awards(Stack.start(config), config);
        awards.stack.clock(Instant.parse(time));
        return awards;
    }

    Stack stack() {
        return stack;
    }

    /** Where the edition 2021 stands behind the gateway. */
    String edition() {
        return stack.gateway() + "/awards/v1/editions/2021";
    }

    /** The answer, and how many milliseconds it took; anything but the expected status ends the program. */
    Answer timed(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        var ready = request.build();
        var begin = System.nanoTime();
        var answer = client.send(ready, HttpResponse.BodyHandlers.ofString());
        var time = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != expected) {
            var log = stack.logsOf("awards-service");
            throw new IllegalStateException(answer.statusCode() + " " + answer.body() + "\n"
                    + log.substring(Math.max(0, log.length() - 4000)));
        }
        return new Answer(answer.body(), time);
    }

    /** What was answered, after so many milliseconds. */
    record Answer(String body, double milliseconds) {}

    /** As the service's own role, whose schema it is. */
    Connection connect() throws SQLException, IOException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(config.data().resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + config.ports().postgres() + "/wsis",
                "awards",
                secrets.getProperty("database.awards"));
    }

    /** The header value of a sample account with a token of its own. */
    String authorization(String user) throws IOException, InterruptedException {
        var answer = timed(
                        HttpRequest.newBuilder(URI.create(stack.realm() + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "grant_type=password&client_id=local-cli&password=wsis&username=" + user)),
                        200)
                .body();
        var begin = answer.indexOf("\"access_token\":\"") + 16;
        return "Bearer " + answer.substring(begin, answer.indexOf('"', begin));
    }

    @Override
    public void close() {
        stack.close();
    }
}
