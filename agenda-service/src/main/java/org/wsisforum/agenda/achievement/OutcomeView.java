package org.wsisforum.agenda.achievement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.session.Served;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/** What came of a session, or of a statement given in it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Outcome", description = "What came of a session, or of a statement given in it.")
public record OutcomeView(
        @Schema(description = "Stable id.", examples = "0190b0a2-5c7a-7000-8000-000000000401")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "The session.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID session,

        @Schema(
                description = "The statement given in it that this came of.",
                examples = "0190b0a2-5c7a-7000-8000-000000000002")
        UUID statement,

        @Schema(description = "What came of it, in the words of those who held the session.")
        Text text,

        @Schema(
                description =
                        "The Action Lines it serves; those of its session where it names neither lines nor goals of its own.",
                examples = "[\"C2\"]")
        List<String> actionLines,

        @Schema(description = "The goals it serves; see `actionLines`.", examples = "[9]")
        List<Integer> goals,

        @Schema(description = "Where more is to be read of it.", examples = "[\"https://www.itu.int/outcome.pdf\"]")
        List<String> links,

        @Schema(description = "When it was recorded, in UTC.", examples = "2021-04-09T09:00:00Z")
        Instant recordedAt)
        implements Versioned {

    /** An outcome whose session serves this. */
    static OutcomeView of(Outcome outcome, Served bySession) {
        var said = outcome.input();
        var serves = outcome.serves(bySession);
        return new OutcomeView(
                outcome.id(),
                outcome.version(),
                said.session(),
                said.statement(),
                said.text(),
                serves.actionLines(),
                serves.goals(),
                said.links(),
                outcome.recordedAt());
    }
}
