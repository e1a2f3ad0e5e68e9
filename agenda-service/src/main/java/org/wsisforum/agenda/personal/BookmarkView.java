package org.wsisforum.agenda.personal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.session.SessionState;
import org.wsisforum.agenda.session.SessionView;
import org.wsisforum.kit.text.Text;

/**
 * A session of a person's agenda.
 *
 * @param session null for one that has left the programme
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Bookmark", description = "A session of the caller's agenda.")
record BookmarkView(
        @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID id,

        @Schema(description = "When it was put on the agenda.", examples = "2021-03-01T09:00:00Z")
        Instant bookmarkedAt,

        @Schema(description = "The session as the newest release shows it; absent if it has left the programme.")
        SessionView session,

        @Schema(description = "Whether it has left the programme.", examples = "false")
        boolean gone,

        @Schema(description = "What the programme said when the session was put on the agenda.")
        Chosen chosen,

        @Schema(
                description =
                        "In what it takes place otherwise since: `startsAt`, `endsAt`, `room` or `state` (postponed,"
                                + " cancelled or scheduled again). Take it off the agenda and put it on again, and nothing has changed since.",
                examples = "[\"startsAt\", \"endsAt\"]")
        List<String> changedSince,

        @Schema(
                description = "The other sessions of the agenda that take place at the same time, or a part of it.",
                examples = "[\"0190b0a2-5c7a-7000-8000-000000000002\"]")
        List<UUID> clashes) {

    /** What the programme said of a session at some time. */
    @Schema(name = "ChosenSession", description = "What the programme said of a session at some time.")
    record Chosen(
            @Schema(description = "The title.") Text title,

            @Schema(description = "Its beginning, in UTC.", examples = "2021-05-18T11:00:00Z")
            Instant startsAt,

            @Schema(description = "Its end, in UTC.", examples = "2021-05-18T11:30:00Z")
            Instant endsAt,

            SessionState state) {}

    static BookmarkView of(Bookmark bookmark, SessionView session, List<UUID> clashes) {
        return new BookmarkView(
                bookmark.session(),
                bookmark.madeAt(),
                session,
                session == null,
                new Chosen(bookmark.title(), bookmark.startsAt(), bookmark.endsAt(), bookmark.state()),
                session == null ? List.of() : bookmark.changesIn(session),
                clashes);
    }

    /** Its place in the agenda, as texts of one length that are in its order. */
    String place() {
        return (gone ? chosen.startsAt() : session.startsAt()) + " " + id;
    }
}
