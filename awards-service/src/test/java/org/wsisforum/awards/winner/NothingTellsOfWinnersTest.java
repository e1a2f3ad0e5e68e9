package org.wsisforum.awards.winner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.awards.AwardsTest;
import org.wsisforum.awards.review.Contest;
import org.wsisforum.kit.access.LinkKey;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.Answers;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every address that can be read is read by everybody one second before winners are public: once while nothing is decided, and once
 * when it is. To whoever may not know, the two are the same to the letter. At the instant, the same comparison finds the winners.
 */
@AwardsTest
class NothingTellsOfWinnersTest {

    private static final String[] SCOPES = {
        "agenda:read",
        "agenda:write",
        "statements:write",
        "registration:read",
        "registration:read.pii",
        "registration:write",
        "accreditation:decide",
        "badge:redeem",
        "awards:submit",
        "awards:review",
        "awards:tally",
        "awards:read",
        "votes:cast",
        "webhooks:manage",
        "stats:read"
    };

    @Inject
    Scheduler scheduler;

    private final HttpClient client = HttpClient.newHttpClient();

    private Finals finals;
    private Map<String, String> callers;
    private List<Read> reads;

    /** One address to read. */
    private record Read(String operation, String address) {}

    @BeforeEach
    void a_category_is_about_to_be_decided() {
        // What other tests have left to be announced is no concern of this one.
        scheduler.pause();
        finals = new Finals("First", "Second");
        finals.contest.judge("anna");
        callers = callers();
        reads = reads();
    }

    @AfterEach
    void the_clock_ticks_again() {
        scheduler.resume();
    }

    /** One of each role; those who have most to do with the projects, where a role has to do with them. */
    private Map<String, String> callers() {
        var all = new LinkedHashMap<String, String>();
        Role.OF_THE_REALM.forEach(role -> all.put(role, TestCredentials.of("someone", role, SCOPES)));
        all.put(Role.PARTICIPANT, TestCredentials.of("owner-of-First-" + finals.category, Role.PARTICIPANT, SCOPES));
        all.put(
                "other participant",
                TestCredentials.of("owner-of-Second-" + finals.category, Role.PARTICIPANT, SCOPES));
        all.put(Role.EXPERT, TestCredentials.of(finals.contest.judge("bela"), Role.EXPERT, SCOPES));
        all.put(
                "expert in conflict",
                TestCredentials.of(finals.contest.judge("carl", "KI", null), Role.EXPERT, SCOPES));
        all.put(Role.LINK_HOLDER, "Link " + LinkKey.random().secret());
        all.put("anonymous", null);
        return all;
    }

    /** All operations that read, of this category and the champion that will win; but for the stream, which shows what the feed does. */
    private List<Read> reads() {
        var document = new JsonPath(when().get("/awards/v1/openapi.json").asString());
        var since = given().queryParam("since", "now")
                .get(Contest.EDITION + "/changes")
                .then()
                .extract()
                .<String>path("cursor");
        var all = new ArrayList<Read>();
        document.<Map<String, Map<String, Map<String, Object>>>>get("paths").forEach((path, item) -> {
            var operation = item.get("get");
            if (operation == null || operation.get("operationId").equals("followChanges")) {
                return;
            }
            all.add(new Read(operation.get("operationId").toString(), filled(path) + query(operation, since)));
        });
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }

    private String filled(String path) {
        var project = finals.champions.getFirst();
        return path.replace("{edition}", "2031")
                .replace("{category}", "" + finals.category)
                .replace("categories/{number}", "categories/" + finals.category)
                .replace("{number}", numberOf(Kind.WINNER, project))
                .replace("{project}", project)
                .replace("{id}", project)
                .replaceAll("\\{[^}]+}", "anna-" + finals.category);
    }

    private static String numberOf(Kind kind, String project) {
        return QuarkusTransaction.requiringNew().call(() -> CertificateNumber.of(
                        kind, Panache.getEntityManager().find(Laureate.class, UUID.fromString(project)))
                .toString());
    }

