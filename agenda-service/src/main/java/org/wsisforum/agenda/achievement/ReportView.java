package org.wsisforum.agenda.achievement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.agenda.session.Speaker;
import org.wsisforum.kit.text.Text;

/** What was done about an Action Line or a goal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AchievementReport", description = "What was done about an Action Line or a goal.")
public record ReportView(
        @Schema(description = "The edition.", examples = "2021")
        String edition,

        @Schema(description = "The code of the Action Line, in the report of one.", examples = "C2")
        String actionLine,

        @Schema(description = "The number of the goal, in the report of one.", examples = "9")
        Integer goal,

        @Schema(description = "The name of the Action Line or goal.")
        Text name,

        Counts counts,

        @Schema(description = "The sessions about it that take place, in the order of the programme.")
        List<SessionEntry> sessions,

        @Schema(description = "The policy statements that were delivered in them.")
        List<StatementEntry> statements,

        @Schema(description = "What came of sessions that are over.")
        List<OutcomeEntry> outcomes,

        @Schema(description = "Contributions to the open consultation that everybody may read, the newest 200 first.")
        List<ContributionEntry> contributions,

        Links links) {

    /** Where more is. */
    @Schema(name = "AchievementLinks", description = "Where more is to be read, relative to this origin.")
    public record Links(
            @Schema(
                    description = "All contributions about it, by pages.",
                    examples = "/agenda/v1/editions/2021/consultation/contributions?actionLine=C2")
            String contributions) {}

    /** How much there is. */
    @Schema(name = "AchievementCounts", description = "How much everybody may read there is.")
    public record Counts(
            @Schema(description = "Sessions.", examples = "12")
            int sessions,

            @Schema(description = "Delivered statements.", examples = "30")
            int statements,

            @Schema(description = "Outcomes.", examples = "7")
            int outcomes,

            @Schema(description = "Contributions.", examples = "41")
            long contributions) {}

    /** A session about it. */
    @Schema(name = "AchievementSession", description = "A session about an Action Line or a goal.")
    public record SessionEntry(
            @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID id,

            @Schema(description = "The title.") Text title,

            @Schema(description = "Its beginning, in UTC.", examples = "2021-05-18T11:00:00Z")
            Instant startsAt,

            SessionState state,

            @Schema(description = "Who holds it.", examples = "[\"ITU\"]")
            List<String> organizers) {

        static SessionEntry of(SessionView session) {
            return new SessionEntry(
                    session.id(), session.title(), session.startsAt(), session.state(), session.organizers());
        }
    }

    /** A statement that was delivered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AchievementStatement", description = "A policy statement that was delivered.")
    public record StatementEntry(
            @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID session,

            Speaker speaker) {}

    /** What came of a session or a statement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AchievementOutcome", description = "What came of a session or a statement.")
    public record OutcomeEntry(
            @Schema(
                    description = "The outcome; absent where it is what the session itself says came of it.",
                    examples = "0190b0a2-5c7a-7000-8000-000000000401")
            UUID id,

            @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
            UUID session,

            @Schema(description = "The title of the session.")
            Text title,

            @Schema(description = "The statement.", examples = "0190b0a2-5c7a-7000-8000-000000000002")
            UUID statement,

            @Schema(description = "Who gave the statement.") Speaker speaker,

            @Schema(description = "What came of it, as plain text.")
            Text text,

            @Schema(description = "Where more is to be read.", examples = "[\"https://www.itu.int/outcome.pdf\"]")
            List<String> links) {}

    /** A contribution about it. */
    @Schema(name = "AchievementContribution", description = "A contribution to the open consultation.")
    public record ContributionEntry(
            @Schema(description = "The contribution.", examples = "0190b0a2-5c7a-7000-8000-000000000301")
            UUID id,

            @Schema(description = "In a few words.") Text title,

            @Schema(description = "From whom.", examples = "Digital Villages Network")
            String entity,

            @Schema(description = "The code of a stakeholder type.", examples = "civil-society")
            String stakeholderType) {}
}
