package org.wsisforum.agenda.export;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes frab's {@code schedule.xml}; elements stand in the order in which its schema has them. */
@ApplicationScoped
class ScheduleXml {

    @Inject
    Addresses addresses;

    void write(Frab frab, OutputStream out) throws IOException {
        Markup.document(
                out,
                document -> document.element("schedule", xml -> {
                    xml.element("generator", generator -> {
                        generator.attribute("name", ScheduleJson.GENERATOR);
                        generator.attribute("version", "1");
                    });
                    xml.element("version", frab.version());
                    xml.element("conference", conference -> {
                        conference.element("title", frab.title());
                        conference.element("acronym", frab.acronym());
                        conference.element("start", frab.start());
                        conference.element("end", frab.end());
                        conference.element("days", frab.days().size());
                        conference.element("timeslot_duration", ScheduleJson.TIMESLOT);
                        conference.element("base_url", addresses.edition(frab.edition()));
                        conference.element("time_zone_name", frab.edition().zone());
                    });
                    for (var day : frab.days()) {
                        day(xml, frab, day);
                    }
                }));
    }

    private void day(Markup xml, Frab frab, Frab.Day day) throws XMLStreamException {
        xml.element("day", content -> {
            content.attribute("index", day.index());
            content.attribute("date", day.date());
            content.attribute("start", day.start());
            content.attribute("end", day.end());
            for (var room : day.rooms().entrySet()) {
                content.element("room", events -> {
                    events.attribute("name", room.getKey());
                    for (var event : room.getValue()) {
                        event(events, frab, event);
                    }
                });
            }
        });
    }

    private void event(Markup xml, Frab frab, Frab.Event event) throws XMLStreamException {
        var session = event.session();
        var wording = frab.wording();
        xml.element("event", content -> {
            content.attribute("guid", session.id());
            content.attribute("id", event.id());
            content.element("room", event.room());
            content.element("title", wording.of(session.title()));
            content.element("subtitle", "");
            content.element("type", wording.type(session));
            content.element("date", event.date());
            content.element("start", event.start());
            content.element("duration", event.duration());
            content.element("abstract", "");
            content.element("slug", event.slug());
            content.element("track", wording.track(session));
            content.element("persons", persons -> {
                for (var person : event.persons()) {
                    persons.element("person", who -> {
                        who.attribute("id", person.id());
                        who.text(person.name());
                    });
                }
            });
            content.element("language", session.floorLanguage());
            content.element("description", wording.of(session.description()));
            content.element("links", links -> {
                for (var recording : session.recordings()) {
                    links.element("link", link -> {
                        link.attribute("href", recording.href());
                        link.text(recording.href());
                    });
                }
            });
            content.element("attachments", attachments -> {
                for (var document : session.documents()) {
                    attachments.element("attachment", attachment -> {
                        attachment.attribute("href", document.href());
                        attachment.text(wording.of(document.name()));
                    });
                }
            });
            content.element("url", addresses.session(frab.edition(), session));
        });
    }
}
