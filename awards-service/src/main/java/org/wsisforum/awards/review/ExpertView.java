package org.wsisforum.awards.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** An expert as the awards manager sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Expert", description = "A member of the Expert Group.")
record ExpertView(
        @JsonIgnore long version,

        @Schema(
                description = "Opaque subject of the expert's account.",
                examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
        String subject,

        @Schema(description = "The code of the ITU region of the expert's country.", examples = "AFR")
        String region,

        @JsonUnwrapped ExpertInput expert)
        implements Versioned {

    static ExpertView of(Expert expert) {
        return new ExpertView(expert.version(), expert.subject(), expert.region(), expert.asInput());
    }
}
