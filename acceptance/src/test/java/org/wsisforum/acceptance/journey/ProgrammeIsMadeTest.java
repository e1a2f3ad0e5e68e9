package org.wsisforum.acceptance.journey;

import java.util.Base64;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.acceptance.Forum;
import org.wsisforum.acceptance.ProgrammeManager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** A session from the draft to a partner's page and a participant's calendar, all through the gateway. */
class ProgrammeIsMadeTest {

    private static final String AGENDA = "/agenda/v1/editions/2021";
    private static final String MINE = AGENDA + "/me/agenda";

    private final String session = UUID.randomUUID().toString();
    private final String address = AGENDA + "/sessions/" + session;
    private final ProgrammeManager manager = new ProgrammeManager(Forum.stack().gateway());

    private static String subjectOf(String user) {
        var claims = Forum.tokenOf(user).split("\\.")[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(claims), UTF_8))
                .getString("sub");
    }

    private ValidatableResponse says(String user, String patch) {
        return Forum.as(user)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(address)
                .then();
    }

    private String exported(String path) {
        return Forum.anybody()
                .header("Cache-Control", "no-cache")
                .get(AGENDA + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @BeforeEach
    void a_session_is_drafted_for_its_organizer() {
        manager.drafts(session, "Radio in rural areas");
        manager.changes(session, "{\"organizerAccounts\":[\"" + subjectOf("session-organizer") + "\"]}");
    }

    @AfterEach
    void the_session_is_taken_out() {
        manager.takesOut(session);
        manager.releases();
    }

    @Test
    void its_organizer_says_what_it_is_about_and_everybody_reads_it_once_it_is_released() {
        says("session-organizer", "{\"description\":{\"en\":{\"value\":\"Bücher & <Radio>\"}}}")
                .statusCode(200);
        says("session-organizer", "{\"title\":{\"en\":{\"value\":\"Mine\"}}}")
                .statusCode(403)
                .body("errors.code", contains("not-yours"));
        says("participant", "{\"description\":null}").statusCode(403);
        Forum.as("session-organizer")
                .get(address + "?release=draft")
                .then()
                .statusCode(200)
                .body("description.en.value", is("Bücher & <Radio>"));
        Forum.anybody().get(address).then().statusCode(404);
        Forum.anybody().get(address + "?release=draft").then().statusCode(403);
        assertThat(exported("/schedule.json")).doesNotContain(session);

        manager.releases();

        Forum.anybody()
                .header("Cache-Control", "no-cache")
                .get(address + "?lang=en")
                .then()
                .statusCode(200)
                .body("description", is("Bücher & <Radio>"));
        for (var export : new String[] {"/schedule.json", "/schedule.xml", "/calendar.ics", "/sessions.jsonld"}) {
            assertThat(exported(export)).contains(session);
        }
        assertThat(exported("/sessions.csv")).contains("Radio in rural areas");
        var tag = Forum.anybody().get(AGENDA + "/schedule.json").header("ETag");
        Forum.anybody()
                .header("If-None-Match", tag)
                .get(AGENDA + "/schedule.json")
                .then()
                .statusCode(304);
    }

    @Test
    void it_is_found_by_its_words_and_kept_on_a_participants_agenda_and_calendar() {
        manager.releases();
        await().untilAsserted(() -> Forum.anybody()
                .queryParam("q", "rural radio")
                .get(AGENDA + "/sessions")
                .then()
                .body("items.id", contains(session)));
        Forum.as("participant").put(MINE + "/" + session).then().statusCode(201);
        Forum.as("participant")
                .get(MINE)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("items.session.id", hasItem(session));
        Forum.as("expert").get(MINE).then().statusCode(200).body("items.session.id", not(hasItem(session)));
        Forum.anybody().get(MINE).then().statusCode(401);

        var feed = Forum.as("participant")
                .post(MINE + "/feed")
                .then()
                .statusCode(201)
                .extract();
        var calendar = feed.<String>path("address");
        var path = calendar.substring(calendar.indexOf(MINE));
        Forum.anybody()
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/calendar"))
                .header("Cache-Control", containsString("private"))
                .body(containsString(session));
        manager.changes(
                session, "{\"startsAt\":\"2021-04-08T14:00:00+02:00\",\"endsAt\":\"2021-04-08T15:00:00+02:00\"}");
        manager.releases();
        await().untilAsserted(() -> Forum.anybody().get(path).then().body(containsString("SEQUENCE:1")));
        await().untilAsserted(() -> Forum.as("participant")
                .get(MINE)
                .then()
                .body("items.find { it.session.id == '" + session + "' }.changedSince", hasItem("startsAt")));
        Forum.as("participant").delete(MINE + "/feed").then().statusCode(204);
        Forum.anybody().get(path).then().statusCode(404);
        Forum.as("participant").delete(MINE + "/" + session).then().statusCode(204);
    }
}
