import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import org.wsisforum.stack.Stack;

/** The program of votes.sh, which says what it measures. */
final class Votes {

    private static final int CATEGORIES = 18;
    private static final int NOMINEES = 20;
    /** Fewer than make the next one work for the first vote. */
    private static final int VOTERS_IN_A_NETWORK = 10;

    private static final int MOST_A_SECOND = 6000;

    /** Of deploy/Dockerfile; the heap is half of the memory that docker-compose.yml gives. */
    private static final List<String> AS_IN_THE_IMAGE = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final LocalForum forum;
    private final Stack stack;
    private final Path data;
    private final int connections;
    private final int seconds;
    private final int rounds;
    private final List<Process> started = new ArrayList<>();
    private final List<List<String>> nominees = new ArrayList<>();
    private final AtomicInteger voters = new AtomicInteger();
    private final AtomicInteger benches = new AtomicInteger();
    private PrivateKey key;
    private String header;
    private String claims;
    private int gateway;

    private Votes(LocalForum forum, int connections, int seconds, int rounds) {
        this.forum = forum;
        this.stack = forum.stack();
        this.data = forum.data();
        this.connections = connections;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        try (var forum = LocalForum.start()) {
            forum.stack().clock(Instant.parse("2021-03-10T09:00:00Z"));
            var votes = new Votes(
                    forum,
                    args.length > 0 ? Integer.parseInt(args[0]) : 32,
                    args.length > 1 ? Integer.parseInt(args[1]) : 10,
                    args.length > 2 ? Integer.parseInt(args[2]) : 3);
            try {
                votes.prepare();
                votes.measure();
            } finally {
                for (var process : votes.started) {
                    process.destroy();
                    process.waitFor();
                }
            }
        }
    }

    private void prepare() throws Exception {
        try (var database = forum.connect("awards")) {
            insertNominees(database);
        }
        readKey();
        // The stack's own run with the compiler that starts fast; these with the one that runs fast.
        var service = stack.addressesOf("awards-service").getFirst();
        stack.kill(service);
        // On the local stack commits do not wait for the disk; those of the connections that come do, as in production.
        try (var database = forum.connect("postgres");
                var statement = database.createStatement()) {
            statement.execute("alter role awards in database wsis set synchronous_commit = on");
        }
        var environment = new TreeMap<String, String>();
        for (var line : Files.readAllLines(data.resolve("dev/awards-service.env"))) {
            var equals = line.indexOf('=');
            environment.put(line.substring(0, equals), line.substring(equals + 2, line.length() - 1));
        }
        for (var name : List.of("WSIS_VOTE_TOGETHER", "WSIS_VOTE_WRITERS")) {
            if (System.getenv(name) != null) {
                environment.put(name, System.getenv(name));
            }
        }
        start("awards-service", "-Xmx256m", environment);
        gateway = Programs.freePort();
        start(
                "gateway",
                "-Xmx192m",
                Map.of(
                        "QUARKUS_PROFILE", "local",
                        "WSIS_PORT", String.valueOf(gateway),
                        "WSIS_PUBLIC_URL", stack.gateway(),
                        "WSIS_OIDC_URL", stack.realm(),
                        "WSIS_REGISTRATION_URLS", stack.addressesOf("registration-service").getFirst(),
                        "WSIS_AGENDA_URLS", stack.addressesOf("agenda-service").getFirst(),
                        "WSIS_AWARDS_URLS", service));
        awaitReady(service);
        awaitReady("http://localhost:" + gateway);
    }

