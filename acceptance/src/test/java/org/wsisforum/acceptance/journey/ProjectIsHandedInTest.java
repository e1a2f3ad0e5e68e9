package org.wsisforum.acceptance.journey;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.UUID;
import javax.imageio.ImageIO;

import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

/** Somebody hands in a project for the WSIS Prizes, with an account and nothing else. */
class ProjectIsHandedInTest {

    private static final String PROJECTS = "/awards/v1/editions/2021/projects";

    @AfterEach
    void back_to_the_day_on_which_the_system_begins() {
        Forum.timeIs("2021-02-15T10:00+01:00");
    }

    private static RequestSpecification entrant() {
        return Forum.as("participant1");
    }

    private static String at(int copy) {
        return Forum.stack().addressesOf("awards-service").get(copy);
    }

    private static String begun(String title) {
        return entrant()
                .body("""
                        {"category": 10, "title": "%s", "description": "%s",
                         "linkages": [{"goal": 3, "how": "Doctors see patients who had none."}],
                         "objectives": "To see every patient.", "impact": "3000 patients a year.", "results": "Shorter ways.",
                         "addedValue": "New here.", "partnerships": "The university.", "challenges": "Electricity.",
                         "startsOn": "2018-04-01", "stakeholderType": "government", "entity": "Ministry %s", "country": "KI",
                         "contact": {"name": "Tekinati", "email": "tekinati@telemedicine.example"}}""".formatted(title, String.join(" ", Collections.nCopies(170, "word")), UUID.randomUUID()))
                .post(PROJECTS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String tag(String project) {
        return entrant().get(project).header("ETag");
    }

    @Test
    void from_the_draft_with_a_picture_to_the_stocktaking() throws Exception {
        Forum.timeIs("2021-01-10T10:00+01:00");
        var project = begun("Telemedicine for islands " + UUID.randomUUID());
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", picture);
        entrant()
                .contentType("image/png")
                .body(picture.toByteArray())
                .post(project + "/pictures?logo=true")
                .then()
                .statusCode(201)
                .body("width", is(300));
        entrant()
                .contentType("image/png")
                .body("no picture".getBytes())
                .post(project + "/pictures")
                .then()
                .statusCode(422)
                .body("code", is("no-picture"));
        // More than the service takes, and more than the gateway lets through.
        for (var megabytes : new int[] {6, 50}) {
            entrant()
                    .contentType("image/png")
                    .body(new byte[megabytes * 1024 * 1024])
                    .post(project + "/pictures")
                    .then()
                    .statusCode(413)
                    .body("code", is("content-too-large"));
        }
        entrant().get(project + "/pictures").then().statusCode(200).body("items", hasSize(1));
        entrant()
                .header("If-Match", tag(project))
                .post(project + "/submit")
                .then()
                .statusCode(200);
        Forum.anybody()
                .queryParam("subject", "stocktaking/" + project.substring(project.lastIndexOf('/') + 1))
                .queryParam("wait", 5)
                .get("/awards/v1/editions/2021/changes")
                .then()
                .body("items.type", hasItem("org.wsisforum.awards.stocktaking.entered.v1"));
        Forum.as("participant2").get(project).then().statusCode(404);
        Forum.anybody().get(project).then().statusCode(401);
    }

    @Test
    void the_last_second_counts_and_the_next_does_not_on_whichever_copy() {
        Forum.timeIs("2021-01-25T22:59:30+01:00");
        var inTime = begun("In time " + UUID.randomUUID());
        var late = begun("Late " + UUID.randomUUID());
        var lateTag = tag(late);
        entrant()
                .baseUri(at(0))
                .header("If-Match", tag(inTime))
                .post(inTime + "/submit")
                .then()
                .statusCode(200);
        Forum.timeIs("2021-01-25T23:00:00+01:00");
        for (var copy = 0; copy < 2; copy++) {
            entrant()
                    .baseUri(at(copy))
                    .header("If-Match", lateTag)
                    .post(late + "/submit")
                    .then()
                    .statusCode(409)
                    .body("code", is("submission-closed"))
                    .body("detail", containsString("25 January 2021 at 23:00:00"));
        }
        entrant().get(late).then().statusCode(200).body("state", is("draft"));
    }
}
