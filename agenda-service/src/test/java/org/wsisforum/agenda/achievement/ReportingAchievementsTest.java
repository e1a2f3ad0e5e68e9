package org.wsisforum.agenda.achievement;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Offices;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.Questions;
import org.wsisforum.agenda.consultation.Stakeholders;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What was done about each Action Line and goal, and where the two meet. */
@ForumTest
class ReportingAchievementsTest {

    private static final String EDITION = "/agenda/v1/editions/2021";
    private static final String LINE = EDITION + "/action-lines/C2/report";
    private static final String GOAL = EDITION + "/sdgs/9/report";
    private static final String MATRIX = EDITION + "/wsis-sdg-matrix";
    private static final String SECRET = "Not to be read before it was said";

    @Inject
    AgroalDataSource database;

    @Test
    void a_report_shows_sessions_at_once_and_the_rest_when_it_is_published() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, "2021-03-22T14:00:00Z").then().statusCode(200);
        outcome(session, SECRET);
        var kept = Stakeholders.contribution().replace("\"publish\":true", "\"publish\":false");
        Stakeholders.contributed("villages", kept.replace("Bring the villages in", SECRET));
        var public1 = Stakeholders.contributed("villages", Stakeholders.contribution());
        ForumTime.is("2021-03-22T15:02:59+01:00");
        when().get(GOAL)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("goal", is(9))
                .body("sessions.id", contains(session))
                .body("statements", empty())
                .body("outcomes", empty())
                .body("contributions.id", contains(Stakeholders.idOf(public1)))
                .body("counts.sessions", is(1))
                .body("counts.statements", is(0))
                .body("counts.outcomes", is(0))
                .body("counts.contributions", is(1))
                .body(not(containsString(SECRET)));
        var seen = when().get(GOAL).header("ETag");
        ForumTime.is("2021-03-22T15:03:00+01:00");
        when().get(GOAL).then().body("counts.statements", is(0));
        Offices.delivers(office, "2021-03-22T14:00:00Z", "2021-03-22T14:03:00Z")
                .then()
                .statusCode(200);
        when().get(GOAL).then().body("counts.statements", is(1)).body("counts.outcomes", is(0));
        ForumTime.is("2021-03-22T15:10:00+01:00");
        given().header("If-None-Match", seen)
                .get(GOAL)
                .then()
                .statusCode(200)
                .body("statements.speaker.country", hasSize(1))
                .body("outcomes.text.en.value", contains(SECRET))
                .body("counts.outcomes", is(1));
        given().header("If-None-Match", when().get(GOAL).header("ETag"))
                .get(GOAL)
                .then()
                .statusCode(304);
    }

    @Test
    void what_a_session_itself_says_came_of_it_is_an_outcome_once_it_is_over() {
        Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false)
                .replace("\"attendance\"", "\"outcome\":{\"en\":{\"value\":\"We agreed.\"}},\"attendance\""));
        when().get(GOAL).then().body("counts.outcomes", is(0));
        ForumTime.is("2021-04-01T11:00:00+02:00");
        when().get(GOAL).then().body("outcomes.text.en.value", contains("We agreed."));
    }

    @Test
    void a_report_of_an_action_line_is_found_in_any_spelling() {
        var session =
                Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
        for (var spelling : new String[] {"C2", "c2", "С2", "ج2"}) {
            when().get(EDITION + "/action-lines/" + spelling + "/report")
                    .then()
                    .statusCode(200)
                    .body("actionLine", is("C2"))
                    .body("sessions.id", hasItem(session));
        }
        when().get(EDITION + "/action-lines/C12/report").then().statusCode(404).body("code", is("not-found"));
        when().get(EDITION + "/sdgs/18/report").then().statusCode(404).body("code", is("not-found"));
        when().get("/agenda/v1/editions/1999/sdgs/9/report").then().statusCode(404);
    }

    @Test
    void a_draft_and_a_cancelled_session_are_in_no_report_and_no_count() {
        var input = Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false);
        Programme.drafted(input);
        var cancelled =
                Programme.added(Programme.session("2021-04-02T10:00:00+02:00", "2021-04-02T11:00:00+02:00", false));
        when().get(GOAL).then().body("counts.sessions", is(1));
        Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + cancelled + "/cancel")
                .then()
                .statusCode(200);
        Programme.release();
        when().get(GOAL).then().body("counts.sessions", is(0));
        when().get(MATRIX).then().body(cell(9, "C2") + ".sessions", is(0));
    }

    @Test
    void a_postponed_session_has_no_time_and_is_in_no_report_and_no_count() {
        var session =
                Programme.added(Programme.session("2021-04-02T10:00:00+02:00", "2021-04-02T11:00:00+02:00", false));
        Programme.reader()
                .header("If-Match", "*")
                .post(Programme.SESSIONS + "/" + session + "/postpone")
                .then()
                .statusCode(200);
        Programme.release();
        when().get(GOAL).then().body("counts.sessions", is(0)).body("sessions", empty());
        when().get(MATRIX).then().body(cell(9, "C2") + ".sessions", is(0));
    }

    @Test
    void a_report_shows_the_newest_contributions_and_where_all_of_them_are() throws Exception {
        Stakeholders.contributed("villages", Stakeholders.contribution());
        given().accept("text/html")
                .get(LINE + "?lang=en")
                .then()
                .body(containsString("consultation/contributions?actionLine=C2\">All contributions</a>"))
                .body(not(containsString("The newest")));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into contribution select"
                    + " (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*"
                    + " from contribution c, generate_series(1, 200)");
        }
        when().get(LINE)
                .then()
                .body("contributions", hasSize(200))
                .body("counts.contributions", is(201))
                .body("links.contributions", is(EDITION + "/consultation/contributions?actionLine=C2"));
        when().get(GOAL).then().body("links.contributions", is(EDITION + "/consultation/contributions?goal=9"));
        given().accept("text/html")
                .get(LINE + "?lang=en")
                .then()
                .body(containsString("The newest 200 of 201 are shown here."));
        given().accept("text/html")
                .get(LINE + "?lang=ar")
                .then()
                .body(containsString("تُعرض هنا أحدث 200 مساهمة من أصل 201."))
                .body(containsString(">جميع المساهمات</a>"));
        when().get(when().get(LINE).<String>path("links.contributions"))
                .then()
                .statusCode(200)
                .body("items.size()", is(50));
    }

    @Test
    void the_page_says_whose_statement_something_came_of_and_leads_to_sessions_and_contributions() {
        var session = Programme.withSlots();
        var office = Offices.accepted();
        office.books(session, "2021-03-22T14:00:00Z").then().statusCode(200);
        var contribution = Stakeholders.contributed("villages", Stakeholders.contribution());
        var statement = office.statement().substring(Offices.STATEMENTS.length() + 1);
        ForumTime.is("2021-03-22T15:10:00+01:00");
        Offices.delivers(office, "2021-03-22T14:00:00Z", "2021-03-22T14:03:00Z")
                .then()
                .statusCode(200);
        outcome(session, "A promise", "\"statement\":\"" + statement + "\",");
        var speaker = when().get(GOAL)
                .then()
                .body("outcomes.statement", contains(statement))
                .body("outcomes.speaker.statement", contains(statement))
                .extract()
                .<String>path("outcomes[0].speaker.name");
        given().accept("text/html")
                .get(GOAL + "?lang=en")
                .then()
                .body(matchesPattern(Pattern.compile(
                        ".*<p class=\"beside\">Policy statement: <bdi>[^<]*" + Pattern.quote(speaker)
                                + "[^<]*</bdi></p>.*",
                        Pattern.DOTALL)))
                .body(containsString("<a href=\"" + EDITION + "/sessions/" + session + "\">"))
                .body(containsString("<a href=\"" + contribution + "\">"));
    }

    @Test
    void the_matrix_is_a_page_that_names_its_lines_and_reads_from_right_to_left_in_arabic() {
        var page = given().accept("text/html")
                .get(MATRIX + "?lang=ar")
                .then()
                .statusCode(200)
                .header("Content-Language", "ar")
                .extract()
                .asString();
        var line = when().get("/agenda/v1/reference/action-lines")
                .jsonPath()
                .<String>get("items.find { it.code == 'C5' }.fullName.ar.value");
        assertThat(line).isNotBlank();
        assertThat(page)
                .contains("<html lang=\"ar\" dir=\"rtl\">", "مصفوفة القمة العالمية وأهداف التنمية المستدامة")
                .contains("<abbr lang=\"ar\" title=\"" + line + "\"><bdi>C5</bdi></abbr>")
                .contains("<bdi>C5</bdi> <span class=\"beside\" lang=\"ar\" dir=\"rtl\">" + line + "</span>")
                .containsPattern("<th scope=\"row\"><bdi>9</bdi> <span lang=\"ar\" dir=\"rtl\">[^<]+</span></th>");
        assertThat(page.split("<abbr ")).hasSize(19);
    }

    @Test
    void the_matrix_counts_the_sessions_that_serve_a_line_and_a_goal() {
        var before = when().get(MATRIX).then().statusCode(200).extract().<Integer>path("sessions");
        Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
        when().get(MATRIX)
                .then()
                .header("Cache-Control", startsWith("public"))
                .body("columns", hasSize(18))
                .body("rows.goal", hasSize(17))
                .body("sessions", is(before + 1))
                .body(cell(9, "C2") + ".sessions", is(1))
                .body(cell(9, "C2") + ".linked", is(true))
                .body(cell(9, "C9") + ".sessions", is(0))
                .body(cell(2, "C2") + ".linked", is(false));
    }

    @Test
    void a_report_is_a_page_for_whoever_asks_for_one_in_the_language_of_the_reader() {
        var session =
                Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
        outcome(session, "<script>alert('x')</script> & {7*7}");
        ForumTime.is("2021-04-01T11:00:00+02:00");
        var page = given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "ar")
                .get(GOAL)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", "ar")
                .header("Vary", containsString("Accept"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract();
        assertThat(page.asString())
                .contains(
                        "<html lang=\"ar\" dir=\"rtl\">",
                        "<h3 lang=\"ar\" dir=\"rtl\"><a href=\"" + EDITION + "/sessions/" + session
                                + "\">اختبار</a></h3>")
                // What is not to be had in Arabic says in which language it is.
                .contains("<div lang=\"en\" dir=\"ltr\">")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; {7*7}")
                .doesNotContain("<script");
        given().accept("text/html")
                .header("If-None-Match", page.header("ETag"))
                .header("Accept-Language", "ar")
                .get(GOAL)
                .then()
                .statusCode(304);
        given().accept("text/html")
                .get(MATRIX + "?lang=fr")
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .body(containsString("Matrice SMSI-ODD"));
        given().accept("text/html").get(GOAL + "?lang=xx").then().statusCode(422);
        given().accept("application/json").get(GOAL + "?lang=fr").then().contentType("application/json");
        when().get("/agenda/v1/report.css").then().statusCode(200);
    }

    @Test
    void a_report_asks_the_database_little_however_much_there_is() {
        for (var day = 1; day <= 9; day++) {
            var session = Programme.addedToDraft(Programme.session(
                    "2021-04-0" + day + "T10:00:00+02:00", "2021-04-0" + day + "T11:00:00+02:00", false));
            outcome(session, "Outcome " + day);
        }
        Programme.release();
        ForumTime.is("2021-04-20T11:00:00+02:00");
        when().get(GOAL).then().body("counts.outcomes", is(9));
        assertThat(Questions.during(() -> when().get(GOAL).then().statusCode(200)))
                .as("asked about sessions, outcomes and contributions")
                .hasSize(2);
    }

    private static String cell(int goal, String line) {
        return "rows.find { it.goal == " + goal + " }.cells.find { it.actionLine == '" + line + "' }";
    }

    private static void outcome(String session, String text) {
        outcome(session, text, "");
    }

    private static void outcome(String session, String text, String more) {
        Programme.reader()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{" + more + "\"session\":\"" + session + "\",\"text\":{\"en\":{\"value\":\"" + text + "\"}}}")
                .post(EDITION + "/outcomes")
                .then()
                .statusCode(201);
    }
}
