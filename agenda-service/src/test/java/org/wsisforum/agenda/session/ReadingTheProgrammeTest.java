package org.wsisforum.agenda.session;

import java.util.ArrayList;
import java.util.List;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.kit.testing.ForumTime;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** Everybody reads the programme, without signing in. */
@ForumTest
class ReadingTheProgrammeTest {

    private static ValidatableResponse list(String... filter) {
        var request = given();
        for (var i = 0; i < filter.length; i += 2) {
            request.queryParam(filter[i], filter[i + 1]);
        }
        return request.get(Programme.SESSIONS).then();
    }

    @Test
    void the_programme_of_2021_is_there() {
        list("count", "exact", "limit", "200")
                .statusCode(200)
                .header("Cache-Control", startsWith("public, max-age=30"))
                .header("ETag", notNullValue())
                .body("count", is(22))
                .body("items.findAll { it.type == 'high-level-policy-session' }", hasSize(11))
                .body("items.findAll { it.title.en.value == 'Bridging Digital Divides' }", hasSize(3))
                .body("items.title", everyItem(hasKey("ar")))
                .body("items.zone", everyItem(is("Europe/Zurich")));
    }

    @Test
    void times_are_in_utc_in_winter_and_in_summer() {
        list("limit", "200")
                .body("items.find { it.code == 'high-level-policy-session-1' }.startsAt", is("2021-03-22T09:00:00Z"))
                .body("items.find { it.code == 'session-348' }.startsAt", is("2021-05-18T11:00:00Z"));
    }

    @Test
    void sessions_come_in_the_order_in_which_they_begin_page_by_page() {
        var codes = new ArrayList<String>();
        var starts = new ArrayList<String>();
        var address = Programme.SESSIONS + "?limit=5";
        while (address != null) {
            var page = when().get(address).then().statusCode(200).extract().jsonPath();
            codes.addAll(page.getList("items.code", String.class));
            starts.addAll(page.getList("items.startsAt", String.class));
            address = page.getString("links.next");
        }
        assertThat(codes).hasSize(22).doesNotHaveDuplicates();
        assertThat(starts).isSorted();
    }

