package org.wsisforum.registration.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.OneLine;

/**
 * Who takes over.
 *
 * @param to who it is
 * @param letter by which letter the delegation says so
 */
@Schema(
        name = "HandOverInput",
        description = "Who takes over as focal point, and by which letter the delegation says so.")
record HandOverInput(
        @NotNull @Valid @Schema(description = "Who takes over.")
        FocalPointInput.Person to,

        @NotBlank
        @OneLine
        @Size(max = 200)
        @Schema(
                description = "The letter or e-mail of an authorized official that says so.",
                examples = "MINICT/2021/140 of 1 March 2021")
        String letter) {}
