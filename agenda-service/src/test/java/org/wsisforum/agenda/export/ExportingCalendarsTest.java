package org.wsisforum.agenda.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** What a calendar program sees that subscribes to the programme; read by another library than the one that wrote it. */
@ForumTest
class ExportingCalendarsTest {

    private static final String CALENDAR = "calendar.ics";

    private static ICalendar read(Response answer) {
        // Not what the test client takes for the encoding.
        var text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        try (var reader = new ICalReader(text)) {
            var calendar = reader.readNext();
            assertThat(reader.getWarnings()).isEmpty();
            assertThat(calendar.validate(ICalVersion.V2_0)).isEmpty();
            return calendar;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, VEvent> events(String file) {
        return read(Exported.get(file)).getEvents().stream()
                .collect(Collectors.toMap(
                        event -> event.getUid().getValue().replaceAll("@.*", ""), Function.identity()));
    }

    private static VEvent event(String session) {
        return events(CALENDAR).get(session);
    }

    @Test
    void the_calendar_says_what_the_programme_says_of_each_session() {
        var room = Programme.room();
        var session = Programme.added(Exported.session(Exported.NASTY, null, room));
        var answer = Exported.get(CALENDAR);
        answer.then()
                .header("Content-Type", is("text/calendar;charset=utf-8"))
                .header("Content-Disposition", is("attachment; filename=\"wsis-2021-calendar.ics\""))
                .header("Cache-Control", containsString("public"))
                .header("Content-Language", is("en"));
        var calendar = read(answer);
        assertThat(calendar.getEvents()).hasSize(23);
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("WSIS Forum 2021");
        assertThat(calendar.getRefreshInterval().getValue().toString()).isEqualTo("PT15M");
        var event = event(session);
        assertThat(event.getUid().getValue()).isEqualTo(session + "@agenda.wsisforum.org");
        assertThat(event.getSummary().getValue()).isEqualTo(Exported.NASTY_AS_READ);
        assertThat(event.getDescription().getValue()).isEqualTo("One line,\nand another; with \\ marks.");
        assertThat(event.getLocation().getValue()).isEqualTo("Popov Room");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2021-05-18T11:00:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2021-05-18T12:15:00Z"));
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getUrl().getValue()).isEqualTo("http://localhost:8080" + Programme.SESSIONS + "/" + session);
        assertThat(event.getCategories().getFirst().getValues())
                .containsExactly("High-level track", "C2 Information and communication infrastructure", "C7 E-health");
        assertThat(event.getAttendees()).isEmpty();
        assertThat(answer.asString()).doesNotContain("zoom.example");
    }

    @Test
    void what_is_moved_keeps_its_uid_and_counts_up_and_what_is_not_stays_as_it_was() {
        var moved = Programme.added(Exported.session("Moved", null, null));
        var other = Programme.added(Exported.session("Other", null, null));
        var before = events(CALENDAR);
        ForumTime.is("2021-03-01T10:00:00+01:00");
        Exported.patch(moved, "{\"startsAt\":\"2021-05-19T13:00:00+02:00\",\"endsAt\":\"2021-05-19T14:00:00+02:00\"}");
        assertThat(event(moved)).isEqualTo(before.get(moved));
        Programme.release();
        var after = events(CALENDAR);
        assertThat(after.get(moved).getUid()).isEqualTo(before.get(moved).getUid());
        assertThat(after.get(moved).getSequence().getValue()).isEqualTo(1);
        assertThat(after.get(moved).getDateStart().getValue().toInstant()).isEqualTo("2021-05-19T11:00:00Z");
        assertThat(after.get(moved).getLastModified().getValue().toInstant())
                .isEqualTo(after.get(moved).getDateTimeStamp().getValue().toInstant())
                .isAfterOrEqualTo(Instant.parse("2021-03-01T09:00:00Z"));
        assertThat(after.get(other)).isEqualTo(before.get(other));
    }

    @Test
    void what_is_postponed_is_tentative_and_what_is_cancelled_stays_in_the_calendar() {
        var postponed = Programme.added(Exported.session("Postponed", null, null));
        var cancelled = Programme.added(Exported.session("Cancelled", null, null));
        Exported.bring("postpone", postponed);
        Exported.bring("cancel", cancelled);
        Programme.release();
        assertThat(event(postponed).getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(event(postponed).getSequence().getValue()).isEqualTo(1);
        assertThat(event(cancelled).getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event(cancelled).getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void an_older_release_is_given_as_it_was() {
        assertThat(events(CALENDAR + "?release=1")).hasSize(22);
    }

    @Test
    void a_calendar_is_of_a_track_a_person_a_day() {
        var person = Programme.person("Aline, Favre; \\\\ 小明");
        var session = Programme.added(Exported.session("With her", person, null));
        assertThat(events(CALENDAR + "?person=" + person)).containsOnlyKeys(session);
        assertThat(events(CALENDAR + "?track=high-level&day=2021-05-18&actionLine=ehealth"))
                .containsOnlyKeys(session);
        // A zone that nothing refers to: a calendar without any component is none (RFC 5545, 3.6).
        var empty = Exported.get(CALENDAR + "?person=" + UUID.randomUUID()).asString();
        assertThat(empty).contains("BEGIN:VTIMEZONE\r\n", "END:VTIMEZONE\r\n").doesNotContain("VEVENT");
        assertThat(Biweekly.parse(empty).first().getTimezoneInfo().getTimezones())
                .hasSize(1);

        var calendar = read(Exported.get("people/" + person + "/calendar.ics"));
        assertThat(calendar.getEvents())
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("With her");
        assertThat(calendar.getNames().getFirst().getValue()).isEqualTo("H.E. Ms Aline, Favre; \\ 小明");
        when().get(Exported.EDITION + "people/" + UUID.randomUUID() + "/calendar.ics")
                .then()
                .statusCode(404)
                .body("code", is("not-found"));
    }

    @Test
    void texts_are_in_the_language_that_is_asked_for_else_in_another() {
        var session = Programme.added(Exported.session("In three", null, null));
        var inChinese = events(CALENDAR + "?lang=zh").get(session);
        assertThat(inChinese.getSummary().getValue()).isEqualTo("会议");
        assertThat(inChinese.getSummary().getLanguage()).isEqualTo("zh");
        assertThat(inChinese.getDescription().getLanguage()).isEqualTo("en");
        var byHeader = given().header("Accept-Language", "ar-EG,en;q=0.5").get(Exported.EDITION + CALENDAR);
        byHeader.then().header("Content-Language", is("ar")).header("Vary", containsString("Accept-Language"));
        assertThat(byHeader.asString()).contains("الجلسة");
        when().get(Exported.EDITION + CALENDAR + "?lang=de")
                .then()
                .statusCode(422)
                .body("code", is("language-not-available"));
    }

    @Test
    void lines_are_of_75_octets_at_most_and_break_no_character() {
        Programme.added(Exported.session(
                "مؤتمر القمة العالمي لمجتمع المعلومات 世界峰会论坛 𝄞𝄞𝄞 ".repeat(4).strip(), null, null));
        var bytes = Exported.get(CALENDAR).asByteArray();
        var text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\ufffd").endsWith("END:VCALENDAR\r\n");
        assertThat(List.of(text.split("\r\n"))).allSatisfy(line -> {
            assertThat(line).doesNotContain("\n", "\r");
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        });
        assertThat(events(CALENDAR).values())
                .anySatisfy(event -> assertThat(event.getSummary().getValue())
                        .startsWith("مؤتمر القمة")
                        .endsWith("𝄞𝄞𝄞"));
    }

    @Test
    void a_filter_that_names_nothing_and_a_release_that_is_none_are_refused() {
        for (var filter :
                List.of("track=none", "type=none", "day=tomorrow", "language=xx-none", "actionLine=C99", "goal=18")) {
            when().get(Exported.EDITION + CALENDAR + "?" + filter)
                    .then()
                    .statusCode(422)
                    .body("code", is("validation-failed"))
                    .body("errors[0].parameter", is(filter.replaceAll("=.*", "")));
        }
        when().get(Exported.EDITION + CALENDAR + "?room=popov")
                .then()
                .statusCode(400)
                .body("code", is("malformed-request"));
        for (var release : List.of("draft", "0", "99999", "x")) {
            when().get(Exported.EDITION + CALENDAR + "?release=" + release)
                    .then()
                    .statusCode(404)
                    .body("code", is("release-not-found"));
        }
        when().get("/agenda/v1/editions/1999/calendar.ics")
                .then()
                .statusCode(404)
                .body("code", is("edition-not-found"));
    }
}