    private void start(String module, String heap, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap));
        command.addAll(AS_IN_THE_IMAGE);
        command.addAll(List.of(
                "-jar", Path.of(module, "target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        var builder = new ProcessBuilder(command)
                .directory(data.resolve("work").toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log/" + module + "-measured.log").toFile());
        builder.environment().putAll(environment);
        started.add(builder.start());
    }

    private static void awaitReady(String address) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (var i = 0; i < 600; i++) {
                try {
                    if (client.send(
                                            HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                                                    .build(),
                                            HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // Asked again.
                }
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException(address + " does not become ready");
    }

    private void measure() throws Exception {
        System.out.printf("%n%d connections, %d rounds of %d s each%n", connections, rounds, seconds);
        warmUp();
        pgbench(Math.min(seconds, 3));
        System.out.printf("  %-34s %s%n", "one voter, 18 votes, nobody else", oneVoter().print("%.0f ms"));
        var alone = read(seconds, () -> null);
        cast(Math.min(seconds, 3), false);
        var gatewaySide = new Figures();
        var benchSide = new Figures();
        var ratio = new Figures();
        var together = new Figures();
        var ratioTogether = new Figures();
        cast(Math.min(seconds, 3), true);
        for (var round = 0; round < rounds; round++) {
            var votes = cast(seconds, false);
            var rows = pgbench(seconds);
            var whole = cast(seconds, true);
            gatewaySide.add(votes);
            benchSide.add(rows);
            ratio.add(votes / rows);
            together.add(whole);
            ratioTogether.add(whole / rows);
        }
        System.out.println();
        System.out.printf("  %-34s %s%n", "votes a second through the gateway", gatewaySide.print("%.0f"));
        System.out.printf("  %-34s %s%n", "rows a second by pgbench", benchSide.print("%.0f"));
        System.out.printf("  %-34s %s%n", "ratio", ratio.print("%.2f"));
        System.out.printf("  %-34s %s%n", "votes a second, 18 to a request", together.print("%.0f"));
        System.out.printf("  %-34s %s%n", "ratio", ratioTogether.print("%.2f"));
        var loaded = read(seconds, () -> {
            cast(seconds, false);
            return null;
        });
        System.out.printf("%nreading the nominees of a category, ms: median, 99 of 100, the longest%n");
        System.out.printf("  %-34s %s%n", "nobody votes", alone);
        System.out.printf("  %-34s %s%n", "all connections vote", loaded);
        try (var database = forum.connect("awards");
                var query = database.createStatement();
                var row = query.executeQuery("select count(*), pg_size_pretty(pg_total_relation_size('vote')) from vote")) {
            row.next();
            System.out.printf("%nvotes stored in all: %d, %s with indexes%n", row.getLong(1), row.getString(2));
        }
    }

    /** Compilers, caches and the first pages of the tables: until another round is not much faster than the one before. */
    private void warmUp() throws Exception {
        var before = 0.0;
        for (var votes = cast(seconds, false); votes > before * 1.1; votes = cast(seconds, false)) {
            System.out.printf("  warming up: %.0f votes a second%n", votes);
            before = votes;
        }
    }

    /** Votes a second, over all connections, that were answered 201. */
    private double cast(int howLong, boolean together) throws Exception {
        var accepted = new AtomicLong();
        // Signing costs the asking program more than asking does, so it is done before.
        var tokens = new ConcurrentLinkedQueue<Voter>();
        for (var i = 0; i < connections + howLong * (together ? 4 : 1) * MOST_A_SECOND / CATEGORIES; i++) {
            tokens.add(voter());
        }
        var end = System.nanoTime() + howLong * 1_000_000_000L;
        var begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<Callable<Void>>();
            for (var i = 0; i < connections; i++) {
                all.add(() -> {
                    while (System.nanoTime() < end) {
                        var voter = tokens.remove();
                        try (var connection = new Keptalive(gateway, voter.number())) {
                            if (together) {
                                wholeBallot(connection, voter);
                                accepted.addAndGet(CATEGORIES);
                            } else {
                                ballot(connection, voter, accepted, end);
                            }
                        }
                    }
                    return null;
                });
            }
            for (var future : threads.invokeAll(all)) {
                future.get();
            }
        }
        return accepted.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private record Voter(int number, String token) {}

    private Voter voter() throws Exception {
        var number = voters.incrementAndGet();
        return new Voter(number, token(number));
    }

    private void ballot(Keptalive connection, Voter voter, AtomicLong accepted, long end) throws IOException {
        for (var category = 1; category <= CATEGORIES && System.nanoTime() < end; category++) {
            connection.vote(
                    voter.token(), category, nominees.get(category - 1).get(voter.number() % NOMINEES));
            accepted.incrementAndGet();
        }
    }

    private void wholeBallot(Keptalive connection, Voter voter) throws IOException {
        var votes = new StringBuilder();
        for (var category = 1; category <= CATEGORIES; category++) {
            votes.append(category == 1 ? "" : ",")
                    .append("{\"category\":")
                    .append(category)
                    .append(",\"project\":\"")
                    .append(nominees.get(category - 1).get(voter.number() % NOMINEES))
                    .append("\"}");
        }
        connection.put(voter.token(), "", "{\"votes\":[" + votes + "]}", "200");
    }

    private Figures oneVoter() throws Exception {
        var figures = new Figures();
        try (var connection = new Keptalive(gateway, 0)) {
            for (var i = 0; i < 20; i++) {
                var voter = voter();
                var begin = System.nanoTime();
                ballot(connection, voter, new AtomicLong(), Long.MAX_VALUE);
                figures.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return figures;
    }

    private String read(int howLong, Callable<Void> beside) throws Exception {
        var times = new ArrayList<Double>();
        try (var other = Executors.newSingleThreadExecutor();
                var connection = new Keptalive(gateway, 0)) {
            var load = other.submit(beside);
            var end = System.nanoTime() + howLong * 1_000_000_000L;
            var token = token(0);
            for (var i = 0; System.nanoTime() < end; i++) {
                var begin = System.nanoTime();
                connection.nominees(token, i % CATEGORIES + 1);
                times.add((System.nanoTime() - begin) / 1e6);
                Thread.sleep(5);
            }
            load.get();
        }
        times.sort(null);
        return Figures.print(
                "%.1f, %.1f, %.1f",
                times.get(times.size() / 2), times.get(times.size() * 99 / 100), times.getLast());
    }

    /** Rows a second, as pgbench counts them. */
    private double pgbench(int howLong) throws Exception {
        var first = 1_000_000_000L + benches.getAndIncrement() * 100_000_000L;
        var each = 1_000_000L;
        try (var database = forum.connect("awards");
                var statement = database.createStatement()) {
            // Voters that are there already, enough for every client.
            statement.execute("insert into voter (id, edition, account, mailbox, disposable, first_seen_at)"
                    + " overriding system value select " + first + " + client * " + each + " + n, '2021',"
                    + " sha256(('a' || " + first + " || client || '-' || n)::bytea),"
                    + " sha256(('m' || " + first + " || client || '-' || n)::bytea), false, now()"
                    + " from generate_series(0, " + (connections - 1) + ") client, generate_series(0, "
                    + howLong * 200 + ") n");
        }
        var script = Files.writeString(data.resolve("insert.sql"), """
                \\set n :n + 1
                \\set voter %d + :client_id * %d + :n / %d
                \\set category :n %% %d + 1
                insert into vote (id, voter, edition, category, project, supersedes, cast_at, network)
                select gen_random_uuid(), :voter, '2021', :category, '%s', null, now(), sha256('network')
                where not exists (select 1 from ledger where edition = '2021') on conflict do nothing;
                """.formatted(first, each, CATEGORIES, CATEGORIES, nominees.getFirst().getFirst()));
        return Programs.pgbench(forum, "awards", connections, howLong, script, "-j", "2", "-D", "n=-1");
    }

    /** One connection to the gateway that stays open; what the asking program costs is small beside what it asks for. */
    private static final class Keptalive implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        /** From the network of this voter: a few live in each. */
        Keptalive(int port, int voter) throws IOException {
            var network = voter / VOTERS_IN_A_NETWORK;
            var address = new byte[] {127, (byte) (1 + network / 250), (byte) (network % 250), 1};
            socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByAddress(address), 0);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        }

        void vote(String token, int category, String project) throws IOException {
            put(token, "/" + category, "{\"project\":\"" + project + "\"}", "201");
        }

        void put(String token, String step, String body, String expected) throws IOException {
            send("PUT /awards/v1/editions/2021/ballot" + step + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
                    expected);
        }

        void nominees(String token, int category) throws IOException {
            send("GET /awards/v1/editions/2021/ballot/" + category + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token + "\r\n\r\n", "200");
        }

        /** Sends it again where nobody knows what became of it, as those do who vote; the vote may be there then. */
        private void send(String request, String expected) throws IOException {
            var answer = answer(request);
            while (answer.startsWith("HTTP/1.1 50")) {
                answer = answer(request);
                if (answer.startsWith("HTTP/1.1 200")) {
                    return;
                }
            }
            if (!answer.startsWith("HTTP/1.1 " + expected)) {
                throw new IllegalStateException(answer);
            }
        }

        private String answer(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var status = line();
            var length = -1;
            for (var line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).trim());
                }
            }
            return status + " " + (length >= 0 ? new String(in.readNBytes(length), StandardCharsets.UTF_8) : chunks());
        }

        private String chunks() throws IOException {
            var body = new StringBuilder();
            for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                line();
            }
            line();
            return body.toString();
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (var c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("The connection has ended");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** The realm's own key, from Keycloak's database: signing in tens of thousands of people would measure Keycloak. */
    private void readKey() throws Exception {
        var real = forum.token("participant").split("\\.");
        header = real[0];
        claims = new String(Base64.getUrlDecoder().decode(real[1]), StandardCharsets.UTF_8);
        var kid = Pattern.compile("\"kid\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8));
        kid.find();
        String keys;
        try (var client = HttpClient.newHttpClient()) {
            keys = client.send(
                            HttpRequest.newBuilder(URI.create(stack.realm() + "/protocol/openid-connect/certs"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
        var entry = keys.substring(keys.indexOf("\"kid\":\"" + kid.group(1)));
        var modulus = Pattern.compile("\"n\":\"([^\"]+)\"").matcher(entry);
        modulus.find();
        var wanted = new BigInteger(1, Base64.getUrlDecoder().decode(modulus.group(1)));
        try (var database = forum.connect("keycloak", "keycloak");
                var query = database.createStatement();
                var rows = query.executeQuery("select value from component_config where name = 'privateKey'")) {
            while (rows.next()) {
                var candidate = KeyFactory.getInstance("RSA")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(pkcs8(Base64.getMimeDecoder().decode(rows.getString(1)))));
                if (candidate instanceof RSAPrivateCrtKey rsa && rsa.getModulus().equals(wanted)) {
                    key = candidate;
                }
            }
        }
        if (key == null) {
            throw new IllegalStateException("The realm's key is not where it was expected");
        }
    }

    /** Keycloak keeps the numbers of RSA alone (PKCS 1); Java wants them with a word before that says so. */
    private static byte[] pkcs8(byte[] pkcs1) {
        var before = HexFormat.of().parseHex("3082%04x020100300d06092a864886f70d01010105000482%04x"
                .formatted(pkcs1.length + 22, pkcs1.length));
        var whole = Arrays.copyOf(before, before.length + pkcs1.length);
        System.arraycopy(pkcs1, 0, whole, before.length, pkcs1.length);
        return whole;
    }

    /** The token of one voter: that of the sample account with another subject and address, good for an hour. */
    private String token(int voter) throws Exception {
        var own = claims.replaceFirst("\"sub\":\"[^\"]+\"", "\"sub\":\"" + new UUID(8, voter) + "\"")
                .replaceFirst("\"email\":\"[^\"]+\"", "\"email\":\"voter" + voter + "@example.org\"")
                .replaceFirst("\"exp\":\\d+", "\"exp\":" + (Instant.now().getEpochSecond() + 3600));
        var signed = header + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(own.getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private void insertNominees(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            // All voters are at one address.
            statement.execute("update edition set rules = jsonb_set(rules, '{vote,challengeVoters}', '1000000000')"
                    + " where code = '2021'");
            for (var category = 1; category <= CATEGORIES; category++) {
                var ids = new ArrayList<String>();
                statement.execute("insert into nomination (edition, category, quota, waiting_list, incomplete, method,"
                        + " nominated_at) values ('2021', " + category + ", 20, 5, false, '{}', now())");
                for (var position = 1; position <= NOMINEES; position++) {
                    var id = UUID.randomUUID().toString();
                    ids.add(id);
                    statement.execute("insert into project (id, version, edition, category, state, owner, co_owners, title,"
                            + " form, entity, country, stakeholder_type, goals, title_key, entity_key, entity_in_category,"
                            + " created_at, changed_at, submitted_at) select '" + id + "', 0, '2021', " + category
                            + ", 'SUBMITTED', 'owner', '{}', 'Project', jsonb_build_object('category', " + category
                            + ", 'title', 'Project', 'description', repeat('described ', 170), 'entity', 'Entity',"
                            + " 'country', 'KI', 'stakeholderType', 'government', 'linkages', '[]'::jsonb), 'Entity', 'KI',"
                            + " 'government', '{}', '" + id + "', '" + id + "', '" + id + "', now(), now(), now()");
                    statement.execute("insert into nominee (edition, category, position, project, line) values ('2021', "
                            + category + ", " + position + ", '" + id + "', '{}')");
                }
                nominees.add(ids);
            }
        }
    }
}