    @SuppressWarnings("unchecked")
    private String query(Map<String, Object> operation, String since) {
        var query = new StringBuilder();
        for (var parameter : (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of())) {
            if ("query".equals(parameter.get("in"))) {
                switch (parameter.get("name").toString()) {
                    case "category" -> query.append("&category=").append(finals.category);
                    case "limit" -> query.append("&limit=200");
                    case "count" -> query.append("&count=exact");
                    case "since" -> query.append("&since=").append(since);
                    default -> {}
                }
            }
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    /** What everybody is told, by caller and address. */
    private Map<String, String> told(Runnable time, Set<String> whom) {
        var told = new TreeMap<String, String>();
        for (var read : reads) {
            for (var caller : whom) {
                told.put(
                        caller + ": " + read.operation() + " " + read.address(),
                        all(answerInTime(read.address(), callers.get(caller), time), read.operation()));
            }
        }
        return told;
    }

    /** Asked again where the machine was so slow that the second before was over before the answer came. */
    private HttpResponse<byte[]> answerInTime(String address, String credential, Runnable time) {
        for (var attempts = 0; ; attempts++) {
            time.run();
            var start = System.nanoTime();
            var answer = answer(address, credential);
            if (System.nanoTime() - start < 900_000_000 || attempts == 5) {
                return answer;
            }
        }
    }

    private HttpResponse<byte[]> answer(String address, String credential) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address));
        if (credential != null) {
            request.header("Authorization", credential);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Status, headers and body, but for what says when it was asked and which request it was. */
    private static String all(HttpResponse<byte[]> answer, String operation) {
        assertThat(answer.statusCode()).as(operation).isLessThan(500);
        var headers = new TreeMap<>(answer.headers().map());
        // When it was asked, and the name that each request has of its own.
        headers.keySet().removeAll(Set.of("date", "x-request-id", "traceresponse"));
        if (headers.get("content-type").equals(List.of("application/pdf"))) {
            headers.remove("content-length");
            return answer.statusCode() + " " + headers + " " + words(answer.body());
        }
        var body = Answers.said(new String(answer.body(), StandardCharsets.UTF_8));
        if (operation.equals("readChanges")) {
            // Its cursor moves with whatever is written in the database.
            return answer.statusCode() + " " + new JsonPath(body).getList("items");
        }
        if (body.contains("\"asOf\"")) {
            headers.remove("etag");
            body = body.replaceFirst("\"asOf\":\"[^\"]*\"", "");
        }
        return answer.statusCode() + " " + headers + " " + body;
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who was told something else, by which operation. */
    private static Set<String> differences(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        var differences = new TreeSet<String>();
        before.forEach((read, answer) -> {
            if (!answer.equals(after.get(read))) {
                differences.add(read.substring(0, read.lastIndexOf(' ')));
            }
        });
        return differences;
    }

    @Test
    void one_second_before_only_the_manager_can_tell_and_at_the_instant_everybody() {
        Runnable before = Finals::oneSecondBeforeWinnersArePublic;
        var undecided = told(before, callers.keySet());
        var anonymousUndecidedAtTheInstant = told(Finals::whenWinnersArePublic, Set.of("anonymous"));

        Finals.whileWinnersAreSelected();
        finals.prefer("anna-" + finals.category, finals.champions.get(1)).statusCode(200);
        finals.decide(finals.champions.get(0)).statusCode(201);

        assertThat(differences(undecided, told(before, callers.keySet())))
                .containsExactlyInAnyOrder(
                        "awards-manager: listPreferences",
                        "awards-manager: listWinnerDecisions",
                        "awards-manager: readWinnerDecision",
                        "awards-manager: printWinnerCertificates",
                        "awards-manager: readWinnerDecisionHistory",
                        "awards-manager: readChanges");

        assertThat(differences(anonymousUndecidedAtTheInstant, told(Finals::whenWinnersArePublic, Set.of("anonymous"))))
                .containsExactlyInAnyOrder(
                        "anonymous: listWinners",
                        "anonymous: listWinnersOfCategory",
                        "anonymous: readWinnerCertificate",
                        "anonymous: readCertificate",
                        "anonymous: listSuccessStories",
                        "anonymous: exportSuccessStories");
    }
}
