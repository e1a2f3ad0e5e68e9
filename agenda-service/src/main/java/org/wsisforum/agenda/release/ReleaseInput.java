package org.wsisforum.agenda.release;

import jakarta.validation.Valid;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * What whoever releases the programme says of it.
 *
 * @param note may be null
 */
@Schema(description = "What whoever releases the programme says of it.")
record ReleaseInput(
        @Valid @TextSize(max = 2_000) @Schema(description = "What there is to say of it.")
        Text note) {}
