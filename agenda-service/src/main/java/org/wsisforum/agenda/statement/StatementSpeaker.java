package org.wsisforum.agenda.statement;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who gives a statement, in the words of the answer to the invitation.
 *
 * @param honorific how the speaker is addressed, as it is used ("H.E. Ms", "Mr Amb."); may be null
 * @param name the name
 * @param title the office; may be null
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(description = "Who gives a statement.")
public record StatementSpeaker(
        @Size(max = 100) @Schema(description = "How the speaker is addressed.", examples = "H.E. Ms")
        String honorific,

        @NotBlank @Size(max = 300) @Schema(description = "The name.", examples = "Aline Favre")
        String name,

        @Size(max = 300) @Schema(description = "The office.", examples = "Minister of Communications")
        String title) {

    /** Whether it is the same person, who may be addressed otherwise or hold another office. */
    boolean isNamedLike(StatementSpeaker other) {
        return name.equals(other.name);
    }
}