    @Test
    void a_session_is_read_by_its_id() {
        var id = list("type", "prizes-ceremony").extract().<String>path("items[0].id");
        when().get(Programme.SESSIONS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", not(startsWith("\"v")))
                .body("code", is("session-348"))
                .body("attendance", is("virtual"))
                .body("statements", is(false))
                .body("$", not(hasKey("speakers")))
                .body("$", not(hasKey("version")));
    }

    @Test
    void a_session_that_takes_statements_lists_its_speakers_even_if_there_are_none() {
        list("type", "high-level-policy-session").body("items.speakers", everyItem(empty()));
    }

    @Test
    void a_session_that_is_none_is_not_found() {
        for (var id : List.of("0190b0a2-5c7a-7000-8000-000000000001", "session-348")) {
            when().get(Programme.SESSIONS + "/" + id).then().statusCode(404).body("code", is("not-found"));
        }
    }

    @Test
    void a_copy_in_one_language_is_flat() {
        list("lang", "ru", "type", "closing-ceremony")
                .header("Content-Language", "ru")
                .body("items[0].title", startsWith("Церемония"));
    }

    @Test
    void sessions_are_chosen_by_type_in_any_spelling() {
        list("type", "High-Level Policy Session").body("items", hasSize(11));
        list("type", "ministerial-round-table").body("items.code", contains("ministerial-round-table"));
    }

    @Test
    void sessions_are_chosen_by_track() {
        list("track", "wsis-prizes").body("items.code", contains("session-348"));
        list("track", "cities").statusCode(200).body("items", empty());
    }

    @Test
    void a_day_is_a_day_in_geneva() {
        list("day", "2021-05-18").body("items.code", contains("opening-segment-partners", "session-348"));
        var late = Programme.added(Programme.session("2021-03-27T00:30:00+01:00", "2021-03-27T01:00:00+01:00", false));
        list("day", "2021-03-27").body("items.id", contains(late));
        list("day", "2021-03-26").body("items.id", not(hasItem(late)));
    }

    @Test
    void a_day_is_a_day_elsewhere_if_that_is_asked_for() {
        var evening =
                Programme.added(Programme.session("2021-03-27T22:30:00+01:00", "2021-03-27T23:00:00+01:00", false));
        list("day", "2021-03-27").body("items.id", contains(evening));
        list("day", "2021-03-28", "zone", "Asia/Tokyo").body("items.id", contains(evening));
        list("day", "2021-03-27", "zone", "Asia/Tokyo").body("items", empty());
        list("day", "2021-03-27", "zone", "Europe/Atlantis").statusCode(422).body("errors[0].parameter", is("zone"));
    }

    @Test
    void sessions_are_chosen_by_room() {
        var room = Programme.room();
        var inIt = Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false)
                .replace("\"attendance\"", "\"room\":\"" + room + "\",\"attendance\""));
        list("room", room).body("items.id", contains(inIt));
        list("room", Programme.room()).body("items", empty());
        list("room", "popov").statusCode(400);
    }

    @Test
    void what_is_on_now_and_what_is_next_follows_the_forum_clock() {
        var early = Programme.added(Programme.session("2021-04-01T09:00:00+02:00", "2021-04-01T10:00:00+02:00", false));
        var late = Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
        ForumTime.is("2021-04-01T09:59:00+02:00");
        list("on", "now").body("items.id", contains(early)).body("items.state", contains("live"));
        list("on", "next", "limit", "1").body("items.id", contains(late)).body("items.state", contains("scheduled"));
        list("state", "ended", "day", "2021-04-01").body("items", empty());
        ForumTime.is("2021-04-01T10:00:00+02:00");
        list("on", "now").body("items.id", contains(late));
        list("state", "ended", "day", "2021-04-01").body("items.id", contains(early));
        list("on", "now", "track", "forum").body("items", empty());
    }

    @Test
    void a_list_that_depends_on_the_time_is_paged_while_the_clock_runs() {
        ForumTime.is("2021-04-01T09:59:00+02:00");
        var next = list("on", "next", "limit", "2")
                .body("items", hasSize(2))
                .extract()
                .<String>path("links.next");
        ForumTime.is("2021-04-01T10:00:00+02:00");
        when().get(next).then().statusCode(200).body("items", not(empty()));
    }

    @Test
    void a_session_over_midnight_takes_place_on_both_days() {
        var over = Programme.added(Programme.session("2021-04-01T23:00:00+02:00", "2021-04-02T01:00:00+02:00", false));
        list("day", "2021-04-01").body("items.id", contains(over));
        list("day", "2021-04-02").body("items.id", contains(over));
        list("day", "2021-04-03").body("items", empty());
    }

    @Test
    void sessions_are_chosen_by_action_line_and_goal() {
        var id = Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
        var withCyrillicLetter = "С2";
        for (var spelling : List.of("C2", withCyrillicLetter, "c 02")) {
            list("actionLine", spelling).body("items.id", hasItem(id));
            list("actionLine", spelling, "goal", "SDG 9").body("items.id", contains(id));
        }
        list("actionLine", "C3").body("items.id", not(hasItem(id)));
        list("goal", "9").body("items.id", contains(id));
        list("goal", "10").body("items", empty());
    }

    @Test
    void a_filter_that_names_nothing_is_refused_by_name() {
        for (var filter : List.of(
                List.of("type", "party"),
                List.of("track", "nowhere"),
                List.of("day", "22 March"),
                List.of("day", "2021-02-30"),
                List.of("actionLine", "C99"),
                List.of("actionLine", "C7"),
                List.of("goal", "18"),
                List.of("language", "klingon!"),
                List.of("state", "open"),
                List.of("on", "yesterday"))) {
            list(filter.get(0), filter.get(1))
                    .statusCode(422)
                    .body("code", is("validation-failed"))
                    .body("errors[0].parameter", is(filter.get(0)));
        }
    }

    @Test
    void a_limit_out_of_bounds_or_a_foreign_cursor_is_refused() {
        list("limit", "201").statusCode(422).body("errors[0].parameter", is("limit"));
        list("cursor", "made-up").statusCode(400).body("code", is("cursor-not-valid"));
    }

    @Test
    void who_has_a_copy_is_told_what_was_added_since() {
        var before = when().get("/agenda/v1/editions/2021/changes?since=now")
                .jsonPath()
                .getString("cursor");
        var id = Programme.added(Programme.session("2021-04-01T10:00:00+02:00", "2021-04-01T11:00:00+02:00", false));
        given().queryParam("since", before)
                .get("/agenda/v1/editions/2021/changes")
                .then()
                .body("items.type", hasItems("org.wsisforum.agenda.session.created.v1"))
                .body("items.subject", hasItem("sessions/" + id));
    }
}
