package org.wsisforum.agenda.export;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.room.Venue;
import org.wsisforum.agenda.session.Programme;
import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.agenda.session.SessionView;

/**
 * The programme as the format of frab cuts it: into days, of these into rooms, of these into events. The format is frozen, and
 * programs for it take what is in it for what takes place; so what is postponed or cancelled is not in it.
 *
 * @param acronym without a hyphen, which one of the two published schemas refuses
 * @param days at least one, which may be empty
 */
record Frab(Edition edition, String acronym, String version, Wording wording, List<Day> days) {

    /** What begins at no room. */
    private static final String NOWHERE = "Virtual";

    /** The longest that both forms can say. */
    private static final Duration LONGEST = Duration.ofHours(99).plusMinutes(59);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    /** A day with its rooms in the order of their first events. */
    record Day(int index, LocalDate date, String start, String end, Map<String, List<Event>> rooms) {}

    /**
     * A session.
     *
     * @param id of the edition's sessions the same for ever
     * @param date its beginning, with offset
     * @param start the time of it
     */
    record Event(
            int id,
            String slug,
            String room,
            String date,
            String start,
            String duration,
            SessionView session,
            List<Participant> persons) {}

    /**
     * Who takes part in a session, once.
     *
     * @param id null for somebody who stands in no list of people
     */
    record Participant(UUID guid, Integer id, String name) {}

    /**
     * Cuts a release.
     *
     * @param sessionNumbers numbers of all its sessions
     * @param personNumbers numbers of its people
     */
    static Frab of(
            Programme programme,
            List<Programme.Entry> entries,
            Wording wording,
            Map<UUID, Integer> sessionNumbers,
            Map<UUID, Integer> personNumbers) {
        var edition = programme.edition();
        var acronym = "wsis" + edition.code().replace("-", "");
        var names = new RoomNames(wording);
        var byDay = new TreeMap<LocalDate, Map<String, List<Event>>>();
        for (var entry : entries) {
            var session = entry.session();
            if (session.state() == SessionState.POSTPONED || session.state() == SessionState.CANCELLED) {
                continue;
            }
            var startsAt = session.startsAt().atZone(edition.zone());
            var room = names.of(session.room());
            var id = sessionNumbers.get(session.id());
            byDay.computeIfAbsent(startsAt.toLocalDate(), day -> new LinkedHashMap<>())
                    .computeIfAbsent(room, name -> new ArrayList<>())
                    .add(new Event(
                            id,
                            slug(acronym, id, session.code()),
                            room,
                            MOMENT.format(startsAt),
                            TIME.format(startsAt),
                            duration(Duration.between(session.startsAt(), session.endsAt())),
                            session,
                            persons(session, personNumbers)));
        }
        if (byDay.isEmpty()) {
            // One day is the least.
            byDay.put(edition.startsOn(), Map.of());
        }
        var days = new ArrayList<Day>();
        byDay.forEach((date, rooms) -> days.add(new Day(
                days.size() + 1,
                date,
                moment(date.atStartOfDay(edition.zone())),
                moment(date.plusDays(1).atStartOfDay(edition.zone())),
                rooms)));
        return new Frab(edition, acronym, String.valueOf(programme.release().number()), wording, days);
    }

    String title() {
        return wording.of(edition.title());
    }

    LocalDate start() {
        return edition.startsOn().isBefore(days.getFirst().date())
                ? edition.startsOn()
                : days.getFirst().date();
    }

    LocalDate end() {
        return edition.endsOn().isAfter(days.getLast().date())
                ? edition.endsOn()
                : days.getLast().date();
    }

    /** One line: the format has names of rooms in attributes and as keys. */
    private static final class RoomNames {

        private final Wording wording;
        private final Map<UUID, String> given = new LinkedHashMap<>();

        private RoomNames(Wording wording) {
            this.wording = wording;
        }

        private String of(Venue room) {
            if (room == null) {
                return NOWHERE;
            }
            return given.computeIfAbsent(room.id(), id -> {
                var name = Objects.requireNonNullElse(wording.of(room.name()), room.code())
                        .replaceAll("\\s+", " ");
                return name.equals(NOWHERE) || given.containsValue(name) ? name + " (" + room.code() + ")" : name;
            });
        }
    }

    private static List<Participant> persons(SessionView session, Map<UUID, Integer> numbers) {
        var persons = new LinkedHashMap<UUID, Participant>();
        session.people()
                .forEach(person -> persons.putIfAbsent(
                        person.person(),
                        new Participant(person.person(), numbers.get(person.person()), Wording.addressed(person))));
        return List.copyOf(persons.values());
    }

    private static String slug(String acronym, int id, String code) {
        return (acronym + "-" + id + "-" + code).replaceAll("-+$", "");
    }

    private static String duration(Duration length) {
        var shown = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        return "%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart());
    }

    private static String moment(ZonedDateTime time) {
        return MOMENT.format(OffsetDateTime.from(time));
    }
}
