package org.wsisforum.acceptance.journey;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** From projects that were handed in to the nominees that everybody sees: an expert's work, and the awards manager's. */
class ExpertsChooseNomineesTest {

    private static final String AWARDS = "/awards/v1/editions/2021/";
    private static final int CATEGORY = 14;

    @AfterEach
    void back_to_the_day_on_which_the_system_begins() {
        Forum.timeIs("2021-02-15T10:00+01:00");
    }

    private static RequestSpecification manager() {
        return Forum.as("awards-manager");
    }

    /** Handed in by an account of its own, so that each is of another owner. */
    private static String handedIn(String owner, String title, String country) {
        var location = Forum.as(owner)
                .body("""
                        {"category": %d, "title": "%s", "description": "%s",
                         "linkages": [{"goal": 9, "how": "Measurements are open."}],
                         "objectives": "To measure.", "impact": "Open data.", "results": "A network.",
                         "addedValue": "New here.", "partnerships": "The university.", "challenges": "Power.",
                         "startsOn": "2018-04-01", "stakeholderType": "academia", "entity": "Institute %s",
                         "country": "%s", "contact": {"name": "Tekinati", "email": "tekinati@science.example"}}""".formatted(
                                CATEGORY,
                                title,
                                String.join(" ", Collections.nCopies(160, "word")),
                                UUID.randomUUID(),
                                country))
                .post(AWARDS + "projects")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Forum.as(owner)
                .header("If-Match", Forum.as(owner).get(location).header("ETag"))
                .post(location + "/submit")
                .then()
                .statusCode(200);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The opaque subject that the account's token names. */
    private static String subject(String user) throws Exception {
        var claims = Forum.tokenOf(user).split("\\.")[1];
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .get("sub")
                .asText();
    }

    private static void becomesExpert(String user, String country) throws Exception {
        manager()
                .header("If-None-Match", "*")
                .body("{\"categories\": [%d], \"country\": \"%s\"}".formatted(CATEGORY, country))
                .put(AWARDS + "experts/" + subject(user))
                .then()
                .statusCode(201);
    }

    private static void scores(String user, String project, int score) {
        Forum.as(user)
                .header("If-None-Match", "*")
                .body("""
                        {"scores": {"compliance": %1$d, "relevance": %1$d, "results-and-impact": %1$d,
                         "community-empowerment": %1$d, "sdgs": %1$d, "replicability": %1$d, "sustainability": %1$d,
                         "partnerships": %1$d, "wsis-values": %1$d}}""".formatted(score))
                .put(AWARDS + "reviews/" + project)
                .then()
                .statusCode(201);
    }

    @Test
    void from_what_was_handed_in_to_the_public_list() throws Exception {
        Forum.timeIs("2021-01-12T10:00+01:00");
        var good = handedIn("participant2", "Open weather " + UUID.randomUUID(), "KI");
        var better = handedIn("participant3", "Open tides " + UUID.randomUUID(), "FJ");
        var unfit = handedIn("participant4", "Open nothing " + UUID.randomUUID(), "TO");

        Forum.timeIs("2021-02-02T10:00+01:00");
        // Nobody judges a project of the own country, so three of four remain for each of Kiribati's.
        becomesExpert("expert1", "CH");
        becomesExpert("expert2", "SN");
        becomesExpert("expert3", "BR");
        becomesExpert("expert4", "KI");
        manager().post(AWARDS + "assignments").then().statusCode(200);
        var judgesOfGood = manager()
                .queryParam("project", good)
                .get(AWARDS + "assignments")
                .then()
                .body("items", hasSize(3))
                .body("items.expert", not(hasItem(subject("expert4"))))
                .extract()
                .<List<String>>path("items.expert");
        assertThat(judgesOfGood).containsExactlyInAnyOrder(subject("expert1"), subject("expert2"), subject("expert3"));

        // What an expert is not to judge is not there for the expert.
        Forum.as("expert4").get(AWARDS + "reviews/" + good).then().statusCode(404);
        Forum.as("expert1")
                .get(AWARDS + "reviews/" + good)
                .then()
                .statusCode(200)
                .body("form.title", startsWith("Open weather"))
                .body("form.contact", nullValue());
        Forum.as("expert1").get(AWARDS + "assignments").then().statusCode(403);
        Forum.as("participant2").get(AWARDS + "reviews/" + good).then().statusCode(403);

        for (var project : List.of(good, better, unfit)) {
            for (var expert : List.of("expert1", "expert2", "expert3", "expert4")) {
                if (Forum.as(expert).get(AWARDS + "reviews/" + project).statusCode() == 200) {
                    scores(expert, project, project.equals(better) ? 5 : 3);
                }
            }
            manager()
                    .header("If-None-Match", "*")
                    .body(
                            project.equals(unfit)
                                    ? "{\"eligible\": false, \"reasons\": [\"incomplete\"], \"explanation\": \"No results.\"}"
                                    : "{\"eligible\": true}")
                    .put(AWARDS + "screenings/" + project)
                    .then()
                    .statusCode(201);
        }
        manager()
                .get(AWARDS + "results/" + CATEGORY)
                .then()
                .statusCode(200)
                .body("lines.project", contains(better, good))
                .body("ineligible", contains(unfit));
        manager().post(AWARDS + "results/" + CATEGORY + "/nomination").then().statusCode(201);
        Forum.as("expert1")
                .post(AWARDS + "results/" + CATEGORY + "/nomination")
                .then()
                .statusCode(403);

        // Kept until the vote begins, and shown then in no order that tells ranks.
        Forum.timeIs("2021-02-28T23:59:59+01:00");
        Forum.anybody().get(AWARDS + "nominees/" + CATEGORY).then().body("items", empty());
        manager().get(AWARDS + "nominees/" + CATEGORY).then().body("items", empty());
        Forum.timeIs("2021-03-01T00:00:00+01:00");
        var shown = Forum.anybody()
                .get(AWARDS + "nominees/" + CATEGORY)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.project");
        assertThat(shown)
                .containsExactlyElementsOf(
                        List.of(good, better).stream().sorted().toList());
        Forum.anybody()
                .queryParam("subject", "nominees/" + CATEGORY)
                .queryParam("wait", 20)
                .get(AWARDS + "changes")
                .then()
                .body("items.type", hasItem("org.wsisforum.awards.nominees.published.v1"))
                .body("items.subject", hasItem(is("nominees/" + CATEGORY)));
    }
}
