package org.wsisforum.agenda.export;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.Questions;
import org.wsisforum.kit.testing.ForumTime;
import org.wsisforum.kit.testing.TestCredentials;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;

/** Whoever has an export already is told so, and the database is not asked. */
@ForumTest
class KnowingAnExportTest {

    private static Response ifNoneMatch(String file, String tags) {
        return given().header("If-None-Match", tags).get(Exported.EDITION + file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendar.ics",
                "calendar.ics?track=high-level",
                "schedule.xml",
                "schedule.json",
                "sessions.csv",
                "sessions.jsonld",
                "releases.atom",
                "schedule.json?release=1"
            })
    void an_export_that_the_reader_has_costs_no_question_nor_does_one_that_is_in_memory(String file) {
        var first = Exported.get(file);
        var tag = first.getHeader("ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(Questions.during(() -> ifNoneMatch(file, "\"other\", W/" + tag)
                        .then()
                        .statusCode(304)
                        .header("ETag", is(tag))
                        .header("Cache-Control", containsString("public"))
                        .header("Vary", containsString("Accept-Language"))
                        .body(emptyString())))
                .isEmpty();
        var again = new AtomicReference<Response>();
        assertThat(Questions.during(() -> again.set(Exported.get(file)))).isEmpty();
        assertThat(again.get().asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.get().getHeader("ETag")).isEqualTo(tag);
        assertThat(again.get().getHeader("Content-Length")).isEqualTo(String.valueOf(first.asByteArray().length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendar.ics",
                "schedule.xml",
                "schedule.json",
                "sessions.csv",
                "sessions.jsonld",
                "releases.atom"
            })
    void head_says_what_get_says_without_the_file(String file) {
        // Not in memory yet, and then in memory.
        Programme.added(Exported.session("New", null, null));
        for (var i = 0; i < 2; i++) {
            var head = when().head(Exported.EDITION + file);
            head.then().statusCode(200).body(emptyString());
            var get = Exported.get(file);
            for (var header : List.of("ETag", "Content-Type", "Content-Disposition", "Cache-Control", "Vary")) {
                assertThat(head.getHeader(header)).as(header).isEqualTo(get.getHeader(header));
            }
        }
    }

    @Test
    void an_export_changes_by_a_release_and_not_by_the_draft_nor_by_the_time() {
        var session = Programme.added(Exported.session("Live", null, null));
        var tag = Exported.get("schedule.json").getHeader("ETag");
        var table = Exported.get("sessions.csv").asString();
        ForumTime.is("2021-05-18T13:30:00+02:00");
        Exported.patch(session, "{\"title\":{\"en\":{\"value\":\"Another\"}}}");
        ifNoneMatch("schedule.json", tag).then().statusCode(304);
        assertThat(Exported.get("sessions.csv?track=high-level").asString()).doesNotContain(",live,");
        assertThat(Exported.get("sessions.csv").asString()).isEqualTo(table);
        Programme.release();
        ifNoneMatch("schedule.json", tag).then().statusCode(200).body(containsString("Another"));
    }

    @Test
    void each_language_form_and_selection_has_a_tag_of_its_own() {
        var tags = List.of(
                        "calendar.ics",
                        "calendar.ics?lang=fr",
                        "calendar.ics?track=high-level",
                        "calendar.ics?release=1",
                        "schedule.xml",
                        "schedule.json")
                .stream()
                .map(file -> Exported.get(file).getHeader("ETag"))
                .toList();
        assertThat(tags).doesNotHaveDuplicates();
        assertThat(Exported.get("calendar.ics?lang=en").getHeader("ETag")).isEqualTo(tags.getFirst());
    }

    @Test
    void whoever_is_signed_in_is_shown_the_same_for_nobody_to_keep() {
        var answer = given().header("Authorization", TestCredentials.of("someone", "participant", "agenda:read"))
                .get(Exported.EDITION + "schedule.json");
        answer.then().statusCode(200).header("Cache-Control", is("private, no-store"));
        assertThat(answer.asByteArray()).isEqualTo(Exported.get("schedule.json").asByteArray());
    }
}
