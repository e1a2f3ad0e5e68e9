package org.wsisforum.agenda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Reference;
import org.wsisforum.kit.testing.TestCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The invited offices, as registration-service would tell of them. It tells of them only to a caller with a token, which it
 * gives only to the agenda's own client.
 */
public final class Offices {

    public static final String STATEMENTS = "/agenda/v1/editions/2021/statements";

    public static final String LISTS = "/agenda/v1/editions/2021/speakers-lists";

    private static final String ROOT = "/registration/v1/editions/2021/";
    private static final String TOKEN = "token-of-agenda-service";
    private static final String TYPE = "org.wsisforum.registration.invitation.";

    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();
    private static final Map<UUID, String> ANSWERS = new ConcurrentHashMap<>();
    /** How often a path that ends so is answered with this status before it is answered properly. */
    private static final Map<String, List<Integer>> FAILURES = new ConcurrentHashMap<>();

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger TURN = new AtomicInteger();
    private static final String PATH_OF_CHANGES = ROOT + "changes";
    private static volatile int firstReadable;
    private static volatile String lastRead;
    /** Grows when a read that waits has to look again. */
    private static int news;

    private static boolean silent;
    private static HttpServer server;

    private Offices() {}

    /** Begins anew, for the next test. */
    public static synchronized void reset() {
        if (StubbedRegistration.running != server) {
            server = StubbedRegistration.running;
            server.createContext("/", Offices::answer);
        }
        ANSWERS.clear();
        FAILURES.clear();
        ASKED.clear();
        firstReadable = 0;
    }

    /** An invited office: what the letter said, and the key in its link. */
    public record Office(UUID invitation, String country, LinkKey key) {

        public RequestSpecification request() {
            return RestAssured.given()
                    .header("Authorization", "Link " + key.secret())
                    .contentType("application/json");
        }

        /** The path of the statement that the office may give, once the agenda knows. */
        public String statement() {
            var id = await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> request()
                                    .get(STATEMENTS)
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .<String>path("items[0].id"),
                            found -> found != null);
            return STATEMENTS + "/" + id;
        }

        public String tag() {
            return request().get(statement()).then().statusCode(200).extract().header("ETag");
        }

        public Response books(String session, String startsAt) {
            return request()
                    .header("If-Match", tag())
                    .body(Map.of("session", session, "startsAt", startsAt))
                    .put(statement() + "/slot");
        }

        /** Asks for a slot in one of these sessions. */
        public Response requests(String... sessions) {
            return request()
                    .header("If-Match", tag())
                    .body(Map.of("sessions", List.of(sessions)))
                    .put(statement() + "/request");
        }

        public Response confirms() {
            return request().header("If-Match", tag()).put(statement() + "/confirmation");
        }

        public Response releases() {
            return request().header("If-Match", tag()).delete(statement() + "/slot");
        }

        /** Names somebody else who speaks. */
        public Response substitutes(String name, String rank) {
            return request()
                    .header("If-Match", tag())
                    .body(Map.of("honorific", "H.E. Mr", "name", name, "rank", rank))
                    .put(statement() + "/speaker");
        }

        /** Proposes to exchange slots, or agrees to it. */
        public Response exchangesWith(Office other) {
            return request()
                    .header("If-Match", tag())
                    .body(Map.of("with", other.id()))
                    .put(statement() + "/exchange");
        }

        /** The id of the statement that the office may give. */
        public String id() {
            return statement().substring(STATEMENTS.length() + 1);
        }

        public Response submits(String text) {
            return request().header("If-Match", tag()).body(text).put(statement() + "/text");
        }

        public void accepts() {
            accepts("H.E. Ms", "Minister of " + country);
        }

        public void accepts(String honorific, String name) {
            tells("accepted", true, honorific, name);
        }

        public void tells(String state, boolean wishesToSpeak, String honorific, String name) {
            ANSWERS.put(
                    invitation, """
                    {"invitation":"%s","country":"%s","state":"%s","wishesToSpeak":%s,
                     "speaker":{"honorific":"%s","name":"%s","title":"Minister of Communications"},
                     "linkHash":"%s","answeredAt":"2021-02-15T10:00:00Z","somethingNew":{"a":1}}""".formatted(invitation, country, state, wishesToSpeak, honorific, name, key.hash()));
            happens(state);
        }

        /** The office accepts, and registration knows the rank of whom it invited. */
        public void acceptsAs(String rank) {
            ANSWERS.put(invitation, """
                    {"invitation":"%s","country":"%s","state":"accepted","wishesToSpeak":true,
                     "speaker":{"name":"Minister of %s"},"rank":"%s","linkHash":"%s"}""".formatted(invitation, country, country, rank, key.hash()));
            happens("accepted");
        }

