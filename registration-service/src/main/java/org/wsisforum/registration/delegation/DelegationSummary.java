package org.wsisforum.registration.delegation;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * Which delegation it is, and no more: what everybody may know.
 *
 * @param id of the delegation
 * @param kind in what capacity it comes
 * @param country where it is from, ISO 3166-1 alpha-2; null for one from nowhere in particular
 * @param name what it is called
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DelegationSummary", description = "Which delegation it is.")
public record DelegationSummary(
        @Schema(description = "The delegation.", examples = "0190b0a2-5c7a-7000-8000-000000000301")
        UUID id,

        DelegationKind kind,

        @Schema(description = "Where it is from, ISO 3166-1 alpha-2.", examples = "RW")
        String country,

        @Schema(description = "What it is called.") Text name) {}
