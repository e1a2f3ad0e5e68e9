package org.wsisforum.agenda.personal;

import java.net.URI;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The secret address of a person's calendar.
 *
 * @param address null but in the answer to its making
 * @param lastReadAt null if it was never read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AgendaFeed", description = "The secret address of the caller's agenda as a calendar.")
record FeedView(
        @Schema(
                description =
                        "Where a calendar program reads the agenda: whoever has it can. Shown this once, and stored nowhere.",
                examples =
                        "https://forum.example/agenda/v1/editions/2021/me/agenda.ics?key=5d1c3fN0vJ0yZ3Tn2bqC9c8yQW2f8oYkzZzY2sRk1xA")
        URI address,

        @Schema(description = "When it was made.", examples = "2021-03-01T09:00:00Z")
        Instant madeAt,

        @Schema(
                description = "When a calendar program last read it, to the hour; absent if none ever has.",
                examples = "2021-03-02T07:00:00Z")
        Instant lastReadAt) {}