        public void declines() {
            tells("declined", false, "H.E. Ms", "Minister of " + country);
        }

        /** The same office with another link. */
        public Office withNewLink() {
            var renewed = new Office(invitation, country, LinkKey.random());
            ANSWERS.computeIfPresent(
                    invitation,
                    (_, known) -> known.replace(key.hash(), renewed.key().hash()));
            happens("link-issued");
            return renewed;
        }

        public void happens(String what) {
            event(TYPE + what + ".v1", "invitations/" + invitation);
        }

        public Response read() {
            return request().get(statement());
        }
    }

    /** An office that was invited and has not answered. */
    public static Office invited() {
        var countries = Reference.countries().items();
        return invited(countries.get(TURN.getAndIncrement() % countries.size()).code());
    }

    public static Office invited(String country) {
        assertThat(Country.of(country)).isPresent();
        return new Office(UUID.randomUUID(), country, LinkKey.random());
    }

    /** An office that has accepted, with a statement in the agenda. */
    public static Office accepted() {
        var office = invited();
        office.accepts();
        office.statement();
        return office;
    }

    /** Staff with the scopes of its work. */
    public static RequestSpecification staff(String role) {
        return RestAssured.given()
                .header("Authorization", TestCredentials.of("staff", role, "agenda:read", "statements:write"))
                .contentType("application/json");
    }

    /** The secretariat records that a statement was delivered. */
    public static Response delivers(Office office, String startedAt, String endedAt) {
        return staff("secretariat")
                .header("If-Match", office.tag())
                .body(Map.of("startedAt", startedAt, "endedAt", endedAt))
                .put(office.statement() + "/delivery");
    }

    /** The secretariat says in which rank the speaker of an office speaks. */
    public static void ranks(Office office, String rank) {
        var speaker = office.read().jsonPath();
        staff("secretariat")
                .header("If-Match", office.tag())
                .body(Map.of(
                        "honorific",
                        speaker.getString("speaker.honorific"),
                        "name",
                        speaker.getString("speaker.name"),
                        "title",
                        speaker.getString("speaker.title"),
                        "rank",
                        rank))
                .put(office.statement() + "/speaker")
                .then()
                .statusCode(200);
    }

    /** The secretariat opens a statement that no letter invites to, and answers its path. */
    public static String opens(String input) {
        return staff("secretariat")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(input)
                .post(STATEMENTS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** The secretariat offers slots to all who wait for a session. */
    public static Response offers(String session) {
        return offers(session, "{}");
    }

    public static Response offers(String session, String to) {
        return staff("secretariat")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(to)
                .post(LISTS + "/" + session + "/offers");
    }

    /** A focal point of a delegation. */
    public static RequestSpecification focalPoint(String country) {
        return RestAssured.given()
                .header(
                        "Authorization",
                        TestCredentials.of("fp/" + country, "focal-point", "agenda:read", "statements:write"))
                .contentType("application/json");
    }

    /** Adds an event to the feed as it stands. */
    public static void event(String type, String subject) {
        rawEvent("{\"specversion\":\"1.0\",\"id\":\"%s\",\"type\":\"%s\",\"subject\":\"%s\",\"sequence\":\"SEQUENCE\"}"
                .formatted(UUID.randomUUID(), type, subject));
    }

    public static synchronized void rawEvent(String json) {
        if (silent) {
            return;
        }
        EVENTS.add(json.replace("SEQUENCE", "c" + (EVENTS.size() + 1)));
        endWaits();
    }

    private static synchronized void endWaits() {
        news++;
        Offices.class.notifyAll();
    }

    /** Says this of an invitation, whatever it was. */
    public static void answerOf(UUID invitation, String json) {
        ANSWERS.put(invitation, json);
    }

    /** Takes back events that are no JSON. */
    public static synchronized void forgetsBrokenEvents() {
        EVENTS.replaceAll(event -> event.equals("not json") ? "{}" : event);
    }

    /** Lets things happen of which the feed never tells. */
    public static synchronized void withoutTelling(Runnable happenings) {
        silent = true;
        happenings.run();
        silent = false;
    }

    /** Answers the next requests whose path ends so with these statuses; 0 is a connection that breaks off. */
    public static void fails(String pathEnd, Integer... statuses) {
        FAILURES.put(pathEnd, new CopyOnWriteArrayList<>(statuses));
        endWaits();
    }

    public static void recovers() {
        FAILURES.clear();
    }

    /** Refuses all cursors that were given out so far. */
    public static void forgetsItsFeed() {
        firstReadable = EVENTS.size() + 1;
        // Something that cannot be known from before.
        rawEvent("{\"type\":\"before\",\"subject\":\"x\",\"sequence\":\"SEQUENCE\"}");
    }

    /** The paths that were asked for since the test began. */
    public static List<String> asked() {
        return List.copyOf(ASKED);
    }

    /** Waits until everything that has happened was read: the agenda asks for what comes after it. */
    public static void untilRead() {
        var end = "c" + EVENTS.size();
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> end.equals(lastRead));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            ASKED.add(exchange.getRequestURI().toString());
            for (var failure : FAILURES.entrySet()) {
                if (path.endsWith(failure.getKey()) && !failure.getValue().isEmpty()) {
                    var status = failure.getValue().removeFirst();
                    if (status > 0) {
                        send(exchange, status, "{}");
                    }
                    return;
                }
            }
            if (path.equals("/realms/wsis/protocol/openid-connect/token")) {
                token(exchange);
            } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{}");
            } else if (path.equals(PATH_OF_CHANGES)) {
                changes(exchange);
            } else if (path.equals(ROOT + "invitations")) {
                invitations(exchange);
            } else if (path.startsWith(ROOT + "invitations/") && path.endsWith("/office")) {
                var id = path.substring((ROOT + "invitations/").length(), path.length() - "/office".length());
                var known = ANSWERS.get(UUID.fromString(id));
                send(exchange, known == null ? 404 : 200, known == null ? "{}" : known);
            } else {
                send(exchange, 404, "{}");
            }
        }
    }

    private static void token(HttpExchange exchange) throws IOException {
        var client = "Basic "
                + Base64.getEncoder().encodeToString("agenda-service:test".getBytes(StandardCharsets.US_ASCII));
        var right = client.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        send(
                exchange,
                right ? 200 : 401,
                right
                        ? "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        : "{\"error\":\"invalid_client\"}");
    }

    private static void changes(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        var all = new ArrayList<>(EVENTS);
        var since = query.get("since");
        lastRead = since;
        if ("now".equals(since)) {
            send(exchange, 200, "{\"items\":[],\"cursor\":\"c" + all.size() + "\",\"more\":false}");
            return;
        }
        var from = since == null ? 0 : Integer.parseInt(since.substring(1));
        if (from >= firstReadable && from == all.size()) {
            waitForNews(Duration.ofSeconds(Integer.parseInt(query.get("wait"))));
            all = new ArrayList<>(EVENTS);
        }
        if (from < firstReadable) {
            send(exchange, 410, "{}");
            return;
        }
        var to = Math.min(all.size(), from + Integer.parseInt(query.get("limit")));
        send(
                exchange,
                200,
                "{\"items\":[" + String.join(",", all.subList(from, to)) + "],\"cursor\":\"c" + to + "\",\"more\":"
                        + (to < all.size()) + "}");
    }

    private static synchronized void waitForNews(Duration longest) {
        var before = news;
        var end = System.nanoTime() + longest.toNanos();
        try {
            for (var left = longest.toMillis();
                    before == news && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                Offices.class.wait(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One invitation a page, so that pages are followed. */
    private static void invitations(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        var found = ANSWERS.entrySet().stream()
                .filter(e -> e.getValue().contains("\"state\":\"" + query.get("state") + "\""))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        var at = Integer.parseInt(query.getOrDefault("cursor", "0"));
        var item = at < found.size() ? "{\"id\":\"" + found.get(at) + "\"}" : "";
        var next = at + 1 < found.size()
                ? ",\"next\":\"" + ROOT + "invitations?state=" + query.get("state") + "&cursor=" + (at + 1) + "\""
                : "";
        send(exchange, 200, "{\"items\":[" + item + "],\"links\":{\"first\":\"x\"" + next + "}}");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var raw = exchange.getRequestURI().getQuery();
        return raw == null
                ? Map.of()
                : Stream.of(raw.split("&"))
                        .map(parameter -> parameter.split("=", 2))
                        .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, _) -> a, LinkedHashMap::new));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** As many offices that have accepted, all known to the agenda. */
    public static List<Office> accepted(int howMany) {
        var offices = IntStream.range(0, howMany).mapToObj(_ -> invited()).toList();
        offices.forEach(Office::accepts);
        offices.forEach(Office::statement);
        return offices;
    }
}
