package org.wsisforum.acceptance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;
import org.wsisforum.acceptance.ProgrammeManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** A civil-society organization from its contribution to the consultation to a workshop in the programme, through the gateway. */
class WorkshopIsAskedForTest {

    private static final String AGENDA = "/agenda/v1/editions/2021";
    private static final String CONSULTATION = AGENDA + "/consultation";

    private final ProgrammeManager manager = new ProgrammeManager(Forum.stack().gateway());

    private String workshop;

    /** What its organizer has recorded; it stands in the way of taking the workshop out. */
    private String recorded;

    @AfterEach
    void the_workshop_is_taken_out() {
        if (recorded != null) {
            Forum.as("programme-manager")
                    .header("If-Match", "*")
                    .delete(recorded)
                    .then()
                    .statusCode(204);
        }
        if (workshop != null) {
            manager.takesOut(workshop);
            manager.releases();
        }
        Forum.timeIs("2021-02-15T10:00:00+01:00");
    }

    @Test
    void it_contributes_asks_for_a_workshop_hands_in_what_is_due_and_stands_in_the_programme() {
        Forum.timeIs("2021-02-15T10:00:00+01:00");
        var contribution = Forum.as("participant")
                .body("""
                        {"form":"views-on-themes","from":{"entity":"Digital Villages Network",
                         "stakeholderType":"civil-society","country":"KE","scope":"regional"},
                         "topics":["interactive-formats"],"actionLines":["C2"],
                         "title":{"en":{"value":"Bring the villages in"}},
                         "text":{"en":{"value":"Half an hour of each session for their questions."}},"publish":true}""")
                .post(CONSULTATION + "/contributions")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Forum.anybody().get(contribution).then().statusCode(200).body("from.region", is("AFR"));

        var request = Forum.as("participant")
                .body("""
                        {"organizer":{"entity":"Digital Villages Network","stakeholderType":"civil-society","country":"KE",
                                      "scope":"regional"},
                         "contact":{"name":"Wanjiru Otieno","email":"wanjiru@villages.example","language":"en"},
                         "title":{"en":{"value":"Networks that villages run"}},
                         "description":{"en":{"value":"What three of them have learned."}},
                         "actionLines":["C2"],"goals":[9],"format":"panel","attendance":"virtual",
                         "preferredDates":["2021-04-08"],"minutes":60}""")
                .post(CONSULTATION + "/workshop-requests")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Forum.as("participant").post(request + "/submission").then().statusCode(200);
        Forum.as("consultation-reviewer")
                .header("If-Match", "*")
                .body("{\"recommendation\":\"change\",\"comment\":\"An hour is short for three villages.\"}")
                .put(request + "/review")
                .then()
                .statusCode(200)
                .body("state", is("under-review"));
        decides(request, "{\"decision\":\"change-requested\",\"reason\":\"Ask for more time.\"}");
        Forum.as("participant")
                .get(request)
                .then()
                .statusCode(200)
                .body("state", is("change-requested"))
                .body("reason", is("Ask for more time."))
                .body("reviews", nullValue());
        Forum.as("participant")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"minutes\":90}")
                .patch(request)
                .then()
                .statusCode(200);
        Forum.as("participant").post(request + "/submission").then().statusCode(200);
        decides(request, "{\"decision\":\"accepted\",\"startsAt\":\"2021-04-08T10:00:00+02:00\"}");
        workshop = request.substring(request.lastIndexOf('/') + 1);
        var session = AGENDA + "/sessions/" + workshop;

