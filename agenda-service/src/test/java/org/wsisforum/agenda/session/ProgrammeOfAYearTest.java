package org.wsisforum.agenda.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.Questions;
import org.wsisforum.agenda.SeededProgramme;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** A programme of the size of 2021: what is read of it costs no more statements the more there is. */
@ForumTest
class ProgrammeOfAYearTest {

    private final List<String> rooms = new ArrayList<>();
    private final List<String> people = new ArrayList<>();

    @BeforeEach
    void fill() {
        var programme = new SeededProgramme();
        for (var i = 0; i < SeededProgramme.ROOMS; i++) {
            rooms.add(Programme.addedRoom(programme.room(i)));
        }
        for (var i = 0; i < SeededProgramme.PEOPLE; i++) {
            people.add(Programme.addedPerson(programme.person(i)));
        }
        for (var i = 0; i < SeededProgramme.SESSIONS; i++) {
            Programme.addedToDraft(programme.session(i, rooms, people));
        }
        Programme.release();
    }

    private static JsonPath page(int limit) {
        return given().queryParam("limit", limit)
                .queryParam("day", "2021-05-18")
                .get(Programme.SESSIONS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    // One test for all of it: to fill a programme of a year takes longer than everything that is asked of it.
    @Test
    void a_page_costs_the_same_number_of_questions_however_many_sessions_it_has_and_all_clashes_three() {
        when().get(Programme.SESSIONS + "?count=exact&limit=1").then().body("count", is(SeededProgramme.SESSIONS + 22));
        when().get(Programme.PEOPLE + "?count=exact&limit=1").then().body("count", is(SeededProgramme.PEOPLE));

        assertThat(page(50).getList("items")).hasSize(50);
        assertThat(page(50).getList("items.people.flatten()")).hasSizeGreaterThan(100);
        assertThat(page(50).getList("items.documents.flatten()")).hasSizeGreaterThan(40);
        // What everybody sees is in memory.
        assertThat(Questions.during(() -> page(50))).isEmpty();
        assertThat(Questions.during(() -> when().get(Programme.SESSIONS + "?limit=200")))
                .isEmpty();
        assertThat(Questions.during(() -> when().get(Programme.PEOPLE + "?limit=200")))
                .isEmpty();
        assertThat(Questions.during(() -> when().get(Programme.ROOMS))).isEmpty();
        var session = page(1).getString("items[0].id");
        var tag = when().get(Programme.SESSIONS + "/" + session).getHeader("ETag");
        assertThat(Questions.during(() -> given().header("If-None-Match", tag)
                        .get(Programme.SESSIONS + "/" + session)
                        .then()
                        .statusCode(304)))
                .isEmpty();
        // Of the draft: sessions, who appears in them (twice, for more than one batch), rooms, people, and speakers.
        assertThat(Questions.during(() -> Programme.reader().get(Programme.SESSIONS + "?release=draft&limit=200")))
                .hasSizeLessThanOrEqualTo(6);

        var items = new ArrayList<Map<String, Object>>();
        for (var address = Programme.SESSIONS + "?limit=200"; address != null; ) {
            var page = when().get(address).jsonPath();
            items.addAll(page.getList("items"));
            address = page.getString("links.next");
        }
        var expected = clashesOf(items);
        assertThat(expected).isNotEmpty();
        var found = new ArrayList<JsonPath>();
        var asked = Questions.during(() -> found.add(Programme.reader()
                .get("/agenda/v1/editions/2021/clashes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()));
        var reported = new TreeSet<String>();
        for (var clash : found.getFirst().<Map<String, Object>>getList("items")) {
            var sessions = (List<?>) clash.get("sessions");
            reported.add(clash.get("person") + " " + ((Map<?, ?>) sessions.get(0)).get("id") + " "
                    + ((Map<?, ?>) sessions.get(1)).get("id"));
        }
        assertThat(reported).isEqualTo(expected);
        // Over rooms, over people, and the names of the people; no room is given twice.
        assertThat(asked).hasSize(3);
    }

    /** The same question, asked the slow way: every session with every other. */
    private static TreeSet<String> clashesOf(List<Map<String, Object>> sessions) {
        var clashes = new TreeSet<String>();
        for (var i = 0; i < sessions.size(); i++) {
            for (var j = i + 1; j < sessions.size(); j++) {
                var first = sessions.get(i);
                var second = sessions.get(j);
                // In the order of the list, so the second does not begin before the first.
                if (first.get("endsAt")
                                .toString()
                                .compareTo(second.get("startsAt").toString())
                        > 0) {
                    var both = persons(first);
                    both.retainAll(persons(second));
                    both.forEach(person -> clashes.add(person + " " + first.get("id") + " " + second.get("id")));
                }
            }
        }
        return clashes;
    }

    private static HashSet<Object> persons(Map<String, Object> session) {
        var all = new HashSet<Object>();
        ((List<?>) session.get("people")).forEach(person -> all.add(((Map<?, ?>) person).get("person")));
        return all;
    }
}
