package org.wsisforum.registration.invitation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.registration.edition.Inviting.Gender;

/**
 * One line of a list of addressees.
 *
 * @param country ISO 3166-1
 * @param name null for whoever holds the office
 * @param email where mail goes; personal data
 */
@Schema(name = "Addressee", description = "One line of a list of addressees.")
record Addressee(
        @NotBlank @Size(max = 20) @Schema(examples = "RW", description = "The country, ISO 3166-1 alpha-2 or alpha-3.")
        String country,

        @OneLine @Size(max = 50) @Schema(examples = "H.E. Ms", description = "The form of address.")
        String honorific,

        @OneLine
        @Size(max = 200)
        @Schema(examples = "Paula Ingabire", description = "The name; absent for whoever holds the office.")
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
        String rank,

        @NotNull
        @Schema(
                enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                description = "The language in which the office reads its letter first.")
        Language language,

        @Email
        @OneLine
        @Size(max = 254)
        @Schema(
                description = "Where mail for it goes.",
                examples = "minister@gov.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email) {

    Addressee {
        country = OneLine.Kept.of(country);
        email = OneLine.Kept.of(email);
    }

    Person person() {
        return new Person(honorific, name, title, gender, rank);
    }
}
