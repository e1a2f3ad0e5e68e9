package org.wsisforum.agenda.statement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.OneLine;

/**
 * Who speaks, as an office or the secretariat writes it.
 *
 * @param honorific how the speaker is addressed; may be null
 * @param name the name
 * @param title the office; may be null
 * @param rank of the ladder of the edition
 */
@Schema(name = "SpeakerInput", description = "Who speaks, and in what rank.")
record SpeakerInput(
        @OneLine @Size(max = 100) @Schema(description = "How the speaker is addressed.", examples = "H.E. Mr")
        String honorific,

        @NotBlank @OneLine @Size(max = 300) @Schema(description = "The name.", examples = "Yves Iradukunda")
        String name,

        @OneLine @Size(max = 300) @Schema(description = "The office.", examples = "Vice-Minister of ICT")
        String title,

        @NotNull @Schema(description = "A rank of the edition's ladder.", examples = "vice-minister")
        String rank) {

    SpeakerInput {
        honorific = OneLine.Kept.of(honorific);
        name = OneLine.Kept.of(name);
        title = OneLine.Kept.of(title);
    }

    StatementSpeaker speaker() {
        return new StatementSpeaker(honorific, name, title);
    }
}
