package org.wsisforum.agenda;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.Reference;

/**
 * A made-up programme, always the same, of the size of 2021: more than 250 sessions are published of that year, so 300, and 846
 * speakers of the year before, so 800 people. Eleven sessions are high-level policy sessions in the week from 22 March; 80 are
 * workshops, two on each working day from 25 January to 19 March; the others fill the week from 17 May, twelve at a time. All of it takes place in virtual rooms, as it did. How many people a session has, and in which
 * languages it is interpreted, no source tells: two to seven, and one in four.
 */
public final class SeededProgramme {

    public static final int SESSIONS = 300;
    public static final int PEOPLE = 800;
    public static final int ROOMS = 12;

    private static final ZoneId GENEVA = ZoneId.of("Europe/Zurich");
    private static final int POLICY_SESSIONS = 11;
    private static final int WORKSHOPS = 80;

    private static final List<String> OTHER_TYPES = List.of(
            "thematic-workshop",
            "country-workshop",
            "action-line-facilitation-meeting",
            "interactive-action-line-facilitation-meeting",
            "high-level-dialogue",
            "interactive-session",
            "information-session",
            "knowledge-cafe",
            "talkx");
    private static final List<String> TRACKS = List.of(
            "forum",
            "action-lines",
            "older-persons",
            "accessibility",
            "well-being",
            "emerging-technologies",
            "cybersecurity");
    private static final List<String> HONORIFICS = List.of("Ms", "Mr", "Dr", "Prof.", "H.E. Mr", "H.E. Ms", "Mr. Amb.");
    private static final List<String> NAMES =
            List.of("Aline", "王小明", "عائشة", "Ольга", "José", "Søren", "Fatou", "Nguyễn", "Priya", "Kwame");
    private static final List<String> WORDS = List.of(
            "connectivity",
            "villages",
            "skills",
            "trust",
            "data",
            "women",
            "islands",
            "languages",
            "health",
            "climate",
            "work",
            "cities",
            "science",
            "farmers",
            "media",
            "ethics");

    private final Random random = new Random(2021);
    private final List<ActionLine> lines = Reference.actionLines().items();
    private final List<Country> countries = Reference.countries().items();

    /** A virtual room. */
    public String room(int number) {
        return "{\"code\":\"test-room-%d\",\"name\":{\"en\":{\"value\":\"Room %d\"},\"fr\":{\"value\":\"Salle %d\"}},\"kind\":\"virtual\",\"platform\":\"Zoom\",\"captioning\":true}"
                .formatted(number, number, number);
    }

    /** A person. */
    public String person(int number) {
        return "{\"honorific\":\"%s\",\"name\":\"%s %d\",\"position\":\"Head of %s\",\"entity\":\"Entity %d\",\"country\":\"%s\",\"biography\":{\"en\":{\"value\":\"%s\"}}}"
                .formatted(
                        drawn(HONORIFICS),
                        drawn(NAMES),
                        number,
                        drawn(WORDS),
                        number % 300,
                        drawn(countries).code(),
                        words(40));
    }

    /**
     * A session; in which room and when follows from its number, so that no room is given twice.
     *
     * @param number from 0
     * @param rooms ids of the rooms
     * @param people ids of the people
     */
    public String session(int number, List<String> rooms, List<String> people) {
        var policy = number < POLICY_SESSIONS;
        var type = policy ? "high-level-policy-session" : drawn(OTHER_TYPES);
        var startsAt = startsAt(number);
        var line = drawn(lines).code();
        var goal = random.nextInt(17) + 1;
        return """
                {"code":"test-%d","type":"%s","track":"%s",
                 "title":{"en":{"value":"%s"},"fr":{"value":"%s"},"ar":{"value":"جلسة %d"}},
                 "description":{"en":{"value":"%s"}},
                 "startsAt":"%s","endsAt":"%s","attendance":"virtual","room":"%s","people":[%s],
                 "actionLines":["%s"],"goals":[%d],
                 "linkages":[{"actionLine":"%s","goal":%d,"rationale":{"en":{"value":"%s"}}}],
                 "organizers":["Entity %d"],"floorLanguage":"en","interpretation":[%s],"captioning":["en"],
                 "joinLink":"https://zoom.example/w/%d",
                 "documents":[{"name":{"en":{"value":"Concept note %d"}},"mediaType":"application/pdf",
                               "href":"https://forum.example/notes/%d.pdf"}],
                 "confirmed":false,"source":"made up"}""".formatted(
                        number,
                        type,
                        policy ? "high-level" : drawn(TRACKS),
                        words(5),
                        words(6),
                        number,
                        words(120),
                        startsAt.toInstant(),
                        startsAt.plus(Duration.ofMinutes(45)).toInstant(),
                        rooms.get(roomOf(number)),
                        appearances(number, people),
                        line,
                        goal,
                        line,
                        goal,
                        words(30),
                        number % 120,
                        random.nextInt(4) == 0 ? "\"fr\",\"es\",\"ar\",\"zh\",\"ru\"" : "",
                        number,
                        number,
                        number);
    }

    /** Everybody stands somewhere: the people take turns, and a session has two to seven of them. */
    private String appearances(int number, List<String> people) {
        var first = number * people.size() / SESSIONS;
        var next = (number + 1) * people.size() / SESSIONS;
        var more = random.nextInt(5);
        return Stream.concat(
                        IntStream.range(first, next).mapToObj(people::get),
                        random.ints(more, 0, people.size())
                                .filter(index -> index < first || index >= next)
                                .distinct()
                                .mapToObj(people::get))
                .map(person -> "{\"person\":\"" + person + "\",\"role\":\"%s\",\"remote\":true}")
                .collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
                    var written = new ArrayList<String>();
                    for (var i = 0; i < all.size(); i++) {
                        written.add(all.get(i).formatted(i == 0 ? "moderator" : "panellist"));
                    }
                    return String.join(",", written);
                }));
    }

    private static int roomOf(int number) {
        return number < POLICY_SESSIONS + WORKSHOPS ? 0 : (number - POLICY_SESSIONS - WORKSHOPS) % ROOMS;
    }

    private static ZonedDateTime startsAt(int number) {
        if (number < POLICY_SESSIONS) {
            // Three a day from Monday: at 10:00, 13:00 and 16:00 in Geneva.
            return at(LocalDate.of(2021, 3, 22).plusDays(number / 3), LocalTime.of(10 + 3 * (number % 3), 0));
        }
        if (number < POLICY_SESSIONS + WORKSHOPS) {
            var workshop = number - POLICY_SESSIONS;
            return at(workingDays().get(workshop % 40), LocalTime.of(workshop < 40 ? 9 : 14, 30));
        }
        var slot = (number - POLICY_SESSIONS - WORKSHOPS) / ROOMS;
        return at(LocalDate.of(2021, 5, 17).plusDays(slot / 4), LocalTime.of(9 + 2 * (slot % 4), 0));
    }

    private static List<LocalDate> workingDays() {
        return LocalDate.of(2021, 1, 25)
                .datesUntil(LocalDate.of(2021, 3, 22))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private static ZonedDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(GENEVA);
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> drawn(WORDS)).collect(Collectors.joining(" "));
    }

    private <T> T drawn(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
