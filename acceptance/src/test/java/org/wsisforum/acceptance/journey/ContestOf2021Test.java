package org.wsisforum.acceptance.journey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.wsisforum.acceptance.Forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/**
 * The contest of 2021 with few projects and few voters, in all 18 categories: from what was handed in to the winners on stage,
 * as experts, voters, the awards manager and the public meet it.
 */
class ContestOf2021Test {

    private static final String AWARDS = "/awards/v1/editions/2021/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The category that is looked at closely: two projects that fit, and one that does not. */
    private static final int SCIENCE = 14;

    /** The category with more nominees than there can be champions. */
    private static final int KNOWLEDGE = 3;

    /** Whoever has an account of the public, the last of whom forgets a category. */
    private static final List<String> VOTERS = List.of(
            "participant",
            "participant1",
            "participant2",
            "participant3",
            "participant4",
            "participant5",
            "focal-point",
            "focal-point1",
            "focal-point2",
            "focal-point3",
            "focal-point4",
            "focal-point5",
            "session-organizer",
            "expert",
            "expert1",
            "expert2",
            "expert5");

    private final Map<String, String> tokens = new HashMap<>();
    private final Map<Integer, List<String>> projects = new TreeMap<>();

    @AfterEach
    void back_to_the_day_on_which_the_system_begins() {
        Forum.timeIs("2021-02-15T10:00+01:00");
    }

