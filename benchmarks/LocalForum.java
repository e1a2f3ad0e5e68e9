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
import java.util.Properties;

import org.wsisforum.stack.Stack;
import org.wsisforum.stack.StackConfig;

/** A local stack on free ports with a folder of its own: its databases, and tokens of its sample accounts. */
final class LocalForum implements AutoCloseable {

    private final Stack stack;
    private final StackConfig config;
    private final Properties secrets = new Properties();

    private LocalForum(Stack stack, StackConfig config) throws IOException {
        this.stack = stack;
        this.config = config;
        try (var in = Files.newBufferedReader(config.data().resolve("secrets.properties"))) {
            secrets.load(in);
        }
    }

    static LocalForum start() throws IOException {
        var data = Path.of(System.getProperty("data")).toAbsolutePath();
        var config = StackConfig.isolated(Path.of("").toAbsolutePath(), data);
        var stack = Stack.start(config);
        try {
            return new LocalForum(stack, config);
        } catch (IOException e) {
            stack.close();
            throw e;
        }
    }

    Stack stack() {
        return stack;
    }

    /** Where everything of this stack stands, and is thrown away with. */
    Path data() {
        return config.data();
    }

    int databasePort() {
        return config.ports().postgres();
    }

    /** Of a role of the database: {@code postgres}, or a service's own. */
    String password(String role) {
        return secrets.getProperty(role.equals("postgres") ? "postgres" : "database." + role);
    }

    /** As a service's own role, whose schema it is. */
    Connection connect(String role) throws SQLException {
        return connect("wsis", role);
    }

    Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + databasePort() + "/" + database, role, password(role));
    }

    /** A token of its own for a sample account. */
    String token(String user) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(stack.realm() + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=password&client_id=local-cli&password=wsis&username=" + user))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No token for " + user + ": " + answer.body());
            }
            var begin = answer.body().indexOf("\"access_token\":\"") + 16;
            return answer.body().substring(begin, answer.body().indexOf('"', begin));
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
