package org.wsisforum.registration.letter;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** A circular letter. */
@Schema(name = "CircularLetter")
public record LetterView(
        @Schema(description = "The letter's id.") UUID id,
        @JsonIgnore long version,

        @Schema(examples = "2021", description = "The edition it invites to.")
        String edition,

        @JsonUnwrapped LetterInput content)
        implements Versioned {

    static LetterView of(CircularLetter letter) {
        return new LetterView(letter.id(), letter.version(), letter.edition(), letter.content());
    }
}
