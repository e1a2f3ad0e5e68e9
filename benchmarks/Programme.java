import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.wsisforum.agenda.SeededProgramme;

/** The program of programme.sh, which says what it measures. */
final class Programme {

    private static final String EDITION = "/agenda/v1/editions/2021/";

    /** How many connections pgbench has: more than the cores, fewer than would wait for each other. */
    private static final int CONNECTIONS_OF_PGBENCH = 8;

    private static final String SESSIONS = "from agenda.released where edition = '2021' and kind = 'sessions'";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path data = Path.of(System.getProperty("data")).toAbsolutePath();
    private final Agenda agenda;
    private final int seconds;
    private final int connections;
    private String authorization;

    private Programme(Agenda agenda, int seconds, int connections) {
        this.agenda = agenda;
        this.seconds = seconds;
        this.connections = connections;
    }

    /**
     * Something that is read.
     *
     * @param path at the service
     * @param file with the same bytes, at nginx
     * @param known whether the reader has it already
     * @param sql what the read would have to ask
     */
    private record Read(String name, String path, String file, boolean known, String sql) {}

    public static void main(String[] args) throws Exception {
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        try (var agenda = Agenda.start()) {
            new Programme(
                            agenda,
                            args.length > 0 ? Integer.parseInt(args[0]) : 5,
                            args.length > 2 ? Integer.parseInt(args[2]) : 64)
                    .compare(rounds);
        }
    }

