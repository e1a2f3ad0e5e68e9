package org.wsisforum.awards;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static org.assertj.core.api.Assertions.assertThat;

/** A contest of the size of 2021, from the first submission to the nominees, through the API and nothing else. */
@AwardsTest
class WholeContestTest {

    private static final String ROOT = "/awards/v1/editions/2021/";
    private static final int PROJECTS = 1300;
    private static final int EXPERTS = 60;
    private static final String MANAGER =
            TestCredentials.of("manager", Role.AWARDS_MANAGER, "awards:tally", "awards:review", "awards:submit");

    private final HttpClient client = HttpClient.newHttpClient();
    private final SeededContest contest = new SeededContest();
    private final Semaphore atOnce = new Semaphore(8);

    /** A request, and the status that it has to be answered with. */
    private HttpResponse<String> send(
            String method, String path, String credential, String condition, String body, int status) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", credential)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (condition != null) {
            request.header(condition.startsWith("*") ? "If-None-Match" : "If-Match", condition);
        }
        atOnce.acquire();
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(() -> method + " " + path + ": " + answer.body())
                    .isEqualTo(status);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } finally {
            atOnce.release();
        }
    }

    private HttpResponse<String> manages(String method, String path, String condition, String body, int status)
            throws Exception {
        return send(method, ROOT + path, MANAGER, condition, body, status);
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        }
    }

    private String submits(String form, int number) throws Exception {
        var entrant = TestCredentials.of("entrant" + number, Role.PARTICIPANT, "awards:submit");
        var begun = send("POST", ROOT + "projects", entrant, null, form, 201);
        var project = begun.headers().firstValue("Location").orElseThrow();
        send(
                "POST",
                project + "/submit",
                entrant,
                begun.headers().firstValue("ETag").orElseThrow(),
                null,
                200);
        return project.substring(project.lastIndexOf('/') + 1);
    }

    private static String expert(int number) {
        return "expert-" + number;
    }

    private static String credential(String expert) {
        return TestCredentials.of(expert, Role.EXPERT, "awards:review");
    }

    @Test
    void thirteen_hundred_projects_become_three_hundred_and_sixty_nominees() throws Exception {
        ForumTime.is("2021-01-10T10:00+01:00");
        var projects = allAtOnce(IntStream.range(0, PROJECTS)
                .mapToObj(number -> {
                    var form = contest.project(number);
                    return (Callable<String>) () -> submits(form, number);
                })
                .toList());

        ForumTime.is("2021-02-02T10:00+01:00");
        for (var number = 0; number < EXPERTS; number++) {
            manages("PUT", "experts/" + expert(number), "*", contest.expert(number), 201);
        }
        var report =
                JsonPath.from(manages("POST", "assignments", null, null, 200).body());
        assertThat(report.getList("gaps")).isEmpty();
        var assigned = assignments();
        assertThat(assigned.size()).isEqualTo(PROJECTS * 3);
        each_project_has_three_experts_and_none_of_its_country(assigned);
        nobody_has_much_more_to_do_than_another(assigned);

        var ineligible = screens(projects);
        scores(ineligible);
        nominates(ineligible);
    }

    private List<Map<String, Object>> assignments() throws Exception {
        var all = new ArrayList<Map<String, Object>>();
        var next = ROOT + "assignments?limit=200";
        while (next != null) {
            var page = JsonPath.from(send("GET", next, MANAGER, null, null, 200).body());
            all.addAll(page.getList("items"));
            next = page.getString("links.next");
        }
        return all;
    }

    private void each_project_has_three_experts_and_none_of_its_country(List<Map<String, Object>> assigned) {
        var experts = new HashMap<Object, HashSet<Object>>();
        assigned.forEach(one -> experts.computeIfAbsent(one.get("project"), p -> new HashSet<>())
                .add(one.get("expert")));
        assertThat(experts).hasSize(PROJECTS);
        assertThat(experts.values()).allMatch(three -> three.size() == 3);
        assertThat(assigned).allMatch(one -> ((List<?>) one.get("conflicts")).isEmpty());
    }

    private void nobody_has_much_more_to_do_than_another(List<Map<String, Object>> assigned) {
        var loads = new HashMap<Object, Integer>();
        assigned.forEach(one -> loads.merge(one.get("expert"), 1, Integer::sum));
        assertThat(loads).hasSize(EXPERTS);
        var mean = PROJECTS * 3 / EXPERTS;
        assertThat(loads.values()).allMatch(load -> load > mean * 0.6 && load < mean * 1.4);
    }

    private HashSet<String> screens(List<String> projects) throws Exception {
        var ineligible = new HashSet<String>();
        var screenings = new ArrayList<Callable<Integer>>();
        for (var project : projects) {
            var eligible = !contest.happens(8);
            if (!eligible) {
                ineligible.add(project);
            }
            var body = eligible
                    ? "{\"eligible\": true}"
                    : "{\"eligible\": false, \"reasons\": [\"not-completed\"], \"explanation\": \"It begins next year.\"}";
            screenings.add(() ->
                    manages("PUT", "screenings/" + project, "*", body, 201).statusCode());
        }
        allAtOnce(screenings);
        return ineligible;
    }

    private void scores(HashSet<String> ineligible) throws Exception {
        var reviews = new ArrayList<Callable<Integer>>();
        for (var number = 0; number < EXPERTS; number++) {
            var credential = credential(expert(number));
            var mine = JsonPath.from(send("GET", ROOT + "reviews", credential, null, null, 200)
                            .body())
                    .<String>getList("items.project");
            for (var project : mine) {
                if (!ineligible.contains(project)) {
                    var body = contest.scores();
                    reviews.add(() -> send("PUT", ROOT + "reviews/" + project, credential, "*", body, 201)
                            .statusCode());
                }
            }
        }
        assertThat(reviews.size()).isEqualTo((PROJECTS - ineligible.size()) * 3);
        allAtOnce(reviews);
    }

    private void nominates(HashSet<String> ineligible) throws Exception {
        for (var category = 1; category <= 18; category++) {
            manages("POST", "results/" + category + "/nomination", null, null, 201);
        }
        ForumTime.is("2021-02-28T23:59:59+01:00");
        assertThat(nominees()).isEmpty();
        ForumTime.is("2021-03-01T00:00:00+01:00");
        var nominees = nominees();
        assertThat(nominees).hasSize(360);
        var byCategory = new HashMap<Object, Integer>();
        nominees.forEach(nominee -> byCategory.merge(nominee.get("category"), 1, Integer::sum));
        assertThat(byCategory).hasSize(18).allSatisfy((category, count) -> assertThat(count)
                .isEqualTo(20));
        assertThat(nominees).noneMatch(nominee -> ineligible.contains(nominee.get("project")));
    }

    private List<Map<String, Object>> nominees() throws Exception {
        var all = new ArrayList<Map<String, Object>>();
        var next = ROOT + "nominees?limit=200";
        while (next != null) {
            var page = JsonPath.from(send("GET", next, MANAGER, null, null, 200).body());
            all.addAll(page.getList("items"));
            next = page.getString("links.next");
        }
        return all;
    }
}
