package org.wsisforum.agenda.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Goal;
import org.wsisforum.kit.reference.SessionType;

/**
 * Which sessions of the programme are wanted. A value that names nothing is refused: an empty list would look as if there
 * were no such sessions.
 */
public record SessionFilter(
        @RestQuery @Parameter(description = "Only sessions of this type.", example = "high-level-policy-session")
        String type,

        @RestQuery @Parameter(description = "Only sessions of this track.", example = "high-level")
        String track,

        @RestQuery
        @Parameter(
                description = "Only sessions that take place on this day, or a part of it, in the zone of the edition.",
                example = "2021-03-22")
        String day,

        @RestQuery
        @Parameter(
                description = "Only sessions that serve this Action Line, in any usual spelling.",
                example = "C7-e-health")
        String actionLine,

        @RestQuery @Parameter(description = "Only sessions that serve this goal.", example = "9")
        String goal) {

    Keyset<Session> sessions(Edition edition) {
        var list = Keyset.of(Session.class)
                .where("edition = :edition", "edition", edition.code())
                .whereIfGiven("type = :type", "type", knownType())
                .whereIfGiven("track = :track", "track", knownTrack(edition))
                .whereIfGiven("array_contains(actionLines, :actionLine)", "actionLine", knownLine())
                .whereIfGiven("array_contains(goals, :goal)", "goal", knownGoal());
        var wanted = knownDay();
        if (wanted != null) {
            list.where(
                            "endsAt > :dayStart",
                            "dayStart",
                            wanted.atStartOfDay(edition.zone()).toInstant())
                    .where(
                            "startsAt < :dayEnd",
                            "dayEnd",
                            wanted.plusDays(1).atStartOfDay(edition.zone()).toInstant());
        }
        return list.orderedBy("startsAt", Instant.class, Session::startsAt).orderedBy("id", UUID.class, Session::id);
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
