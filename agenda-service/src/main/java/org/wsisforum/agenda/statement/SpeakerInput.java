package org.wsisforum.agenda.statement;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.Problem.FieldError;
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

    /** A rank that the edition does not have, and markup. */
    List<FieldError> faults(Edition year, String pointer) {
        var faults = new ArrayList<FieldError>();
        faults.addAll(StatementTexts.markup(honorific, pointer + "/honorific"));
        faults.addAll(StatementTexts.markup(name, pointer + "/name"));
        faults.addAll(StatementTexts.markup(title, pointer + "/title"));
        if (!year.rules().highLevelTrack().hasRank(rank)) {
            faults.add(FieldError.at(pointer + "/rank", "unknown", "The edition's ladder has no such rank."));
        }
        return faults;
    }

    StatementSpeaker speaker() {
        return new StatementSpeaker(honorific, name, title);
    }
}
