package org.wsisforum.awards.vote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.wsisforum.awards.ledger.VotedEdition;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;

/** An edition that one test has for itself, in which people vote as they do: over HTTP. */
final class OpenEdition {

    static final String VERIFIED = "@example.org";

    final String code;
    final String path;
    private final VotedEdition edition;

    /** With so many categories, and so many nominees in each. */
    OpenEdition(int categories, int nominees, Rule... rules) {
        edition = new VotedEdition(categories, nominees);
        code = edition.code;
        path = edition.path;
        // All callers of a test are at one address.
        edition.rule("{vote,challengeVoters}", "1000000");
        for (var rule : rules) {
            edition.rule("{" + rule.path() + "}", rule.value());
        }
    }

    /** A rule that differs from those of 2031: where it stands, {@code vote,challengeVoters}, and its JSON. */
    record Rule(String path, String value) {}

    static Rule rule(String path, Object value) {
        return new Rule(path, value.toString());
    }

    List<String> nominees(int category) {
        return edition.nominees(category).stream().map(UUID::toString).toList();
    }

    String nominee(int category) {
        return nominees(category).getFirst();
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

    /** The file of its ledger, which is sealed now. */
    Path ledger(Path folder) throws IOException {
        edition.sealed();
        return Files.write(
                folder.resolve("ledger.jsonl"),
                VotedEdition.manager().get(path + "/ledger/file").asByteArray());
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
        VotedEdition.execute(sql);
    }

    static Connection connect() {
        return VotedEdition.connect();
    }
}
