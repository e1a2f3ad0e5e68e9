package org.wsisforum.awards.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/**
 * An edition that one test has for itself, since what is sealed is sealed for good: the phases, instants and rules of 2031,
 * categories with nominees, and votes put straight into the tables.
 */
public final class VotedEdition {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    public final String code = "2031-votes" + NUMBERS.incrementAndGet();
    public final String path = "/awards/v1/editions/" + code;

    private final Map<Integer, UUID[]> nominees = new HashMap<>();
    private OffsetDateTime castAt = OffsetDateTime.parse("2031-03-05T10:00:00.123456+01:00");

    /** With so many nominees in each of so many categories, and three champions in each. */
    public VotedEdition(int categories, int nominees) {
        whileVotesAreCast();
        execute(
                "insert into edition (code, version, title, zone, languages, phases, rules)"
                        + " select ?, 0, title, zone, languages, phases,"
                        + " jsonb_set(rules, '{championsPerCategory}', '3') from edition where code = '2031'",
                code);
        for (var category = 1; category <= categories; category++) {
            execute(
                    "insert into category (edition, number, version, action_line, name)"
                            + " select ?, ?, 0, action_line, cast(? as jsonb) from category"
                            + " where edition = '2031' and number = 1",
                    code,
                    category,
                    "{\"en\": {\"value\": \"Category " + category + "\", \"status\": \"official\"}}");
            execute(
                    "insert into nomination (edition, category, quota, waiting_list, incomplete, method, nominated_at)"
                            + " values (?, ?, ?, 0, false, '{}', now())",
                    code,
                    category,
                    nominees);
            this.nominees.put(category, new UUID[nominees]);
            for (var place = 0; place < nominees; place++) {
                this.nominees.get(category)[place] = nominated(category, place);
            }
        }
    }

    /** Another value for a rule, as JSON, for example {@code {ballot,rule}} and {@code "all-categories"}. */
    public VotedEdition rule(String path, String value) {
        execute(
                "update edition set rules = jsonb_set(rules, cast(? as text[]), cast(? as jsonb)) where code = ?",
                path,
                value,
                code);
        return this;
    }

    public VotedEdition wholeBallotsCount() {
        return rule("{ballot,rule}", "\"all-categories\"");
    }

    public VotedEdition votesMayBeChanged() {
        return rule("{ballot,changeAllowed}", "true");
    }

    public static void whileVotesAreCast() {
        ForumTime.is("2031-03-10T12:00+01:00");
    }

    public static void whenVotesAreCast() {
        ForumTime.is("2031-03-31T23:00:00.100+02:00");
    }

    public static void whenChampionsArePublic() {
        ForumTime.is("2031-04-13T00:00:01+02:00");
    }

    public static void whenCountsArePublic() {
        ForumTime.is("2031-05-18T13:00:01+02:00");
    }

    /** The nominees have ids in the order of their places. */
    private UUID nominated(int category, int place) {
        var random = UUID.randomUUID();
        var id = new UUID(
                (long) category << 48 | (long) place << 32 | random.getMostSignificantBits() & 0xffff_ffffL,
                random.getLeastSignificantBits());
        execute(
                "insert into project (id, version, edition, category, state, owner, co_owners, title, form, entity, country,"
                        + " stakeholder_type, goals, title_key, entity_key, created_at, changed_at, submitted_at)"
                        + " values (?, 0, ?, ?, 'SUBMITTED', 'owner', '{}', ?, cast(? as jsonb), 'Entity', 'KI',"
                        + " 'government', '{}', ?, 'entity', now(), now(), now())",
                id,
                code,
                category,
                "Project " + id,
                """
                {"category": %d, "title": "Project %s", "description": "What it does.", "linkages": [],
                 "stakeholderType": "government", "entity": "Entity", "country": "KI"}""".formatted(category, id),
                "project " + id);
        execute(
                "insert into nominee (edition, category, position, project, line) values (?, ?, ?, ?, '{}')",
                code,
                category,
                place + 1,
                id);
        return id;
    }

    /** In the order of their places. */
    public List<UUID> nominees(int category) {
        return List.of(nominees.get(category));
    }

    public UUID nominee(int category, int place) {
        return nominees.get(category)[place];
    }

    public void takenOut(int category, int place) {
        execute(
                "insert into taken_out (project, edition, category, reason, taken_out_at) values (?, ?, ?, 'A past winner.', now())",
                nominee(category, place),
                code,
                category);
    }

    /** Somebody who has not voted yet. */
    public long voter(String name) {
        return (long) value(
                "insert into voter (edition, account, mailbox, disposable, first_seen_at)"
                        + " values (?, sha256(?), sha256(?), false, now()) returning id",
                code,
                bytes("account of " + name),
                bytes("mailbox of " + name));
    }

    /** The voter's name in the ledger. */
    public static String nameInLedger(String name) {
        return LedgerLine.base64(LedgerLine.sha256().digest(bytes("mailbox of " + name)));
    }

    /** Votes for the nominees at these places, in the categories 1, 2 …; -1 leaves a category out. */
    public long voted(String name, int... places) {
        var voter = voter(name);
        for (var i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                vote(voter, i + 1, places[i]);
            }
        }
        return voter;
    }

    public UUID vote(long voter, int category, int place) {
        return vote(voter, category, place, null);
    }

    public UUID vote(long voter, int category, int place, UUID supersedes) {
        var id = UUID.randomUUID();
        castAt = castAt.plusSeconds(1);
        execute(
                "insert into vote (id, voter, edition, category, project, supersedes, cast_at, network)"
                        + " values (?, ?, ?, ?, ?, ?, ?, '\\x0a')",
                id,
                voter,
                code,
                category,
                nominee(category, place),
                supersedes,
                castAt);
        return id;
    }

    /** Sets a voter apart; with a decision, somebody has decided. */
    public void setApart(long voter, String decision) {
        execute(
                "insert into quarantine (voter, edition, score, reasons, since, decision, reason, decided_by, decided_at)"
                        + " values (?, ?, 90, '[]', now(), ?, ?, ?, cast(? as timestamptz))",
                voter,
                code,
                decision,
                decision == null ? null : "Looked at: naïve “list” <b>.",
                decision == null ? null : "the-decider",
                decision == null ? null : "2031-03-20T10:00:00Z");
    }

    public static RequestSpecification manager() {
        return given().header(
                        "Authorization",
                        TestCredentials.of("manager", Role.AWARDS_MANAGER, "awards:tally", "awards:read"));
    }

    public static RequestSpecification once() {
        return manager().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Asks for a tally, which seals the ledger first. */
    public ValidatableResponse tallied() {
        return once().post(path + "/tallies").then();
    }

    public VotedEdition sealed() {
        whenVotesAreCast();
        String tally = tallied().statusCode(202).extract().path("id");
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> manager().get(path + "/tallies/" + tally).then().body("state", is("done")));
        return this;
    }

    /** What everybody is told of the ledger. */
    public ValidatableResponse ledger() {
        return given().get(path + "/ledger").then();
    }

    public static Connection connect() {
        var config = ConfigProvider.getConfig();
        try {
            return DriverManager.getConnection(
                    config.getValue("quarkus.datasource.jdbc.url", String.class),
                    config.getValue("quarkus.datasource.username", String.class),
                    config.getValue("quarkus.datasource.password", String.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(String sql, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " " + Arrays.toString(values), e);
        }
    }

    public static Object value(String sql, Object... values) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " " + Arrays.toString(values), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
