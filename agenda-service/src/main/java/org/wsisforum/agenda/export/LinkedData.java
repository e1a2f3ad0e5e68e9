package org.wsisforum.agenda.export;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;

import org.wsisforum.agenda.session.AppearanceView;
import org.wsisforum.agenda.session.Attendance;
import org.wsisforum.agenda.session.Programme;
import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.agenda.session.SessionView;

/** Writes sessions in the words of schema.org, as search engines read them: the edition is an event, and they are its parts. */
@ApplicationScoped
class LinkedData {

    private static final String SCHEMA = "https://schema.org/";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    @Inject
    Addresses addresses;

    /** Pages carry linked data in a script element, which no text may end. */
    private static final class NoMarkup extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        private static final int[] ESCAPES = standardAsciiEscapesForJSON();

        static {
            ESCAPES['<'] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ESCAPES.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }

    void write(Programme programme, List<Programme.Entry> entries, Wording wording, OutputStream out)
            throws IOException {
        var edition = programme.edition();
        var id = addresses.edition(edition);
        try (var json = FACTORY.createGenerator(out)) {
            json.setCharacterEscapes(new NoMarkup());
            json.writeStartObject();
            json.writeStringField("@context", "https://schema.org");
            start(json, id);
            json.writeStringField("name", wording.of(edition.title()));
            json.writeStringField("description", wording.of(edition.theme()));
            json.writeStringField("startDate", edition.startsOn().toString());
            json.writeStringField("endDate", edition.endsOn().toString());
            json.writeStringField("eventStatus", SCHEMA + "EventScheduled");
            json.writeStringField("eventAttendanceMode", SCHEMA + ofAll(entries));
            json.writeArrayFieldStart("subEvent");
            for (var entry : entries) {
                session(json, id, entry.session(), wording);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void session(JsonGenerator json, URI edition, SessionView session, Wording wording) throws IOException {
        json.writeStartObject();
        start(json, addresses.session(wording.edition(), session));
        json.writeStringField("identifier", session.id().toString());
        json.writeStringField("name", wording.of(session.title()));
        field(json, "description", wording.of(session.description()));
        json.writeStringField("startDate", local(session.startsAt(), session.zone()));
        json.writeStringField("endDate", local(session.endsAt(), session.zone()));
        json.writeStringField("eventStatus", SCHEMA + status(session.state()));
        json.writeStringField("eventAttendanceMode", SCHEMA + mode(session.attendance()));
        location(json, session, wording);
        field(json, "inLanguage", session.floorLanguage());
        json.writeStringField("keywords", wording.track(session));
        names(json, "about", "Thing", wording.actionLines(session));
        names(json, "organizer", "Organization", session.organizers());
        json.writeArrayFieldStart("performer");
        for (var person : session.people()) {
            person(json, person);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("superEvent");
        json.writeStringField("@id", edition.toString());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void start(JsonGenerator json, URI address) throws IOException {
        json.writeStringField("@type", "Event");
        json.writeStringField("@id", address.toString());
        json.writeStringField("url", address.toString());
    }

    private void location(JsonGenerator json, SessionView session, Wording wording) throws IOException {
        json.writeArrayFieldStart("location");
        if (session.attendance() != Attendance.VIRTUAL && wording.room(session) != null) {
            json.writeStartObject();
            json.writeStringField("@type", "Place");
            json.writeStringField("name", wording.room(session));
            json.writeEndObject();
        }
        if (session.attendance() != Attendance.PHYSICAL) {
            // The session's own address, where those who may join are shown how.
            json.writeStartObject();
            json.writeStringField("@type", "VirtualLocation");
            json.writeStringField(
                    "url", addresses.session(wording.edition(), session).toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void person(JsonGenerator json, AppearanceView person) throws IOException {
        json.writeStartObject();
        json.writeStringField("@type", "Person");
        json.writeStringField("identifier", person.person().toString());
        json.writeStringField("name", person.name());
        field(json, "honorificPrefix", person.honorific());
        field(json, "jobTitle", person.position());
        if (person.entity() != null) {
            json.writeObjectFieldStart("affiliation");
            json.writeStringField("@type", "Organization");
            json.writeStringField("name", person.entity());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String field, String type, List<String> names) throws IOException {
        json.writeArrayFieldStart(field);
        for (var name : names) {
            json.writeStartObject();
            json.writeStringField("@type", type);
            json.writeStringField("name", name);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void field(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String status(SessionState state) {
        return switch (state) {
            case POSTPONED -> "EventPostponed";
            case CANCELLED -> "EventCancelled";
            case DRAFT, SCHEDULED, LIVE, ENDED -> "EventScheduled";
        };
    }

    private static String mode(Attendance attendance) {
        return switch (attendance) {
            case VIRTUAL -> "OnlineEventAttendanceMode";
            case PHYSICAL -> "OfflineEventAttendanceMode";
            case HYBRID -> "MixedEventAttendanceMode";
        };
    }

    private static String ofAll(List<Programme.Entry> entries) {
        var modes = entries.stream()
                .map(entry -> mode(entry.session().attendance()))
                .collect(Collectors.toSet());
        return modes.size() == 1 ? modes.iterator().next() : mode(Attendance.HYBRID);
    }

    private static String local(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }
}