        // Two weeks before it is due the organizer is reminded, by one of the two copies of the service.
        Forum.timeIs("2021-03-11T09:00:00+01:00");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> Forum.as("participant")
                        .get(request + "/deliverables")
                        .then()
                        .statusCode(200)
                        .body(
                                "items.findAll { it.reminders.any { it.sentAt != null } }.kind",
                                contains("description", "logo", "panellists")));
        assertThat(mailsTo("wanjiru@villages.example")).hasSize(3).allSatisfy(mail -> assertThat(mail)
                .contains("Networks that villages run", "March 25, 2021", workshop));

        delivers(request, "description", "{\"description\":{\"en\":{\"value\":\"How villages run their networks.\"}}}");
        delivers(request, "logo", "{\"href\":\"https://villages.example/logo.png\",\"mediaType\":\"image/png\"}");
        delivers(request, "panellists", "{\"panellists\":[{\"name\":\"Wanjiru Otieno\",\"country\":\"KE\"}]}");
        Forum.anybody().get(session).then().statusCode(404);
        organizes(session);

        Forum.as("programme-manager")
                .header("If-Match", "*")
                .post(session + "/schedule")
                .then()
                .statusCode(200);
        manager.releases();
        await().untilAsserted(() -> Forum.anybody()
                .get(session)
                .then()
                .statusCode(200)
                .body("state", is("scheduled"))
                .body("organizers", contains("Digital Villages Network"))
                .body("description.en.value", is("How villages run their networks."))
                .body("people.name", contains("Wanjiru Otieno")));

        Forum.timeIs("2021-04-08T11:30:00+02:00");
        everybodyIsToldWhatWasRecorded();
        delivers(request, "outcome", "{\"outcome\":{\"en\":{\"value\":\"Three villages share one mast.\"}}}");
        Forum.as("participant").get(request + "/deliverables").then().body("items.state", everyItem(is("delivered")));
        manager.releases();
        await().untilAsserted(() -> Forum.anybody()
                .header("Accept", "application/json")
                .get(AGENDA + "/action-lines/C2/report")
                .then()
                .statusCode(200)
                .body("sessions.id", hasItem(workshop))
                .body("outcomes.text.en.value", hasItem("Three villages share one mast."))
                .body("contributions.entity", hasItem("Digital Villages Network")));
        Forum.anybody()
                .header("Accept", "text/html")
                .get(AGENDA + "/action-lines/C2/report")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8");

        Forum.as("participant")
                .header("If-Match", "*")
                .delete(contribution)
                .then()
                .statusCode(204);
        await().untilAsserted(() -> Forum.anybody().get(contribution).then().statusCode(404));
    }

    /** With the rights over its session that came with the acceptance, and no role that anybody gave. */
    private void organizes(String session) {
        Forum.as("participant")
                .get(session + "?release=draft")
                .then()
                .statusCode(200)
                .body("state", is("draft"));
        Forum.as("participant")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"description\":{\"fr\":{\"value\":\"Les villages et leurs lignes.\"}}}")
                .patch(session)
                .then()
                .statusCode(200)
                .body("description.en.value", is("How villages run their networks."));
        recorded = Forum.as("participant")
                .body("{\"session\":\"" + workshop + "\",\"text\":{\"en\":{\"value\":\"A handbook is begun.\"}}}")
                .post(AGENDA + "/outcomes")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Forum.anybody().get(recorded).then().statusCode(404);
        Forum.as("participant1").get(recorded).then().statusCode(404);
    }

    private void everybodyIsToldWhatWasRecorded() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Forum.anybody()
                .queryParam("subject", recorded.substring(AGENDA.length() + 1))
                .get(AGENDA + "/changes")
                .then()
                .body("items.type", contains("org.wsisforum.agenda.outcome.published.v1"))
                .body("items.actor", everyItem(nullValue())));
        await().untilAsserted(() ->
                Forum.anybody().get(recorded).then().statusCode(200).body("actionLines", contains("C2")));
    }

    private static void decides(String request, String decision) {
        Forum.as("consultation-reviewer")
                .header("If-Match", "*")
                .body(decision)
                .post(request + "/decision")
                .then()
                .statusCode(200);
    }

    private static List<String> mailsTo(String address) {
        try (var mails = Files.list(Forum.stack().mails())) {
            var found = new ArrayList<String>();
            for (var mail : mails.filter(each -> each.toString().contains("-" + address))
                    .toList()) {
                found.add(Files.readString(mail).replace("=\r\n", "").replace("=3D", "="));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delivers(String request, String what, String body) {
        Forum.as("participant")
                .header("If-Match", "*")
                .body(body)
                .put(request + "/deliverables/" + what)
                .then()
                .statusCode(200)
                .body("state", is("delivered"));
    }
}