    /** Tokens live for minutes; the steps of this journey are shorter. */
    private RequestSpecification as(String user) {
        return Forum.anybody()
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, Forum::tokenOf))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private RequestSpecification manager() {
        return as("awards-manager");
    }

    private void timeIs(String time) {
        Forum.timeIs(time);
        tokens.clear();
    }

    @Test
    void from_what_was_handed_in_to_the_winners_on_stage(@TempDir Path folder) throws Exception {
        projects_are_handed_in();
        experts_are_assigned_whom_nothing_stands_in_the_way();
        experts_score_and_the_manager_screens();
        nominees_are_chosen_and_shown_when_the_vote_begins();
        var receipt = everybody_votes_and_nobody_sees_how_it_stands();
        the_votes_are_sealed_and_counted();
        experts_choose_the_winners();
        champions_are_shown_by_name();
        winners_are_there_at_the_instant_of_the_ceremony();
        anybody_can_check_the_ledger(folder, receipt);
    }

    private void projects_are_handed_in() throws Exception {
        timeIs("2021-01-12T10:00+01:00");
        var work = new ArrayList<Callable<Void>>();
        for (var category = 1; category <= 18; category++) {
            var inCategory = Collections.synchronizedList(new ArrayList<String>());
            projects.put(category, inCategory);
            var count = category == KNOWLEDGE ? 7 : category == SCIENCE ? 3 : 2;
            for (var i = 0; i < count; i++) {
                var owner = "participant" + (2 + i % 3);
                as(owner);
                var title = "Project %d of category %d, %s".formatted(i, category, UUID.randomUUID());
                var where = category;
                work.add(() -> {
                    inCategory.add(handedIn(owner, where, title));
                    return null;
                });
            }
        }
        atOnce(work);
    }

    private String handedIn(String owner, int category, String title) {
        var location = as(owner)
                .body("""
                        {"category": %d, "title": "%s", "description": "%s",
                         "linkages": [{"goal": 9, "how": "Measurements are open."}],
                         "objectives": "To measure.", "impact": "Open data.", "results": "A network.",
                         "addedValue": "New here.", "partnerships": "The university.", "challenges": "Power.",
                         "startsOn": "2018-04-01", "stakeholderType": "academia", "entity": "Institute %s",
                         "country": "KI", "contact": {"name": "Tekinati", "email": "tekinati@science.example"}}""".formatted(
                                category, title, String.join(" ", Collections.nCopies(160, "word")), UUID.randomUUID()))
                .post(AWARDS + "projects")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        as(owner)
                .header("If-Match", as(owner).get(location).header("ETag"))
                .post(location + "/submit")
                .then()
                .statusCode(200);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A few clients that share out what is to be done; the tokens are there before. */
    private static void atOnce(List<Callable<Void>> work) throws Exception {
        try (var clients = Executors.newFixedThreadPool(4)) {
            for (var done : clients.invokeAll(work)) {
                done.get();
            }
        }
    }

    /** The opaque subject that the account's token names. */
    private static String subject(String user) throws Exception {
        var claims = Forum.tokenOf(user).split("\\.")[1];
        return JSON.readTree(Base64.getUrlDecoder().decode(claims)).get("sub").asText();
    }

    private void experts_are_assigned_whom_nothing_stands_in_the_way() throws Exception {
        timeIs("2021-02-02T10:00+01:00");
        // Nobody judges a project of the own country: the one of Kiribati judges none of these.
        var countries = List.of("CH", "SN", "BR", "KI");
        for (var i = 0; i < countries.size(); i++) {
            manager()
                    .header("If-None-Match", "*")
                    .body("{\"categories\": %s, \"country\": \"%s\"}"
                            .formatted(IntStream.rangeClosed(1, 18).boxed().toList(), countries.get(i)))
                    .put(AWARDS + "experts/" + subject("expert" + (i + 1)))
                    .then()
                    .statusCode(201);
        }
        manager().post(AWARDS + "assignments").then().statusCode(200);
        var project = projects.get(SCIENCE).getFirst();
        assertThat(manager()
                        .queryParam("project", project)
                        .get(AWARDS + "assignments")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.expert"))
                .containsExactlyInAnyOrder(subject("expert1"), subject("expert2"), subject("expert3"));
        // What an expert is not to judge is not there for the expert.
        as("expert4").get(AWARDS + "reviews/" + project).then().statusCode(404);
        as("expert1")
                .get(AWARDS + "reviews/" + project)
                .then()
                .statusCode(200)
                .body("form.title", startsWith("Project "))
                .body("form.contact", nullValue());
        as("expert1").get(AWARDS + "assignments").then().statusCode(403);
        as("participant2").get(AWARDS + "reviews/" + project).then().statusCode(403);
    }

    private void experts_score_and_the_manager_screens() throws Exception {
        var unfit = projects.get(SCIENCE).removeLast();
        var work = new ArrayList<Callable<Void>>();
        for (var expert : List.of("expert1", "expert2", "expert3")) {
            as(expert);
            projects.values()
                    .forEach(inCategory -> inCategory.forEach(project -> work.add(() -> {
                        as(expert)
                                .header("If-None-Match", "*")
                                .body("""
                                {"scores": {"compliance": %1$d, "relevance": %1$d, "results-and-impact": %1$d,
                                 "community-empowerment": %1$d, "sdgs": %1$d, "replicability": %1$d, "sustainability": %1$d,
                                 "partnerships": %1$d, "wsis-values": %1$d}}""".formatted(5 - inCategory.indexOf(project) % 6))
                                .put(AWARDS + "reviews/" + project)
                                .then()
                                .statusCode(201);
                        return null;
                    })));
        }
        manager();
        projects.values()
                .forEach(inCategory -> inCategory.forEach(project -> work.add(() -> {
                    screened(project, "{\"eligible\": true}");
                    return null;
                })));
        atOnce(work);
        screened(unfit, "{\"eligible\": false, \"reasons\": [\"incomplete\"], \"explanation\": \"No results.\"}");
        manager()
                .get(AWARDS + "results/" + SCIENCE)
                .then()
                .statusCode(200)
                .body("lines.project", contains(projects.get(SCIENCE).toArray()))
                .body("ineligible", contains(unfit));
    }

    private void screened(String project, String finding) {
        manager()
                .header("If-None-Match", "*")
                .body(finding)
                .put(AWARDS + "screenings/" + project)
                .then()
                .statusCode(201);
    }

    private void nominees_are_chosen_and_shown_when_the_vote_begins() {
        for (var category = 1; category <= 18; category++) {
            // Others may have handed in something too, which nobody here has judged.
            manager()
                    .get(AWARDS + "results/" + category)
                    .then()
                    .extract()
                    .<List<String>>path("notScreened")
                    .forEach(project -> screened(project, "{\"eligible\": false, \"reasons\": [\"other\"]}"));
            manager()
                    .post(AWARDS + "results/" + category + "/nomination")
                    .then()
                    .statusCode(201);
        }
        as("expert1").post(AWARDS + "results/" + SCIENCE + "/nomination").then().statusCode(403);
        // Kept until the vote begins, and shown then in no order that tells ranks.
        timeIs("2021-02-28T23:59:30+01:00");
        Forum.anybody().get(AWARDS + "nominees/" + SCIENCE).then().body("items", empty());
        manager().get(AWARDS + "nominees/" + SCIENCE).then().body("items", empty());
        assertThat(vote("participant", SCIENCE, projects.get(SCIENCE).getFirst())
                        .path("code")
                        .toString())
                .isEqualTo("voting-closed");
        timeIs("2021-03-01T00:00:00+01:00");
        Forum.anybody()
                .queryParam("subject", "nominees/" + SCIENCE)
                .queryParam("wait", 20)
                .get(AWARDS + "changes")
                .then()
                .body("items.type", hasItem("org.wsisforum.awards.nominees.published.v1"));
        assertThat(manager()
                        .get(AWARDS + "nominees/" + SCIENCE)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.project"))
                .containsExactlyElementsOf(
                        projects.get(SCIENCE).stream().sorted().toList());
    }

    private Response vote(String user, int category, String project) {
        return as(user).body("{\"project\": \"" + project + "\"}").put(AWARDS + "ballot/" + category);
    }

    /** What the Forum promised the first of them, in the category that is looked at closely. */
    private String everybody_votes_and_nobody_sees_how_it_stands() throws Exception {
        timeIs("2021-03-02T10:00+01:00");
        var favourites = projects.get(KNOWLEDGE);
        // So many votes for each of the seven, without a tie at the last champion's place.
        var shares = List.of(5, 4, 3, 2, 2, 1, 0);
        var work = new ArrayList<Callable<Void>>();
        for (var i = 0; i < VOTERS.size(); i++) {
            var voter = VOTERS.get(i);
            as(voter);
            var number = i;
            for (var category = 1; category <= 18; category++) {
                var where = category;
                if (i == VOTERS.size() - 1 && category == 18) {
                    continue;
                }
                work.add(() -> {
                    var nominees = projects.get(where);
                    var project = where == KNOWLEDGE
                            ? favourites.get(chosen(shares, number))
                            : nominees.get(number % 3 == 0 ? 1 : 0);
                    var answer = vote(voter, where, project);
                    if (answer.statusCode() == 502) {
                        // Whether it was taken is not known, so the voter sends it again, as the guides say.
                        answer = vote(voter, where, project);
                        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
                    } else {
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
                    }
                    // As after an answer that was lost on the way.
                    assertThat(vote(voter, where, project).statusCode()).isEqualTo(200);
                    return null;
                });
            }
        }
        atOnce(work);
        assertThat(vote("participant", KNOWLEDGE, favourites.get(6))
                        .path("code")
                        .toString())
                .isEqualTo("already-voted");
        as(VOTERS.getFirst())
                .get(AWARDS + "ballot")
                .then()
                .statusCode(200)
                .body("counts", is(true))
                .body("missing", empty());
        as(VOTERS.getLast())
                .get(AWARDS + "ballot")
                .then()
                .body("counts", is(false))
                .body("missing", is(List.of(18)));
        for (var path : List.of("ledger", "ledger/file")) {
            manager().get(AWARDS + path).then().statusCode(404);
            Forum.anybody().get(AWARDS + path).then().statusCode(404);
        }
        manager().post(AWARDS + "tallies").then().statusCode(409).body("code", is("voting-not-over"));
        Forum.anybody().get(AWARDS + "champions").then().body("items", empty());
        var receipt = JSON.readTree(as(VOTERS.getFirst()).get(AWARDS + "ballot").asString())
                .findValues("receipt")
                .get(SCIENCE - 1)
                .toString();
        assertThat(receipt)
                .contains("\"category\":" + SCIENCE)
                .doesNotContain(projects.get(SCIENCE).get(1));
        Forum.anybody()
                .contentType("application/json")
                .body("{\"receipt\": " + receipt + "}")
                .post(AWARDS + "receipts/check")
                .then()
                .statusCode(200)
                .body("signed", is(true))
                .body("recorded", is(true));
        return receipt;
    }

    /** For whom the voter of this number votes, when so many vote for the first, for the second … */
    private static int chosen(List<Integer> shares, int number) {
        var left = number;
        for (var i = 0; i < shares.size(); i++) {
            left -= shares.get(i);
            if (left < 0) {
                return i;
            }
        }
        throw new IllegalStateException("There are more voters than shares.");
    }

    private void the_votes_are_sealed_and_counted() {
        timeIs("2021-03-31T23:00:00+02:00");
        assertThat(vote("participant", 18, projects.get(18).getFirst())
                        .path("code")
                        .toString())
                .isEqualTo("voting-closed");
        var votes = VOTERS.size() * 18 - 1;
        as("expert1").post(AWARDS + "tallies").then().statusCode(403);
        var tally = manager()
                .post(AWARDS + "tallies")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> manager().get(tally).path("state").toString().equals("done"));
        Forum.anybody().get(AWARDS + "ledger").then().statusCode(200).body("votes", is(votes));
        manager().get(tally + "/document").then().statusCode(200);
        manager().post(tally + "/publication").then().statusCode(201);
        Forum.anybody().get(tally + "/document").then().statusCode(404);
        Forum.anybody().get(AWARDS + "ledger").then().body("links.tally", nullValue());
        Forum.anybody().get(AWARDS + "champions").then().body("items", empty());
    }

    private void champions_are_shown_by_name() {
        timeIs("2021-04-12T23:59:59+02:00");
        Forum.anybody().get(AWARDS + "champions").then().body("items", empty());
        timeIs("2021-04-13T00:00:00+02:00");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> Forum.anybody()
                .get(AWARDS + "champions/" + KNOWLEDGE)
                .then()
                .body("items", hasSize(5)));
        // The only vote for the sixth is of a ballot that lacks a category, and does not count.
        Forum.anybody()
                .get(AWARDS + "champions/" + KNOWLEDGE)
                .then()
                .body(
                        "items.project",
                        is(projects.get(KNOWLEDGE).subList(0, 5).stream()
                                .sorted()
                                .toList()))
                .body("items.votes", everyItem(nullValue()));
        Forum.anybody().get(AWARDS + "ledger/file").then().statusCode(404);
    }

    private void experts_choose_the_winners() {
        timeIs("2021-04-08T10:00+02:00");
        var favourite = projects.get(KNOWLEDGE).get(1);
        as("expert1")
                .body("{\"project\": \"" + favourite + "\", \"reason\": \"Reaches most.\"}")
                .put(AWARDS + "selections/" + KNOWLEDGE)
                .then()
                .statusCode(200);
        // Of Kiribati, as all projects are.
        as("expert4")
                .body("{\"project\": \"" + favourite + "\", \"reason\": \"Ours.\"}")
                .put(AWARDS + "selections/" + KNOWLEDGE)
                .then()
                .statusCode(404);
        for (var category = 1; category <= 18; category++) {
            var winners = category == KNOWLEDGE
                    ? List.of(favourite, projects.get(KNOWLEDGE).getFirst())
                    : List.of(projects.get(category).getFirst());
            manager()
                    .header("If-None-Match", "*")
                    .body(Map.of("projects", winners, "reason", "The Expert Group has met."))
                    .put(AWARDS + "winners/" + category)
                    .then()
                    .statusCode(201);
        }
        as("expert1")
                .header("If-None-Match", "*")
                .body(Map.of("projects", List.of(favourite), "reason", "Mine."))
                .put(AWARDS + "winners/" + KNOWLEDGE)
                .then()
                .statusCode(403);
    }

    private void winners_are_there_at_the_instant_of_the_ceremony() {
        timeIs("2021-05-18T12:59:59+02:00");
        var winner = projects.get(KNOWLEDGE).get(1);
        for (var path : List.of("winners", "winners/" + KNOWLEDGE, "success-stories")) {
            Forum.anybody().get(AWARDS + path).then().statusCode(200).body("items", empty());
            manager().get(AWARDS + path).then().body("items", empty());
        }
        Forum.anybody()
                .get(AWARDS + "winners/" + winner + "/certificate")
                .then()
                .statusCode(404);
        timeIs("2021-05-18T13:00:00+02:00");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> Forum.anybody().get(AWARDS + "winners").then().body("items", hasSize(19)));
        var ceremony = Forum.anybody()
                .get(AWARDS + "winners/" + KNOWLEDGE)
                .then()
                .body("items.project", hasItem(winner))
                .extract()
                .<String>path("items[0].ceremony");
        Forum.anybody().get(ceremony).then().statusCode(200).body("code", is("session-348"));
        Forum.anybody()
                .queryParam("subject", "winners/" + KNOWLEDGE)
                .queryParam("wait", 20)
                .get(AWARDS + "changes")
                .then()
                .body("items", hasSize(1));
        var certificate = Forum.anybody()
                .get(AWARDS + "winners/" + winner + "/certificate")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(certificate, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        // Two champions of sixteen categories, two of science, five of knowledge; winners among them.
        Forum.anybody()
                .queryParam("limit", 200)
                .get(AWARDS + "success-stories")
                .then()
                .body("items", hasSize(16 * 2 + 2 + 5));
        Forum.anybody()
                .get(AWARDS + "success-stories.csv")
                .then()
                .statusCode(200)
                .body(containsString(winner));
        Forum.anybody().get(AWARDS + "champions/" + KNOWLEDGE).then().body("items.votes", everyItem(not(nullValue())));
    }

    /** With what the public finds by itself, from the ledger on. */
    private void anybody_can_check_the_ledger(Path folder, String receipt) throws Exception {
        var file = folder.resolve("ledger.jsonl");
        var links = Forum.anybody()
                .get(AWARDS + "ledger")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, String>>path("links");
        var ledger = read(links.get("file"));
        var document = new String(read(links.get("tally")), StandardCharsets.UTF_8);
        Files.write(file, ledger);
        Files.writeString(folder.resolve("tally.json"), document);
        Files.write(folder.resolve("keys.json"), read(links.get("keys")));
        Files.writeString(folder.resolve("receipt.json"), receipt);
        var checked = verify(
                file,
                "--key",
                folder.resolve("keys.json").toString(),
                "--tally",
                folder.resolve("tally.json").toString(),
                "--receipt",
                folder.resolve("receipt.json").toString());
        assertThat(checked.status()).as(checked.output()).isZero();
        var line = new String(ledger, StandardCharsets.UTF_8).indexOf("\"category\":" + KNOWLEDGE);
        ledger[line + "\"category\":".length()] ^= 1;
        Files.write(file, ledger);
        var changed = verify(file);
        assertThat(changed.status()).as(changed.output()).isEqualTo(1);
        assertThat(JsonPath.from(document).getInt("ballots.counted")).isEqualTo(VOTERS.size() - 1);
    }

    private static byte[] read(String link) {
        return Forum.anybody().get(link).then().statusCode(200).extract().asByteArray();
    }

    private record Verdict(int status, String output) {}

    private static Verdict verify(Path file, String... more) throws Exception {
        var checkout = Path.of(System.getProperty("wsis.checkout"));
        var command = new ArrayList<String>();
        command.add(checkout.resolve("wsis").toString());
        command.add("verify-ledger");
        command.add(file.toString());
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Verdict(process.exitValue(), output);
    }
}
