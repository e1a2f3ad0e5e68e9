package org.wsisforum.agenda.export;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import org.wsisforum.agenda.session.SessionFilter;

/** Which sessions an export is to hold: the filter of the programme without what depends on the hour. */
record ExportFilter(
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
                description = "Only sessions that serve this Action Line, in any usual spelling.",
                example = "C7-e-health")
        String actionLine,

        @RestQuery @Parameter(description = "Only sessions that serve this goal.", example = "9")
        String goal) {

    private static final ExportFilter NONE = new ExportFilter(null, null, null, null, null, null, null, null, null);

    /** Only the sessions in which a person takes part. */
    static ExportFilter of(UUID person) {
        return new ExportFilter(null, null, null, null, null, null, person, null, null);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    SessionFilter ofSessions() {
        return new SessionFilter(
                given(type),
                given(track),
                day,
                zone,
                given(language),
                room,
                person,
                null,
                null,
                given(actionLine),
                given(goal),
                null);
    }

    private static List<String> given(String value) {
        return Stream.ofNullable(value).toList();
    }
}
