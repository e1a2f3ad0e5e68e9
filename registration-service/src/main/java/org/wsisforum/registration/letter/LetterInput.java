package org.wsisforum.registration.letter;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/** A circular letter as it is written. */
@Schema(name = "CircularLetterInput")
public record LetterInput(
        @NotNull
        @Pattern(regexp = "(CL|DM)-\\d{2}/\\d{1,5}", message = "A reference reads like CL-21/4.")
        @Schema(examples = "CL-21/4", description = "The reference, `CL-yy/n` for a circular letter.")
        String reference,

        @NotNull @Schema(examples = "2021-02-03", description = "The date of the letter.")
        LocalDate date,

        @NotNull @Valid @TextSize(max = 100) @Schema(description = "Where it was written.")
        Text place,

        @NotNull @Valid @Schema(description = "Who signs.") Signatory signatory,

        @NotNull @Valid @TextSize(max = 500) @Schema(description = "What it is about.")
        Text subject,

        @NotNull @Valid @TextSize(max = 200) @Schema(description = "How the addressee is greeted.")
        Text salutation,

        @NotNull @Valid @TextSize(max = 20_000) @Schema(description = "The letter; an empty line parts paragraphs.")
        Text body,

        @NotNull @Valid @TextSize(max = 1_000) @Schema(description = "The words before the signature.")
        Text closing) {

    /** Who signs. */
    @Schema(name = "Signatory")
    public record Signatory(
            @NotNull @Valid @TextSize(max = 200) @Schema(description = "The name.")
            Text name,

            @NotNull @Valid @TextSize(max = 200) @Schema(description = "The office held.")
            Text title) {}
}
