package org.wsisforum.agenda.export;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/**
 * What apps for conferences see of the programme. The schemas that the files are checked against are our own; README.md beside
 * them says why, and of what.
 */
@ForumTest
class ExportingSchedulesTest {

    /** Reads the file, after it was found to keep to the schema. */
    static Document xml(Response answer) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray()));
            SchemaFactory.newDefaultInstance()
                    .newSchema(ExportingSchedulesTest.class.getResource("/schedule/schedule.xsd"))
                    .newValidator()
                    .validate(new DOMSource(document));
            return document;
        } catch (Exception e) {
            throw new AssertionError("schedule.xml does not keep to the schema: " + e.getMessage(), e);
        }
    }

    /** The same of JSON. */
    static JsonNode json(Response answer) {
        try (var schema = ExportingSchedulesTest.class.getResourceAsStream("/schedule/schedule.schema.json")) {
            var document = new ObjectMapper().readTree(answer.asByteArray());
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(
                                    schema,
                                    SchemaValidatorsConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build())
                            .validate(document))
                    .isEmpty();
            return document;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Element eventOf(Document schedule, String session) {
        var events = schedule.getElementsByTagName("event");
        for (var i = 0; i < events.getLength(); i++) {
            if (((Element) events.item(i)).getAttribute("guid").equals(session)) {
                return (Element) events.item(i);
            }
        }
        return null;
    }

    private static JsonNode eventOf(JsonNode schedule, String session) {
        return schedule.findParents("guid").stream()
                .filter(event -> event.path("guid").asText().equals(session))
                .findFirst()
                .orElse(null);
    }

    private static String in(Element event, String name) {
        return event.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void the_programme_that_the_edition_ships_with_keeps_to_the_schemas() {
        var xml = xml(Exported.get("schedule.xml?release=1"));
        var json = json(Exported.get("schedule.json?release=1"));
        assertThat(xml.getElementsByTagName("event").getLength()).isEqualTo(22);
        assertThat(json.findValues("slug")).hasSize(22);
        assertThat(in(xml.getDocumentElement(), "acronym")).isEqualTo("wsis2021");
        assertThat(in(xml.getDocumentElement(), "version")).isEqualTo("1");
        assertThat(in(xml.getDocumentElement(), "start")).isEqualTo("2020-09-09");
        assertThat(json.at("/schedule/conference/time_zone_name").asText()).isEqualTo("Europe/Zurich");
    }

    @Test
    void markup_in_titles_and_names_and_scripts_beyond_the_first_plane_come_through() {
        var person = Programme.person(Exported.NASTY);
        var session = Programme.added(Exported.nasty(person));
        var xml = eventOf(xml(Exported.get("schedule.xml")), session);
        assertThat(in(xml, "title")).isEqualTo(Exported.NASTY_AS_READ);
        assertThat(in(xml, "person")).isEqualTo("H.E. Ms " + Exported.NASTY_AS_READ);
        assertThat(in(xml, "attachment")).isEqualTo("A <note>");
        var json = eventOf(json(Exported.get("schedule.json")), session);
        assertThat(json.path("title").asText()).isEqualTo(Exported.NASTY_AS_READ);
        assertThat(json.at("/persons/0/name").asText()).isEqualTo("H.E. Ms " + Exported.NASTY_AS_READ);
        assertThat(json.at("/persons/0/guid").asText()).isEqualTo(person);
        assertThat(json.at("/attachments/0/url").asText()).isEqualTo("https://forum.example/a?b=1&c=2");
        assertThat(Exported.get("schedule.json").asString()).doesNotContain("zoom.example");
    }

    @Test
    void a_session_has_its_day_and_hour_in_the_zone_of_the_edition_and_one_without_a_room_is_virtual() {
        var session = Programme.added(Exported.session("Nowhere", null, null));
        var json = eventOf(json(Exported.get("schedule.json")), session);
        assertThat(json.path("date").asText()).isEqualTo("2021-05-18T13:00:00+02:00");
        assertThat(json.path("start").asText()).isEqualTo("13:00");
        assertThat(json.path("duration").asText()).isEqualTo("01:15");
        assertThat(json.path("room").asText()).isEqualTo("Virtual");
        var xml = eventOf(xml(Exported.get("schedule.xml")), session);
        assertThat(((Element) xml.getParentNode()).getAttribute("name")).isEqualTo("Virtual");
        var day = (Element) xml.getParentNode().getParentNode();
        assertThat(day.getAttribute("date")).isEqualTo("2021-05-18");
        assertThat(day.getAttribute("start")).isEqualTo("2021-05-18T00:00:00+02:00");
        assertThat(day.getAttribute("end")).isEqualTo("2021-05-19T00:00:00+02:00");
    }

    @Test
    void two_rooms_of_one_name_are_two_rooms() {
        var first = Programme.added(Exported.session("First", null, Programme.room()));
        var second = Programme.added(Exported.session("Second", null, Programme.room()));
        var schedule = json(Exported.get("schedule.json"));
        assertThat(eventOf(schedule, first).path("room"))
                .isNotEqualTo(eventOf(schedule, second).path("room"));
        xml(Exported.get("schedule.xml"));
    }

    @Test
    void numbers_stay_with_their_sessions_and_people_from_release_to_release() {
        var person = Programme.person("Aline Favre");
        var session = Programme.added(Exported.session("Numbered", person, null));
        var before = eventOf(json(Exported.get("schedule.json")), session);
        var others = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            others.add(Programme.addedToDraft(Exported.session("Later", Programme.person("Later"), null)));
        }
        Exported.patch(session, "{\"title\":{\"en\":{\"value\":\"Renamed\"}}}");
        Programme.release();
        var schedule = json(Exported.get("schedule.json"));
        var after = eventOf(schedule, session);
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.at("/persons/0/id")).isEqualTo(before.at("/persons/0/id"));
        assertThat(others.stream()
                        .map(other -> eventOf(schedule, other).path("id").asInt())
                        .toList())
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isGreaterThan(before.path("id").asInt()));
    }

    @Test
    void what_does_not_take_place_is_not_in_a_schedule_nor_is_what_is_not_released() {
        var cancelled = Programme.added(Exported.session("Cancelled", null, null));
        var postponed = Programme.added(Exported.session("Postponed", null, null));
        var kept = Programme.added(Exported.session("Kept", null, null));
        Exported.bring("cancel", cancelled);
        Exported.bring("postpone", postponed);
        Programme.release();
        var unreleased = Programme.addedToDraft(Exported.session("Unreleased", null, null));
        var draft = Programme.drafted(Exported.session("A draft", null, null));
        Exported.patch(kept, "{\"title\":{\"en\":{\"value\":\"Changed in the draft\"}}}");
        for (var file : List.of("schedule.json", "schedule.xml")) {
            assertThat(Exported.get(file).asString())
                    .contains(kept)
                    .doesNotContain(cancelled, postponed, unreleased, draft, "Changed in the draft");
        }
        for (var file : List.of("calendar.ics", "sessions.csv", "sessions.jsonld")) {
            assertThat(Exported.get(file).asString())
                    .contains(kept, cancelled, postponed)
                    .doesNotContain(unreleased, draft, "Changed in the draft");
        }
    }

    @Test
    void a_schedule_is_in_one_language_and_of_one_release() {
        var session = Programme.added(Exported.session("In three", null, null));
        assertThat(eventOf(json(Exported.get("schedule.json?lang=ar")), session)
                        .path("title")
                        .asText())
                .isEqualTo("الجلسة");
        var header = given().header("Accept-Language", "zh").get(Exported.EDITION + "schedule.json");
        assertThat(eventOf(json(header), session).path("title").asText()).isEqualTo("会议");
        given().get(Exported.EDITION + "schedule.xml?release=draft")
                .then()
                .statusCode(404)
                .body("code", is("release-not-found"));
        assertThat(eventOf(json(Exported.get("schedule.json?release=1")), session))
                .isNull();
    }
}
