package org.wsisforum.registration.invitation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All answers to an invitation. */
@Schema(name = "Responses", description = "All answers to an invitation, in the order in which they were taken.")
public record Responses(
        @Schema(description = "The last one holds.") List<ResponseView> items) {}
