package org.wsisforum.agenda.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;

import org.wsisforum.agenda.session.Programme;
import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/**
 * Writes sessions as a calendar of RFC 5545 and RFC 7986 that a program subscribes to: each keeps its UID for ever, what is
 * cancelled stays in it as such, and SEQUENCE goes up with each release that shows the session otherwise. Times are in UTC, so
 * that every reader sees the own ones. Nobody stands in it as a participant: these are no invitations.
 */
@ApplicationScoped
public class Calendar {

    /** What UIDs end with; no host, since a copy of the service elsewhere means the same sessions. */
    static final String OF_THE_FORUM = "@agenda.wsisforum.org";

    /** A calendar has a component at least (RFC 5545, 3.6); one of no session has this, which nothing refers to. */
    private static final String EMPTY = """
            BEGIN:VTIMEZONE
            TZID:Etc/UTC
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0000
            END:STANDARD
            END:VTIMEZONE
            """.replace("\n", "\r\n");

    private static final Duration REFRESH = Duration.ofMinutes(15);

    @Inject
    Addresses addresses;

    /**
     * Writes a calendar that is called as the edition is.
     *
     * @param programme of which the sessions are
     * @param entries the sessions
     * @param language in which texts are wanted
     * @param out is not closed
     */
    public void write(Programme programme, List<Programme.Entry> entries, Language language, OutputStream out)
            throws IOException {
        write(
                programme,
                entries,
                language,
                new Wording(programme.edition(), language)
                        .of(programme.edition().title()),
                out);
    }

    /**
     * Writes a calendar.
     *
     * @param programme of which the sessions are
     * @param entries the sessions
     * @param language in which texts are wanted
     * @param name what programs call the calendar
     * @param out is not closed
     */
    public void write(
            Programme programme, List<Programme.Entry> entries, Language language, String name, OutputStream out)
            throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (var property : List.of(
                new ProdId("-//WSIS Forum//Agenda//EN"),
                new Name(name),
                new XProperty("X-WR-CALNAME", name),
                new XProperty("X-WR-TIMEZONE", programme.edition().zone().getId()),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString()))) {
            writer.write(folded(property.toString()));
        }
        // The library would write the whole calendar into one text; its events are texts of their own.
        for (var entry : entries) {
            writer.write(folded(event(programme, entry, language).toString()));
        }
        if (entries.isEmpty()) {
            writer.write(EMPTY);
        }
        writer.write("END:VCALENDAR\r\n");
        writer.flush();
    }

    private VEvent event(Programme programme, Programme.Entry entry, Language language) {
        var session = entry.session();
        var wording = new Wording(programme.edition(), language);
        var properties = new ArrayList<Property>();
        properties.add(new Uid(session.id() + OF_THE_FORUM));
        properties.add(new DtStamp(entry.changedAt()));
        properties.add(new LastModified(entry.changedAt()));
        properties.add(new Sequence(entry.sequence()));
        properties.add(new DtStart<>(session.startsAt()));
        properties.add(new DtEnd<>(session.endsAt()));
        properties.add(new Status(status(session.state())));
        session.title()
                .bestFor(language)
                .ifPresent(title -> properties.add(new Summary(languageOf(title), title.value())));
        if (session.description() != null) {
            session.description()
                    .bestFor(language)
                    .ifPresent(words -> properties.add(new Description(languageOf(words), words.value())));
        }
        if (wording.room(session) != null) {
            properties.add(new Location(wording.room(session)));
        }
        var categories = new ArrayList<String>();
        categories.add(wording.track(session));
        categories.addAll(wording.actionLines(session));
        properties.add(new Categories(new TextList(categories)));
        properties.add(new Url(addresses.session(programme.edition(), session)));
        var event = new VEvent(false);
        properties.forEach(event::add);
        return event;
    }

    private static String status(SessionState state) {
        return switch (state) {
            case POSTPONED -> "TENTATIVE";
            case CANCELLED -> "CANCELLED";
            case DRAFT, SCHEDULED, LIVE, ENDED -> "CONFIRMED";
        };
    }

    private static ParameterList languageOf(Text.Chosen words) {
        return new ParameterList(List.of(
                new net.fortuna.ical4j.model.parameter.Language(words.language().tag())));
    }

    /**
     * Content lines in pieces of 75 octets at most, never broken within a character (RFC 5545, 3.1). The library counts
     * characters, of which one in Arabic or Chinese is two octets or three.
     */
    static String folded(String lines) {
        var folded = new StringBuilder(lines.length() + 64);
        var octets = 0;
        for (var i = 0; i < lines.length(); ) {
            var character = lines.codePointAt(i);
            i += Character.charCount(character);
            if (character == '\n') {
                octets = 0;
            } else if (character != '\r') {
                var more = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
                if (octets + more > 75) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += more;
            }
            folded.appendCodePoint(character);
        }
        return folded.toString();
    }
}
