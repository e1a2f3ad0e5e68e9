package org.wsisforum.agenda.session;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person in a session.
 *
 * @param person the person
 * @param role what the person does in it
 * @param remote whether the person takes part from elsewhere
 */
@Embeddable
@Schema(description = "A person in a session.")
record Appearance(
        @NotNull @Schema(description = "The person.", examples = "0190b0a2-5c7a-7000-8000-000000000021")
        UUID person,

        @NotNull @Enumerated(EnumType.STRING) AppearanceRole role,

        @Schema(description = "Whether the person takes part from elsewhere, and not on site.", examples = "true")
        boolean remote) {}
