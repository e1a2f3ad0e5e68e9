package org.wsisforum.agenda.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.SessionType;

/**
 * Which sessions of the programme are wanted. A value that names nothing is refused: an empty list would look as if there
 * were no such sessions. Of an id nobody is told whether it names anybody.
 */
public record SessionFilter(
        @RestQuery
        @Parameter(
                description = "Only sessions of this type; of any of these, if there are several.",
                example = "high-level-policy-session")
        List<String> type,

        @RestQuery
        @Parameter(
                description = "Only sessions of this track; of any of these, if there are several.",
                example = "high-level")
        List<String> track,

        @RestQuery
        @Parameter(
                description =
                        "Only sessions that take place on this day, or a part of it, in the zone of the edition or"
                                + " in `zone`.",
                example = "2021-03-22")
        String day,

        @RestQuery
        @Parameter(
                description = "The zone whose days `day` means, as the IANA names it; without it that of the edition.",
                example = "Africa/Kigali")
        String zone,

        @RestQuery
        @Parameter(
                description =
                        "Only sessions in which one hears this language (BCP 47), from the floor or interpreted; any of"
                                + " these, if there are several.",
                example = "fr")
        List<String> language,

        @RestQuery
        @Parameter(description = "Only sessions in this room.", example = "0190b0a2-5c7a-7000-8000-000000000011")
        UUID room,

        @RestQuery
        @Parameter(
                description = "Only sessions in which this person takes part.",
                example = "0190b0a2-5c7a-7000-8000-000000000021")
        UUID person,

        @RestQuery
        @Parameter(
                description = "Only sessions that stand so: `draft`, `scheduled`, `live`, `ended`, `postponed` or"
                        + " `cancelled`.",
                example = "live")
        String state,

        @RestQuery
        @Parameter(
                description =
                        "`now`: only sessions that are under way. `next`: only those that have not begun, the next"
                                + " of them first.",
                example = "now")
        String on,

        @RestQuery
        @Parameter(
                description =
                        "Only sessions that serve this Action Line, in any usual spelling; any of these, if there are"
                                + " several.",
                example = "C7-e-health")
        List<String> actionLine,

        @RestQuery
        @Parameter(
                description = "Only sessions that serve this goal; any of these, if there are several.",
                example = "9")
        List<String> goal,

        @RestQuery
        @Size(max = 200)
        @Parameter(
                description =
                        "Only sessions with these words, in any of the six languages: in title, description, rationale and"
                                + " outcome, names and entities of people, room, track and organizers. All of them must be there, in"
                                + " any form, with or without accents; the last one may be a beginning.",
                example = "digital inclus")
        String q) {

    /** Whether a session is wanted, at this time; what it is found by is another question ({@link SessionWords}). */
    Predicate<ProgrammeSession> wanted(Edition edition, Instant now) {
        var all = new ArrayList<Predicate<SessionInput>>();
        addIfAny(all, known(type, SessionFilter::knownType), (said, known) -> known.contains(said.type()));
        addIfAny(all, known(track, code -> knownTrack(edition, code)), (said, known) -> known.contains(said.track()));
        addIfAny(all, known(actionLine, SessionFilter::knownLine), (said, known) -> said.actionLines().stream()
                .anyMatch(known::contains));
        addIfAny(all, known(goal, SessionFilter::knownGoal), (said, known) -> said.goals().stream()
                .anyMatch(known::contains));
        addIfAny(
                all,
                known(language, SessionFilter::knownLanguage),
                (said, known) -> known.contains(said.floorLanguage())
                        || said.interpretation().stream().anyMatch(known::contains));
        addIfGiven(all, room, (said, known) -> known.equals(said.room()));
        addIfGiven(all, person, (said, known) -> said.persons().contains(known));
        var days = knownZone(edition);
        addIfGiven(
                all,
                knownDay(),
                (said, known) -> said.endsAt().isAfter(known.atStartOfDay(days).toInstant())
                        && said.startsAt()
                                .isBefore(known.plusDays(1).atStartOfDay(days).toInstant()));
        var states = Stream.of(Optional.ofNullable(knownState()), Optional.ofNullable(knownOn()))
                .flatMap(Optional::stream)
                .toList();
        return session ->
                all.stream().allMatch(each -> each.test(session.content().said()))
                        && states.stream().allMatch(wanted -> session.state(now) == wanted);
    }

    private static <V> void addIfGiven(
            List<Predicate<SessionInput>> all, V known, BiPredicate<SessionInput, V> condition) {
        if (known != null) {
            all.add(said -> condition.test(said, known));
        }
    }

    private static <V> void addIfAny(
            List<Predicate<SessionInput>> all, Set<V> known, BiPredicate<SessionInput, Set<V>> condition) {
        addIfGiven(all, known.isEmpty() ? null : known, condition);
    }

    private static <V> Set<V> known(List<String> given, Function<String, V> known) {
        // Not an immutable one, which may not be asked for the language of a session that names none.
        return given.stream().map(known).collect(Collectors.toSet());
    }

    private SessionState knownState() {
        return state == null
                ? null
                : SessionState.of(state)
                        .orElseThrow(() -> unknown("state", "A session never stands as \"" + state + "\"."));
    }

    private SessionState knownOn() {
        return switch (on) {
            case null -> null;
            case "now" -> SessionState.LIVE;
            case "next" -> SessionState.SCHEDULED;
            default -> throw unknown("on", "Sessions are on `now` or `next`.");
        };
    }

    private ZoneId knownZone(Edition edition) {
        try {
            return zone == null ? edition.zone() : ZoneId.of(zone);
        } catch (DateTimeException noZone) {
            throw unknown("zone", "There is no zone \"" + zone + "\".");
        }
    }

    private static String knownLanguage(String language) {
        return SpokenLanguage.of(language)
                .orElseThrow(() -> unknown("language", "There is no language \"" + language + "\"."));
    }

    private static String knownType(String type) {
        return SessionType.of(type)
                .map(SessionType::code)
                .orElseThrow(() -> unknown("type", "There is no session type \"" + type + "\"."));
    }

    private static String knownTrack(Edition edition, String track) {
        if (!edition.hasTrack(track)) {
            throw unknown("track", "The edition has no track \"" + track + "\".");
        }
        return track;
    }

    private LocalDate knownDay() {
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException noDay) {
            throw unknown("day", "A day is written as in 2021-03-22.");
        }
    }

    private static String knownLine(String actionLine) {
        return ActionLine.of(actionLine)
                .map(ActionLine::code)
                .orElseThrow(() -> unknown("actionLine", "There is no Action Line \"" + actionLine + "\"."));
    }

    private static Integer knownGoal(String goal) {
        return Goal.of(goal).map(Goal::number).orElseThrow(() -> unknown("goal", "There is no goal \"" + goal + "\"."));
    }

    private static RuntimeException unknown(String parameter, String detail) {
        return RequestProblem.VALIDATION_FAILED.because(detail, List.of(FieldError.of(parameter, "unknown", detail)));
    }
}
