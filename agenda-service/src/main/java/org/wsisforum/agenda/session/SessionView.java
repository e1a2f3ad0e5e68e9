package org.wsisforum.agenda.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.room.Venue;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Text;

/**
 * A session as everybody sees it.
 *
 * @param joinLink null but for those who may join
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

        SessionState state,
        Attendance attendance,
        Venue room,

        @Schema(description = "Who takes part and as what, in the order of the programme.")
        List<AppearanceView> people,

        @Schema(description = "The Action Lines it serves.", examples = "[\"C2\", \"C7-e-health\"]")
        List<String> actionLines,

        @Schema(description = "The goals it serves.", examples = "[9]")
        List<Integer> goals,

        @Schema(description = "Why it serves its Action Lines and goals.")
        List<Linkage> linkages,

        @Schema(description = "Who holds it.", examples = "[\"ITU\"]")
        List<String> organizers,

        @Schema(description = "The language that is spoken, BCP 47.", examples = "en")
        String floorLanguage,

        @Schema(description = "The languages into which it is interpreted, BCP 47.", examples = "[\"fr\", \"ar\"]")
        List<String> interpretation,

        @Schema(description = "The languages of its captions, BCP 47.", examples = "[\"en\"]")
        List<String> captioning,

        @Schema(description = "Whether it is interpreted into International Sign.", examples = "true")
        boolean internationalSign,

        @Schema(description = "Whether one gets in without a step.", examples = "true")
        boolean stepFree,

        @Schema(
                description =
                        "Where one joins it on a screen. People who are signed in, with the scope agenda:read, are shown it"
                                + " from a time before the start that is a rule of the edition until the end; those who make the"
                                + " session always.",
                examples = "https://itu.zoom.us/w/1")
        String joinLink,

        @Schema(description = "What belongs to it.") List<Document> documents,

        @Schema(description = "Where it can be seen afterwards.")
        List<Recording> recordings,

        @Schema(
                description =
                        "What came of it, in the words of those who held it; once it has ended, and before for those who make"
                                + " the session alone. More that came of it may stand in `/outcomes`.")
        Text outcome,

        @Schema(description = "Whether speakers of delegations are given slots in it.", examples = "true")
        boolean statements,

        @Schema(
                description =
                        "Who gives a policy statement, in the order in which they speak; only where there are slots.")
        List<Speaker> speakers,

        @Schema(description = "Whether a published source gives its time.")
        boolean confirmed,

        @Schema(description = "Where what is said here is from.")
        String source,

        @Schema(
                description =
                        "Subjects of the accounts that may say some of this; shown to those who make the session alone.",
                examples = "[\"5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001\"]")
        List<String> organizerAccounts,

        @Schema(
                description =
                        "What deserves a second look, such as a goal that the WSIS–SDG Matrix does not link with the"
                                + " session's Action Lines; shown to those who make the session alone.")
        List<FieldError> remarks,

        @Schema(
                description =
                        "Other sessions at the same time in the same room or with the same person; with one session and"
                                + " with the answer to a change, shown to those who make the session alone.")
        List<Clash> clashes)
        implements Versioned {

    /** What it serves. */
    public Served serves() {
        return new Served(actionLines, goals);
    }

    /** What the sessions of a page show besides what stands in their own rows. */
    record Beside(Edition edition, Instant now, Map<UUID, List<Speaker>> speakers) {}

    /**
     * The session as everybody sees it.
     *
     * @param joinLink where it is to be shown; else null
     */
    static SessionView of(ProgrammeSession session, Beside beside, String joinLink) {
        return of(session, beside, joinLink, session.outcome(beside.now()), null, null, null);
    }

    /** The session as those who make it see it. */
    static SessionView whole(ProgrammeSession session, Beside beside, List<Clash> clashes) {
        var said = session.content().said();
        return of(session, beside, said.joinLink(), said.outcome(), said.organizerAccounts(), said.remarks(), clashes);
    }

    private static SessionView of(
            ProgrammeSession session,
            Beside beside,
            String joinLink,
            Text outcome,
            List<String> organizerAccounts,
            List<FieldError> remarks,
            List<Clash> clashes) {
        var content = session.content();
        var said = content.said();
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
                beside.edition().zone(),
                session.state(beside.now()),
                said.attendance(),
                content.room(),
                said.people().stream()
                        .map(appearance -> AppearanceView.of(appearance, content.person(appearance.person())))
                        .toList(),
                said.actionLines(),
                said.goals(),
                said.linkages(),
                said.organizers(),
                said.floorLanguage(),
                said.interpretation(),
                said.captioning(),
                said.internationalSign(),
                said.stepFree(),
                joinLink,
                said.documents(),
                said.recordings(),
                outcome,
                said.statements(),
                said.statements() ? beside.speakers().getOrDefault(session.id(), List.of()) : null,
                said.confirmed(),
                said.source(),
                organizerAccounts,
                remarks,
                clashes);
    }
}