    private void compare(int rounds) throws Exception {
        authorization = agenda.authorization("programme-manager");
        var session = fill();
        var cursor = Agenda.last(agenda.get(agenda.changes("2021") + "?since=now"), "cursor");
        move(session);
        var delta = EDITION + "changes?since=" + cursor;
        var reads = List.of(
                new Read(
                        "list",
                        EDITION + "sessions?limit=50",
                        "list.json",
                        false,
                        "select id, sequence, body " + SESSIONS
                                + " and last_release is null order by body->'said'->>'startsAt', id limit 51;"),
                new Read(
                        "detail",
                        EDITION + "sessions/" + session,
                        "detail.json",
                        false,
                        "select id, sequence, body " + SESSIONS + " and id = '" + session + "' and last_release is null;"),
                new Read(
                        "schedule.json",
                        EDITION + "schedule.json",
                        "schedule.json",
                        false,
                        "select id, sequence, body " + SESSIONS
                                + " and last_release is null order by body->'said'->>'startsAt', id;"),
                new Read(
                        "304",
                        EDITION + "schedule.json",
                        "schedule.json",
                        true,
                        "select number, released_at from agenda.release where edition = '2021' order by number desc limit 1;"),
                new Read("delta", delta, "delta.json", false, sqlOf(delta)));
        var port = Programs.freePort();
        var nginx = nginx(port, reads);
        try {
            System.out.printf("%d connections, %d rounds of %d s%n", connections, rounds, seconds);
            for (var read : reads) {
                compare(read, URI.create("http://127.0.0.1:" + port + "/" + read.file()), rounds);
            }
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private void compare(Read read, URI file, int rounds) throws Exception {
        var service = URI.create("http://127.0.0.1:" + agenda.service().getPort() + read.path());
        var ofFile = awaited(file);
        var bytes = get(service);
        // The cursor of a page of the feed moves on with every transaction, and is as long as it was.
        if (read.name().equals("delta")
                ? bytes.body().length != ofFile.body().length
                : !Arrays.equals(bytes.body(), ofFile.body())) {
            throw new IllegalStateException("nginx and the service do not give the same bytes of " + read.path());
        }
        var tags = read.known()
                ? new String[] {tag(ofFile), tag(bytes)}
                : new String[] {null, null};
        var script = Files.writeString(data.resolve(read.name() + ".sql"), read.sql() + "\n");
        // Until the compiler has seen enough of it.
        load(service, tags[1]);
        load(file, tags[0]);
        var nginxRate = new Figures();
        var rate = new Figures();
        var databaseRate = new Figures();
        var toNginx = new Figures();
        var toDatabase = new Figures();
        for (var round = 0; round < rounds; round++) {
            var limit = load(file, tags[0]);
            var measured = load(service, tags[1]);
            var asked = ask(script);
            nginxRate.add(limit);
            rate.add(measured);
            databaseRate.add(asked);
            toNginx.add(measured / limit);
            toDatabase.add(measured / asked);
        }
        System.out.printf("%s: %d bytes, reads a second%n", read.name(), read.known() ? 0 : ofFile.body().length);
        System.out.printf("  nginx, a file:      %s%n", nginxRate.print("%.0f"));
        System.out.printf("  agenda-service:     %s%n", rate.print("%.0f"));
        System.out.printf("  PostgreSQL, pgbench: %s%n", databaseRate.print("%.0f"));
        System.out.printf(
                "  service to nginx %s, to PostgreSQL %s%n", toNginx.print("%.2f"), toDatabase.print("%.2f"));
    }

    /** Puts the programme in and releases it; answers the id of a session. */
    private String fill() throws Exception {
        var programme = new SeededProgramme();
        var rooms = new ArrayList<String>();
        var people = new ArrayList<String>();
        for (var i = 0; i < SeededProgramme.ROOMS; i++) {
            rooms.add(put("rooms", programme.room(i)));
        }
        for (var i = 0; i < SeededProgramme.PEOPLE; i++) {
            var added = send(request(EDITION + "people")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(programme.person(i))));
            people.add(added.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
        }
        var session = "";
        for (var i = 0; i < SeededProgramme.SESSIONS; i++) {
            session = put("sessions", programme.session(i, rooms, people));
        }
        release();
        return session;
    }

    private String put(String things, String body) throws Exception {
        var id = UUID.randomUUID().toString();
        send(request(EDITION + things + "/" + id)
                .header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
        return id;
    }

    private void move(String session) throws Exception {
        send(request(EDITION + "sessions/" + session)
                .setHeader("Content-Type", "application/merge-patch+json")
                .header("If-Match", "*")
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString("{\"startsAt\":\"2021-05-20T18:00:00+02:00\","
                                + "\"endsAt\":\"2021-05-20T18:45:00+02:00\"}")));
        release();
    }

    private void release() throws Exception {
        send(request(EDITION + "releases")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(agenda.service().resolve(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** What the feed has to ask after a cursor: everybody's changes of the edition from a place in it. */
    private String sqlOf(String delta) throws SQLException, IOException, InterruptedException {
        var page = agenda.get(agenda.service().resolve(delta).toString());
        var changes = Pattern.compile("\"specversion\"").matcher(page).results().count();
        var everybody = "edition = '2021' and 'public' = any(audiences)";
        try (var connection = agenda.connect();
                var statement = connection.createStatement();
                var before = statement.executeQuery("select transaction::text, position from agenda.change where " + everybody
                        + " order by transaction desc, position desc offset " + changes + " limit 1")) {
            before.next();
            return "select id, transaction, position, type, subject, fields, recorded_at from agenda.change where " + everybody
                    + " and transaction < pg_snapshot_xmin(pg_current_snapshot())"
                    + " and (transaction, position) > ('" + before.getString(1) + "'::xid8, " + before.getLong(2)
                    + ") order by transaction, position limit 51;";
        }
    }

    private double load(URI address, String tag) throws IOException, InterruptedException {
        return Programs.wrk(
                        connections,
                        seconds,
                        tag == null
                                ? List.of(address.toString())
                                : List.of("-H", "If-None-Match: " + tag, address.toString()))
                .rate();
    }

    private double ask(Path script) throws IOException, InterruptedException {
        return Programs.pgbench(agenda.forum(), "agenda", CONNECTIONS_OF_PGBENCH, seconds, script);
    }

    private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> awaited(URI file) throws Exception {
        for (var i = 0; i < 200; i++) {
            try {
                return get(file);
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("nginx does not start");
    }

    private Process nginx(int port, List<Read> reads) throws Exception {
        var folder = data.resolve("nginx");
        var files = Files.createDirectories(folder.resolve("files"));
        for (var read : reads) {
            Files.write(files.resolve(read.file()), get(agenda.service().resolve(read.path())).body());
        }
        return Programs.nginx(folder, """
                sendfile on;
                tcp_nopush on;
                open_file_cache max=100;
                default_type application/json;
                server {
                  listen 127.0.0.1:%d;
                  root %%s/files;
                }
                """.formatted(port));
    }
}
