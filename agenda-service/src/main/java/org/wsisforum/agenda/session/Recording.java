package org.wsisforum.agenda.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A recording of a session.
 *
 * @param href where it is
 * @param language BCP 47 of what one hears; null for the floor as it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SessionRecording", description = "A recording of a session.")
public record Recording(
        @NotNull
        @Size(max = 1_000)
        @Schema(description = "Where it is.", examples = "https://www.youtube.com/watch?v=1")
        String href,

        @Schema(description = "The language that one hears, BCP 47; absent for the floor as it was.", examples = "fr")
        String language) {}
