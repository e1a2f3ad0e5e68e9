package org.wsisforum.agenda.session;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What came of a session can be written before it is over, and nobody but those who make it learns of that before. */
@ForumTest
class KeepingAnOutcomeBackTest {

    private static final String EDITION = "/agenda/v1/editions/2021/";
    private static final String SECRET = "Zebrafish";
    private static final String START = "2021-04-01T10:00:00+02:00";
    private static final String END = "2021-04-01T11:00:00+02:00";

    private static final List<String> EXPORTS = List.of(
            "schedule.json", "schedule.xml", "calendar.ics", "sessions.csv", "sessions.jsonld", "releases.atom");

    private static void says(String session, String outcome) {
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"outcome\":{\"en\":{\"value\":\"" + outcome + "\"}}}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200)
                .body("outcome.en.value", is(outcome));
    }

    private static void changes(String session, String patch) {
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
    }

    private static String tag(String path) {
        return when().get(EDITION + path).then().statusCode(200).extract().header("ETag");
    }

    private static String event(String calendar, String session) {
        return Stream.of(calendar.split("BEGIN:VEVENT"))
                .filter(event -> event.contains(session))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String path) {
        return when().get(EDITION + path).then().statusCode(200).extract().asString();
    }

    @Test
    void what_came_of_a_session_stands_nowhere_before_it_is_over() {
        var session = Programme.added(Programme.session(START, END, false));
        var reads = List.of("sessions/" + session, "sessions?limit=200");
        var cursor = when().get(EDITION + "changes?since=now").jsonPath().getString("cursor");
        says(session, SECRET);
        Programme.release();
        var kept = when().get(EDITION + "releases?limit=1").<Integer>path("items[0].number");
        when().get(EDITION + "releases/" + kept)
                .then()
                .statusCode(200)
                .body("changes", is(0))
                .body("differences", empty());
        // With another change the release must be told, and what it names is not the outcome.
        says(session, SECRET + " again");
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"source\":\"another\"}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
        Programme.release();

        ForumTime.is("2021-04-01T10:59:59+02:00");
        for (var path : reads) {
            when().get(EDITION + path).then().statusCode(200).body(not(containsString(SECRET)));
        }
        when().get(EDITION + "sessions/" + session).then().body("outcome", nullValue());
        when().get(EDITION + "sessions?q=" + SECRET).then().body("items", empty());
        for (var export : EXPORTS) {
            when().get(EDITION + export).then().statusCode(200).body(not(containsString(SECRET)));
        }
        given().queryParam("since", cursor)
                .get(EDITION + "changes")
                .then()
                .body("items.findAll { it.type.contains('.session.') }.data.fields", contains(List.of("source")))
                .body(not(containsString("outcome")));
        var release = when().get(EDITION + "releases?limit=1").<Integer>path("items[0].number");
        when().get(EDITION + "releases/" + release)
                .then()
                .statusCode(200)
                .body("differences.fields", contains(List.of("source")));
        // Those who make the session read and find it.
        Programme.reader()
                .get(EDITION + "sessions?release=draft&q=" + SECRET)
                .then()
                .body("items.outcome.en.value", contains(SECRET + " again"));

        ForumTime.is(END);
        when().get(EDITION + "sessions/" + session).then().body("outcome.en.value", is(SECRET + " again"));
        when().get(EDITION + "sessions?q=" + SECRET).then().body("items.id", contains(session));
    }

    @Test
    void no_tag_tells_that_it_was_written_nor_does_a_calendar() {
        var session = Programme.added(Programme.session(START, END, false));
        var paths = List.of("sessions/" + session, "calendar.ics", "sessions.csv", "sessions.jsonld");
        var before = paths.stream().map(KeepingAnOutcomeBackTest::tag).toList();
        var calendar = text("calendar.ics");
        var table = text("sessions.csv");
        says(session, SECRET);
        Programme.release();
        assertThat(paths.stream().map(KeepingAnOutcomeBackTest::tag).toList()).isEqualTo(before);
        assertThat(text("calendar.ics")).isEqualTo(calendar);
        assertThat(text("sessions.csv")).isEqualTo(table);
        // Written out anew, for a filter that nobody has asked for, it is the same: neither SEQUENCE nor LAST-MODIFIED
        // went on.
        assertThat(event(text("calendar.ics?track=high-level"), session)).isEqualTo(event(calendar, session));
        // What is changed afterwards counts from there.
        changes(session, "{\"source\":\"another\"}");
        Programme.release();
        assertThat(tag("calendar.ics")).isNotEqualTo(before.get(1));
        assertThat(event(calendar, session)).contains("SEQUENCE:0");
        assertThat(event(text("calendar.ics"), session)).contains("SEQUENCE:1");
    }

    @Test
    void an_older_release_shows_it_no_earlier_than_the_newest_one() {
        var session = Programme.added(Programme.session(START, END, false));
        says(session, SECRET);
        Programme.release();
        var older = when().get(EDITION + "releases?limit=1").<Integer>path("items[0].number");
        changes(session, "{\"startsAt\":\"2021-04-01T11:00:00+02:00\",\"endsAt\":\"2021-04-01T12:00:00+02:00\"}");
        Programme.release();
        ForumTime.is("2021-04-01T11:30:00+02:00");
        var read = EDITION + "sessions/" + session + "?release=" + older;
        when().get(read).then().statusCode(200).body("outcome", nullValue());
        when().get(EDITION + "sessions?limit=200&release=" + older).then().body(not(containsString(SECRET)));
        when().get(EDITION + "sessions?q=" + SECRET + "&release=" + older)
                .then()
                .body("items", empty());
        ForumTime.is("2021-04-01T12:00:00+02:00");
        when().get(read).then().body("outcome.en.value", is(SECRET));
        when().get(EDITION + "sessions?q=" + SECRET + "&release=" + older)
                .then()
                .body("items.id", contains(session));
    }

    @Test
    void what_came_of_a_session_that_is_over_is_told() {
        var session = Programme.added(Programme.session(START, END, false));
        ForumTime.is(END);
        var cursor = when().get(EDITION + "changes?since=now").jsonPath().getString("cursor");
        says(session, SECRET);
        Programme.release();
        given().queryParam("since", cursor)
                .queryParam("subject", "sessions/" + session)
                .get(EDITION + "changes")
                .then()
                .body("items.data.fields", hasItem(List.of("outcome")));
        when().get(EDITION + "sessions?q=" + SECRET).then().body("items.id", contains(session));
    }

    @Test
    void a_session_that_is_moved_to_a_later_time_keeps_it_back_again() {
        var session = Programme.added(Programme.session(START, END, false));
        says(session, SECRET);
        Programme.release();
        ForumTime.is(END);
        when().get(EDITION + "sessions?q=" + SECRET).then().body("items.id", contains(session));
        Programme.reader()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"startsAt\":\"2021-04-01T11:00:00+02:00\",\"endsAt\":\"2021-04-01T12:00:00+02:00\"}")
                .patch(Programme.SESSIONS + "/" + session)
                .then()
                .statusCode(200);
        Programme.release();
        when().get(EDITION + "sessions/" + session).then().body("outcome", nullValue());
        when().get(EDITION + "sessions?q=" + SECRET).then().body("items", empty());
    }
}
