import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

import org.wsisforum.stack.Stack;

/** The awards-service of a local stack on free ports with a folder of its own, and its gateway. */
final class Awards implements AutoCloseable {

    private final LocalForum forum;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Awards(LocalForum forum) {
        this.forum = forum;
    }

    /** At this time of the Forum. */
    static Awards at(String time) throws IOException {
        var awards = new Awards(LocalForum.start());
        awards.stack().clock(Instant.parse(time));
        return awards;
    }

    LocalForum forum() {
        return forum;
    }

    Stack stack() {
        return forum.stack();
    }

    /** Where the edition 2021 stands behind the gateway. */
    String edition() {
        return stack().gateway() + "/awards/v1/editions/2021";
    }

    /** Has the answer written to a file, as it comes. */
    void save(HttpRequest.Builder request, Path file) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + Files.readString(file));
        }
    }

    /** The answer, and how many milliseconds it took; anything but the expected status ends the program. */
    Answer timed(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        var ready = request.build();
        var begin = System.nanoTime();
        var answer = client.send(ready, HttpResponse.BodyHandlers.ofString());
        var time = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != expected) {
            var log = stack().logsOf("awards-service");
            throw new IllegalStateException(answer.statusCode() + " " + answer.body() + "\n"
                    + log.substring(Math.max(0, log.length() - 4000)));
        }
        return new Answer(answer.body(), time);
    }

    /** What was answered, after so many milliseconds. */
    record Answer(String body, double milliseconds) {}

    /** As the service's own role, whose schema it is. */
    Connection connect() throws SQLException {
        return forum.connect("awards");
    }

    /** The header value of a sample account with a token of its own. */
    String authorization(String user) throws IOException, InterruptedException {
        return "Bearer " + forum.token(user);
    }

    @Override
    public void close() {
        forum.close();
    }
}
