package org.wsisforum.agenda.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** Writes frab's {@code schedule.json}. */
@ApplicationScoped
class ScheduleJson {

    static final String GENERATOR = "WSIS Forum";

    /** The grid on which programs may draw the programme. */
    static final String TIMESLOT = "00:05";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    @Inject
    Addresses addresses;

    void write(Frab frab, OutputStream out) throws IOException {
        try (var json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("generator");
            json.writeStringField("name", GENERATOR);
            json.writeStringField("version", "1");
            json.writeEndObject();
            json.writeObjectFieldStart("schedule");
            json.writeStringField("version", frab.version());
            json.writeStringField("base_url", addresses.edition(frab.edition()).toString());
            json.writeObjectFieldStart("conference");
            json.writeStringField("acronym", frab.acronym());
            json.writeStringField("title", frab.title());
            json.writeStringField("start", frab.start().toString());
            json.writeStringField("end", frab.end().toString());
            json.writeNumberField("daysCount", frab.days().size());
            json.writeStringField("timeslot_duration", TIMESLOT);
            json.writeStringField("time_zone_name", frab.edition().zone().getId());
            json.writeArrayFieldStart("days");
            for (var day : frab.days()) {
                day(json, frab, day);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void day(JsonGenerator json, Frab frab, Frab.Day day) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", day.index());
        json.writeStringField("date", day.date().toString());
        json.writeStringField("day_start", day.start());
        json.writeStringField("day_end", day.end());
        json.writeObjectFieldStart("rooms");
        for (var room : day.rooms().entrySet()) {
            json.writeArrayFieldStart(room.getKey());
            for (var event : room.getValue()) {
                event(json, frab, event);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void event(JsonGenerator json, Frab frab, Frab.Event event) throws IOException {
        var session = event.session();
        var wording = frab.wording();
        json.writeStartObject();
        json.writeNumberField("id", event.id());
        json.writeStringField("guid", session.id().toString());
        json.writeStringField("date", event.date());
        json.writeStringField("start", event.start());
        json.writeStringField("duration", event.duration());
        json.writeStringField("room", event.room());
        json.writeStringField("slug", event.slug());
        json.writeStringField("url", addresses.session(frab.edition(), session).toString());
        json.writeStringField("title", wording.of(session.title()));
        json.writeStringField("subtitle", "");
        json.writeStringField("track", wording.track(session));
        json.writeStringField("type", wording.type(session));
        json.writeStringField("language", Objects.requireNonNullElse(session.floorLanguage(), ""));
        json.writeStringField("abstract", "");
        json.writeStringField("description", wording.of(session.description()));
        json.writeArrayFieldStart("persons");
        for (var person : event.persons()) {
            json.writeStartObject();
            json.writeStringField("guid", person.guid().toString());
            if (person.id() != null) {
                json.writeNumberField("id", person.id());
            }
            json.writeStringField("name", person.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("links");
        for (var recording : session.recordings()) {
            link(json, recording.href(), recording.href());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("attachments");
        for (var document : session.documents()) {
            link(json, wording.of(document.name()), document.href());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void link(JsonGenerator json, String title, String href) throws IOException {
        json.writeStartObject();
        json.writeStringField("title", title);
        json.writeStringField("url", href);
        json.writeEndObject();
    }
}
