package org.wsisforum.awards.vote;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;

/**
 * An edition that one test has for itself, like 2031 but with rules of its own, whose nominees are chosen and who may be voted
 * for. It is put straight into the tables: how nominees are chosen is told by other tests, and takes a hundred requests.
 */
final class VotedEdition {

    static final String VERIFIED = "@example.org";

    final String code = "2031-" + UUID.randomUUID().toString().substring(0, 8);
    final String path = "/awards/v1/editions/" + code;
    private final Map<Integer, List<String>> nominees = new TreeMap<>();

    /** With so many categories, and so many nominees in each. */
    VotedEdition(int categories, int nominees, Rule... rules) {
        try (var connection = connect()) {
            try (var insert = connection.prepareStatement("insert into edition (code, version, title, zone, languages,"
                    + " phases, rules) select ?, 0, title, zone, languages, phases, rules from edition"
                    + " where code = '2031'")) {
                insert.setString(1, code);
                insert.executeUpdate();
            }
            // All callers of a test are at one address.
            for (var rule : concat(rule("vote,challengeVoters", 1_000_000), rules)) {
                execute(
                        connection,
                        "update edition set rules = jsonb_set(rules, '{" + rule.path() + "}', '" + rule.value()
                                + "') where code = '" + code + "'");
            }
            for (var category = 1; category <= categories; category++) {
                execute(
                        connection,
                        "insert into category (edition, number, version, action_line, name) select '" + code + "', "
                                + category + ", 0, 'C9', '{\"en\": {\"value\": \"Category " + category
                                + "\", \"status\": \"official\"}}'");
                nominate(connection, category, nominees);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The edition cannot be made", e);
        }
        whileVotingIsOpen();
    }

    private static List<Rule> concat(Rule first, Rule... others) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(others));
        return all;
    }

    /** A rule that differs from those of 2031: where it stands, {@code vote,challengeVoters}, and its JSON. */
    record Rule(String path, String value) {}

    static Rule rule(String path, Object value) {
        return new Rule(path, value.toString());
    }

    private void nominate(Connection connection, int category, int count) throws SQLException {
        execute(
                connection,
                "insert into nomination (edition, category, quota, waiting_list, incomplete, method, nominated_at)"
                        + " values ('" + code + "', " + category + ", 20, 5, false, '{}', now())");
        var ids = new ArrayList<String>();
        for (var position = 1; position <= count; position++) {
            var id = UUID.randomUUID().toString();
            ids.add(id);
            execute(connection, """
                    insert into project (id, version, edition, category, state, owner, co_owners, title, form, entity,
                        country, stakeholder_type, goals, title_key, entity_key, entity_in_category, created_at,
                        changed_at, submitted_at)
                    values ('%1$s', 0, '%2$s', %3$d, 'SUBMITTED', 'owner', '{}', 'Project %1$s',
                        '{"category": %3$d, "title": "Project %1$s", "description": "What it is.", "entity": "Entity %1$s",
                          "country": "KI", "stakeholderType": "government", "linkages": []}',
                        'Entity %1$s', 'KI', 'government', '{}', '%1$s', '%1$s', '%1$s', now(), now(), now())""".formatted(id, code, category));
            execute(
                    connection,
                    "insert into nominee (edition, category, position, project, line) values ('" + code + "', "
                            + category + ", " + position + ", '" + id + "', '{}')");
        }
        nominees.put(category, ids);
    }

    List<String> nominees(int category) {
        return nominees.get(category);
    }

    String nominee(int category) {
        return nominees.get(category).getFirst();
    }

    static void whileVotingIsOpen() {
        ForumTime.is("2031-03-10T12:00+01:00");
    }

    /** A person with a verified address of its own. */
    static RequestSpecification voter(String subject) {
        return voter(subject, subject + VERIFIED);
    }

    static RequestSpecification voter(String subject, String email) {
        return given().header("Authorization", TestCredentials.verified(subject, email, Role.PARTICIPANT, "votes:cast"))
                .contentType("application/json");
    }

    /** The same, coming from this address through the gateway. */
    static RequestSpecification voterFrom(String address, String subject) {
        return voter(subject).header("X-Forwarded-For", address);
    }

    static RequestSpecification manager() {
        return given().header("Authorization", TestCredentials.of("manager", Role.AWARDS_MANAGER, "awards:tally"))
                .contentType("application/json");
    }

    /** A subject that no other test has. */
    static String somebody() {
        return "voter-" + UUID.randomUUID();
    }

    Response casts(RequestSpecification voter, int category, String project) {
        return voter.body("{\"project\": \"" + project + "\"}").put(path + "/ballot/" + category);
    }

    /** What stands in the database, a row a line. */
    static List<String> rows(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return read(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> read(ResultSet rows) throws SQLException {
        var all = new ArrayList<String>();
        while (rows.next()) {
            all.add(rows.getString(1));
        }
        return all;
    }

    static void execute(String sql) {
        try (var connection = connect()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
