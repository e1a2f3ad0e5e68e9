package org.wsisforum.agenda.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        @RestQuery @Parameter(description = "Only sessions of this type.", example = "high-level-policy-session")
        String type,

        @RestQuery @Parameter(description = "Only sessions of this track.", example = "high-level")
        String track,

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
                description = "Only sessions in which one hears this language (BCP 47), from the floor or interpreted.",
                example = "fr")
        String language,

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
                description = "Only sessions that serve this Action Line, in any usual spelling.",
                example = "C7-e-health")
        String actionLine,

        @RestQuery @Parameter(description = "Only sessions that serve this goal.", example = "9")
        String goal) {

    /** Whether a session is wanted, at this time. */
    Predicate<ProgrammeSession> wanted(Edition edition, Instant now) {
        var all = new ArrayList<Predicate<SessionInput>>();
        addIfGiven(all, knownType(), (said, known) -> said.type().equals(known));
        addIfGiven(all, knownTrack(edition), (said, known) -> said.track().equals(known));
        addIfGiven(all, knownLine(), (said, known) -> said.actionLines().contains(known));
        addIfGiven(all, knownGoal(), (said, known) -> said.goals().contains(known));
        addIfGiven(
                all,
                knownLanguage(),
                (said, known) -> known.equals(said.floorLanguage())
                        || said.interpretation().contains(known));
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

    private String knownLanguage() {
        return language == null
                ? null
                : SpokenLanguage.of(language)
                        .orElseThrow(() -> unknown("language", "There is no language \"" + language + "\"."));
    }

    private String knownType() {
        return type == null
                ? null
                : SessionType.of(type)
                        .map(SessionType::code)
                        .orElseThrow(() -> unknown("type", "There is no session type \"" + type + "\"."));
    }

    private String knownTrack(Edition edition) {
        if (track != null && !edition.hasTrack(track)) {
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

    private String knownLine() {
        return actionLine == null
                ? null
                : ActionLine.of(actionLine)
                        .map(ActionLine::code)
                        .orElseThrow(() -> unknown("actionLine", "There is no Action Line \"" + actionLine + "\"."));
    }

    private Integer knownGoal() {
        return goal == null
                ? null
                : Goal.of(goal)
                        .map(Goal::number)
                        .orElseThrow(() -> unknown("goal", "There is no goal \"" + goal + "\"."));
    }

    private static RuntimeException unknown(String parameter, String detail) {
        return RequestProblem.VALIDATION_FAILED.because(detail, List.of(FieldError.of(parameter, "unknown", detail)));
    }
}
