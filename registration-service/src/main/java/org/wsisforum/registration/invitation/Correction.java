package org.wsisforum.registration.invitation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.OneLine;

/**
 * What of an invitation can be changed.
 *
 * @param addressee who is invited
 * @param language the language in which the office reads its letter first
 * @param email where mail for it goes; personal data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InvitationCorrection", description = "What of an invitation can be changed.")
record Correction(
        @NotNull @Valid @Schema(description = "Who is invited.")
        Person addressee,

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

    Correction {
        email = OneLine.Kept.of(email);
    }

    /** Whether both have the same letter written. */
    boolean sameLetter(Correction other) {
        return addressee.equals(other.addressee) && language == other.language;
    }
}
