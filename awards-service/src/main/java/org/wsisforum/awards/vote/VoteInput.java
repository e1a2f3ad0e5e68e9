package org.wsisforum.awards.vote;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A vote as it is handed in.
 *
 * @param project the nominee
 */
@Schema(name = "VoteInput", description = "A vote.")
record VoteInput(
        @NotNull @Schema(description = "A nominee of the category.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID project) {}
