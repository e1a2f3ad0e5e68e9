package org.wsisforum.awards.category;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A category as it is handed in, over HTTP or by file.
 *
 * @param number the number under which every call for projects lists it
 * @param actionLine its Action Line; kept as the code that the spelling stands for
 * @param name its name
 */
@Schema(name = "CategoryInput", description = "A category as it is handed in.")
record CategoryInput(
        @NotNull @Min(1) @Max(999) @Schema(description = "The number in the address, repeated.", examples = "10")
        Integer number,

        @NotNull
        @KnownActionLine
        @Schema(
                description =
                        "The Action Line. Any usual spelling is understood, such as `c7 e-health` or a Cyrillic `С1`.",
                examples = "C7-e-health")
        String actionLine,

        @NotNull @Valid @TextSize(max = 300) @Schema(description = "The name, in languages of the edition.")
        Text name) {

    CategoryInput {
        actionLine = ActionLine.of(actionLine).map(ActionLine::code).orElse(actionLine);
    }
}
