package org.wsisforum.registration.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.OneLine;
import org.wsisforum.registration.edition.Inviting.Gender;

/**
 * Somebody who holds an office, as protocol addresses them. The honorific is free text: in use they stack ("H.E. Ms").
 *
 * @param honorific the form of address
 * @param name the name; null where a letter addresses whoever holds the office
 * @param title the office held
 * @param gender how to call them in languages that tell; null where nobody said
 * @param rank on the ladder of the edition; null where nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfficeHolder", description = "Somebody who holds an office, as protocol addresses them.")
public record Person(
        @OneLine @Size(max = 50) @Schema(examples = "H.E. Ms", description = "The form of address.")
        String honorific,

        @OneLine
        @Size(max = 200)
        @Schema(
                examples = "Paula Ingabire",
                description = "The name; absent where the letter addresses whoever holds the office.")
        String name,

        @NotBlank
        @OneLine
        @Size(max = 200)
        @Schema(examples = "Minister of ICT and Innovation", description = "The office held.")
        String title,

        @Schema(description = "How to call them in languages that tell.")
        Gender gender,

        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Schema(examples = "minister", description = "The rank, one of the edition's `rules.invitations.ranks`.")
        String rank) {

    public Person {
        honorific = OneLine.Kept.of(honorific);
        name = OneLine.Kept.of(name);
        title = OneLine.Kept.of(title);
    }

    /** Honorific and name, as on an envelope; nothing for whom no name is known. */
    String addressed() {
        if (name == null) {
            return "";
        }
        return honorific == null ? name : honorific + " " + name;
    }
}
