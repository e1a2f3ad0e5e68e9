package org.wsisforum.registration.delegation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** Who acts for a delegation, or did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FocalPoint", description = "Who acts for a delegation, or did.")
public record FocalPointView(
        @Schema(description = "The appointment.", examples = "0190b0a2-5c7a-7000-8000-000000000401")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "As the sign-in knows the person.", examples = "5a2b6f4e-31c0-4f0e-9d0e-2f7c1f0e9a11")
        String subject,

        @Schema(
                description = "Name; absent for a token of the secretariat or of an accreditation officer without"
                        + " `registration:read.pii`.",
                examples = "Aline Uwase",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String name,

        @Schema(
                description = "Where to write to; absent as the name is.",
                examples = "aline@minict.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email,

        @Schema(description = "Whether it is a deputy.") boolean deputy,

        @Schema(description = "The letter by which the delegation appointed it.")
        String letter,

        @Schema(description = "Since when it acts for the delegation.", examples = "2021-02-04T09:00:00Z")
        Instant from,

        @Schema(description = "Until when it did; absent as long as it does.", examples = "2021-03-01T09:00:00Z")
        Instant until,

        @Schema(description = "The letter by which the delegation ended it.")
        String endingLetter)
        implements Versioned {

    static FocalPointView of(FocalPoint point, boolean withPerson) {
        return new FocalPointView(
                point.id(),
                point.version(),
                point.subject(),
                withPerson ? point.name() : null,
                withPerson ? point.email() : null,
                point.isDeputy(),
                point.appointmentLetter(),
                point.appointedAt(),
                point.endedAt(),
                point.endingLetter());
    }
}
