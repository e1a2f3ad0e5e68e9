package org.wsisforum.registration.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.OneLine;

/**
 * Who is to act for a delegation.
 *
 * @param person who it is
 * @param deputy whether beside the focal point and not in its place
 * @param letter by which letter the delegation says so
 */
@Schema(name = "FocalPointInput", description = "Who is to act for a delegation, and by which letter it says so.")
record FocalPointInput(
        @NotNull @Valid @Schema(description = "Who it is.") Person person,

        @Schema(description = "Whether it is a deputy, of whom there can be several.", defaultValue = "false")
        boolean deputy,

        @NotBlank
        @OneLine
        @Size(max = 200)
        @Schema(
                description = "The letter or e-mail of an authorized official that says so.",
                examples = "MINICT/2021/117 of 3 February 2021")
        String letter) {

    /**
     * Who acts for a delegation. Personal data.
     *
     * @param subject as the sign-in knows the person
     * @param name as the person writes it
     * @param email where to write to
     */
    @Schema(
            name = "FocalPointPerson",
            description = "Who acts for a delegation.",
            extensions = @Extension(name = "x-data-class", value = "contact"))
    record Person(
            @NotBlank
            @OneLine
            @Size(max = 255)
            @Schema(
                    description =
                            "As the sign-in knows the person: `sub` of its tokens, and `person.subject` at `/me`.",
                    examples = "5a2b6f4e-31c0-4f0e-9d0e-2f7c1f0e9a11")
            String subject,

            @NotBlank
            @OneLine
            @Size(max = 200)
            @Schema(description = "Name, as the person writes it.", examples = "Aline Uwase")
            String name,

            @NotNull
            @Email
            @Size(max = 254)
            @Schema(description = "Where to write to.", examples = "aline@minict.example")
            String email) {}
}
