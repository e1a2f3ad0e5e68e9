package org.wsisforum.agenda.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.session.Programme;
import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.kit.csv.Csv;

/** Writes sessions as a table. */
@ApplicationScoped
class Table {

    private static final List<String> COLUMNS = List.of(
            "id",
            "code",
            "type",
            "track",
            "title",
            "description",
            "startsAt",
            "endsAt",
            "zone",
            "state",
            "attendance",
            "room",
            "people",
            "organizers",
            "actionLines",
            "goals",
            "floorLanguage",
            "interpretation",
            "captioning",
            "internationalSign",
            "stepFree",
            "documents",
            "recordings",
            "address",
            "changedAt");

    @Inject
    Addresses addresses;

    void write(List<Programme.Entry> entries, Wording wording, OutputStream out) throws IOException {
        var table = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        table.write(Csv.START + Csv.row(COLUMNS.stream()));
        for (var entry : entries) {
            table.write(row(entry, wording));
        }
        table.flush();
    }

    private String row(Programme.Entry entry, Wording wording) {
        var session = entry.session();
        return Csv.row(Stream.of(
                session.id(),
                session.code(),
                session.type(),
                session.track(),
                wording.of(session.title()),
                wording.of(session.description()),
                local(session.startsAt(), session.zone()),
                local(session.endsAt(), session.zone()),
                session.zone(),
                stored(session.state()).json(),
                session.attendance().json(),
                wording.room(session),
                lines(session.people().stream()
                        .map(person -> Wording.addressed(person) + " ("
                                + Stream.of(person.role().json(), person.position(), person.entity())
                                        .filter(part -> part != null)
                                        .collect(Collectors.joining(", "))
                                + ")")),
                lines(session.organizers().stream()),
                String.join(" ", session.actionLines()),
                session.goals().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                session.floorLanguage(),
                String.join(" ", session.interpretation()),
                String.join(" ", session.captioning()),
                session.internationalSign(),
                session.stepFree(),
                lines(session.documents().stream().map(document -> document.href())),
                lines(session.recordings().stream().map(recording -> recording.href())),
                addresses.session(wording.edition(), session),
                entry.changedAt()));
    }

    private static String lines(Stream<String> all) {
        return all.collect(Collectors.joining("\n"));
    }

    private static String local(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }

    /** An export says nothing that the next minute makes untrue. */
    private static SessionState stored(SessionState state) {
        return switch (state) {
            case LIVE, ENDED -> SessionState.SCHEDULED;
            case DRAFT, SCHEDULED, POSTPONED, CANCELLED -> state;
        };
    }
}
