package org.wsisforum.agenda.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import biweekly.Biweekly;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;
import org.wsisforum.agenda.Questions;
import org.wsisforum.agenda.SeededProgramme;

import static org.assertj.core.api.Assertions.assertThat;

/** Exports of a programme of the size of 2021. */
@ForumTest
class ExportsOfAYearTest {

    /** The edition ships with these. */
    private static final int SHIPPED = 22;

    @BeforeEach
    void fill() {
        var programme = new SeededProgramme();
        var rooms = new ArrayList<String>();
        var people = new ArrayList<String>();
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

    // One test for all of it: to fill a programme of a year takes longer than everything that is asked of it.
    @Test
    void the_files_of_a_year_are_whole_keep_to_the_schemas_and_are_then_given_from_memory() {
        var all = SHIPPED + SeededProgramme.SESSIONS;
        var xml = ExportingSchedulesTest.xml(Exported.get("schedule.xml?lang=ar"));
        assertThat(xml.getElementsByTagName("event").getLength()).isEqualTo(all);
        var json = ExportingSchedulesTest.json(Exported.get("schedule.json"));
        assertThat(json.findValues("slug")).hasSize(all);
        var calendar = new String(Exported.get("calendar.ics").asByteArray(), StandardCharsets.UTF_8);
        assertThat(Biweekly.parse(calendar).first().getEvents()).hasSize(all);
        assertThat(Exported.get("sessions.jsonld").jsonPath().getList("subEvent"))
                .hasSize(all);
        var files = List.of("schedule.xml", "schedule.json", "calendar.ics", "sessions.csv", "sessions.jsonld");
        files.forEach(Exported::get);
        assertThat(Questions.during(() -> files.forEach(file -> {
                    var answer = Exported.get(file);
                    // Small enough to be kept, so the length is known before it is sent.
                    assertThat(answer.getHeader("Content-Length"))
                            .as(file)
                            .isEqualTo(String.valueOf(answer.asByteArray().length));
                })))
                .isEmpty();
    }
}
