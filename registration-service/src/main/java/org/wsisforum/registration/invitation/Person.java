package org.wsisforum.registration.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who holds an office, as protocol addresses them. The honorific is free text: in use they stack ("H.E. Ms").
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfficeHolder", description = "Somebody who holds an office, as protocol addresses them.")
public record Person(
        @Size(max = 50) @Schema(examples = "H.E. Ms", description = "The form of address.")
        String honorific,

        @NotBlank @Size(max = 200) @Schema(examples = "Paula Ingabire", description = "The name.")
        String name,

        @NotBlank
        @Size(max = 200)
        @Schema(examples = "Minister of ICT and Innovation", description = "The office held.")
        String title) {

    String addressed() {
        return honorific == null || honorific.isBlank() ? name : honorific + " " + name;
    }
}
