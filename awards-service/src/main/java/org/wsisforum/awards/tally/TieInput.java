package org.wsisforum.awards.tally;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision of the Expert Group as it is handed in.
 *
 * @param projects those who become champions
 * @param reason why; it is published with the tally
 */
@Schema(name = "TieInput", description = "Whom of those with as many votes the Expert Group makes champions.")
record TieInput(
        @NotEmpty
        @Size(max = 1000)
        @Schema(
                description = "Those who become champions, as many as there are places.",
                examples = "[\"0190b0a2-5c7a-7000-8000-000000000001\"]")
        List<@NotNull UUID> projects,

        @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = "[^\\p{Cc}&&[^\\n\\t]]*", message = "Control characters are not taken.")
        @Schema(
                description = "Why; it is published with the tally.",
                examples = "It was judged the better one in the nomination phase.")
        String reason) {}
