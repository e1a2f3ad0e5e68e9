package org.wsisforum.awards.review;

import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An expert as the awards manager writes it.
 *
 * @param categories what the expert judges
 * @param country where the expert is at home
 * @param entity whom the expert works for; null for nobody
 * @param collaborators entities that the expert has worked with
 */
@Schema(name = "ExpertInput", description = "An expert as the awards manager writes it.")
record ExpertInput(
        @NotEmpty
        @Size(max = 100)
        @Schema(description = "Numbers of the categories that the expert judges.", examples = "[9, 10]")
        List<@NotNull @Min(1) Integer> categories,

        @NotNull
        @Schema(
                description = "Where the expert is at home: ISO 3166-1 alpha-2, or any usual spelling.",
                examples = "SN")
        String country,

        @Size(max = 200) @Schema(description = "Whom the expert works for.", examples = "University of Dakar")
        String entity,

        @Size(max = 100) @Schema(description = "Entities that the expert has worked with.")
        List<@NotBlank @Size(max = 200) String> collaborators) {

    ExpertInput {
        entity = entity == null || entity.isBlank() ? null : entity;
        collaborators = collaborators == null ? List.of() : collaborators;
    }
}
