package org.wsisforum.agenda.export;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import org.wsisforum.agenda.ForumTest;
import org.wsisforum.agenda.Programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** The programme as a table and as linked data, and its releases as a feed. */
@ForumTest
class ExportingOtherFormsTest {

    /** Rows of a table, read as RFC 4180 says. */
    private static List<List<String>> rows(String table) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < table.length(); i++) {
            var character = table.charAt(i);
            if (quoted) {
                if (character != '"') {
                    cell.append(character);
                } else if (i + 1 < table.length() && table.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (character == '"') {
                quoted = true;
            } else if (character == ',' || character == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (character == '\n') {
                rows.add(List.copyOf(row));
                row.clear();
            } else {
                cell.append(character);
            }
        }
        assertThat(row).as("a row that does not end").isEmpty();
        return rows;
    }

    @Test
    void the_table_has_a_row_a_session_and_no_cell_that_is_a_formula() {
        var person = Programme.person("@Aline");
        var session = Programme.added(Exported.nasty(person));
        var answer = Exported.get("sessions.csv");
        answer.then()
                .header("Content-Type", is("text/csv;charset=utf-8"))
                .header("Content-Disposition", is("attachment; filename=\"wsis-2021-sessions.csv\""));
        var text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeffid,code,type,");
        var rows = rows(text.substring(1));
        assertThat(rows).hasSize(1 + 23).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.getFirst()));
        var row = rows.stream()
                .filter(each -> each.getFirst().equals(session))
                .findFirst()
                .orElseThrow();
        assertThat(row.get(rows.getFirst().indexOf("title"))).isEqualTo("'" + Exported.NASTY_AS_READ);
        assertThat(row.get(rows.getFirst().indexOf("startsAt"))).isEqualTo("2021-05-18T13:00+02:00");
        assertThat(row.get(rows.getFirst().indexOf("people"))).isEqualTo("H.E. Ms @Aline (panellist)");
        assertThat(row.get(rows.getFirst().indexOf("state"))).isEqualTo("scheduled");
        assertThat(rows(Exported.get("sessions.csv?person=" + person).asString()))
                .hasSize(2);
    }

    @Test
    void linked_data_has_the_sessions_as_parts_of_the_edition_and_no_text_that_ends_a_script() throws Exception {
        var session = Programme.added(Exported.nasty(Programme.person("Aline Favre")));
        var cancelled = Programme.added(Exported.session("Cancelled", null, null));
        Exported.bring("cancel", cancelled);
        Programme.release();
        var answer = Exported.get("sessions.jsonld");
        answer.then().header("Content-Type", is("application/ld+json"));
        assertThat(answer.asString()).doesNotContain("<");
        var edition = new ObjectMapper().readTree(answer.asByteArray());
        assertThat(edition.path("@context").asText()).isEqualTo("https://schema.org");
        assertThat(edition.path("@type").asText()).isEqualTo("Event");
        assertThat(edition.path("subEvent")).hasSize(24);
        var event = of(edition, session);
        assertThat(event.path("name").asText()).isEqualTo(Exported.NASTY_AS_READ);
        assertThat(event.path("startDate").asText()).isEqualTo("2021-05-18T13:00:00+02:00");
        assertThat(event.path("eventStatus").asText()).isEqualTo("https://schema.org/EventScheduled");
        assertThat(event.path("eventAttendanceMode").asText()).isEqualTo("https://schema.org/MixedEventAttendanceMode");
        assertThat(event.at("/location/0/@type").asText()).isEqualTo("VirtualLocation");
        assertThat(event.at("/performer/0/name").asText()).isEqualTo("Aline Favre");
        assertThat(event.at("/superEvent/@id")).isEqualTo(edition.path("@id"));
        assertThat(of(edition, cancelled).path("eventStatus").asText()).isEqualTo("https://schema.org/EventCancelled");
    }

    private static JsonNode of(JsonNode edition, String session) {
        return edition.path("subEvent")
                .valueStream()
                .filter(event -> event.path("identifier").asText().equals(session))
                .findFirst()
                .orElseThrow();
    }

    private static Document feed() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(Exported.get("releases.atom").asByteArray()));
    }

    private static String in(Element element, String name) {
        return element.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name)
                .item(0)
                .getTextContent();
    }

    @Test
    void each_release_is_an_entry_of_the_feed_which_says_what_it_changed() throws Exception {
        var session = Programme.added(Exported.session("Opening <of> all", null, null));
        Exported.patch(session, "{\"endsAt\":\"2021-05-18T14:30:00+02:00\"}");
        Programme.release();
        Exported.get("releases.atom").then().header("Content-Type", is("application/atom+xml;charset=utf-8"));
        var feed = feed().getDocumentElement();
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(in(feed, "id")).isEqualTo("tag:agenda.wsisforum.org,2021:2021:releases");
        var entries = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
        var newest = (Element) entries.item(0);
        var before = (Element) entries.item(1);
        assertThat(in(feed, "updated")).isEqualTo(in(newest, "updated"));
        assertThat(in(newest, "id"))
                .startsWith("tag:agenda.wsisforum.org,2021:2021:release:")
                .isNotEqualTo(in(before, "id"));
        assertThat(in(newest, "content")).isEqualTo("1 session moved: Opening <of> all (endsAt)");
        assertThat(in(before, "content")).isEqualTo("1 session created: Opening <of> all");
    }
}
