package org.wsisforum.agenda.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.room.Venue;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/**
 * A session as everybody sees it.
 *
 * @param speakers who gives a policy statement in it; null for a session that takes none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Session", description = "A session of the programme.")
public record SessionView(
        @Schema(description = "Stable id.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "What people and programs call it.", examples = "session-348")
        String code,

        @Schema(description = "The code of its type.", examples = "prizes-ceremony")
        String type,

        @Schema(description = "The code of its track.", examples = "wsis-prizes")
        String track,

        @Schema(description = "The title.") Text title,
        @Schema(description = "What it is about.") Text description,

        @Schema(description = "Its beginning, in UTC.", examples = "2021-05-18T11:00:00Z")
        Instant startsAt,

        @Schema(description = "Its end, in UTC.", examples = "2021-05-18T11:30:00Z")
        Instant endsAt,

        @Schema(
                type = SchemaType.STRING,
                description = "Where people meet: the zone to show times in.",
                examples = "Europe/Zurich")
        ZoneId zone,

        Attendance attendance,
        Venue room,

        @Schema(description = "The Action Lines it serves.", examples = "[\"C2\", \"C7-e-health\"]")
        List<String> actionLines,

        @Schema(description = "The goals it serves.", examples = "[9]")
        List<Integer> goals,

        @Schema(description = "Who holds it.", examples = "[\"ITU\"]")
        List<String> organizers,

        @Schema(description = "Whether speakers of delegations are given slots in it.", examples = "true")
        boolean statements,

        @Schema(
                description =
                        "Who gives a policy statement, in the order in which they speak; only where there are slots.")
        List<Speaker> speakers,

        @Schema(description = "Whether a published source gives its time.")
        boolean confirmed,

        @Schema(description = "Where what is said here is from.")
        String source)
        implements Versioned {

    static SessionView of(Session session, Edition edition, Venue room, List<Speaker> speakers) {
        var said = session.input();
        return new SessionView(
                session.id(),
                session.version(),
                said.code(),
                said.type(),
                said.track(),
                said.title(),
                said.description(),
                said.startsAt(),
                said.endsAt(),
                edition.zone(),
                said.attendance(),
                room,
                said.actionLines(),
                said.goals(),
                said.organizers(),
                said.statements(),
                said.statements() ? speakers : null,
                said.confirmed(),
                said.source());
    }
}
