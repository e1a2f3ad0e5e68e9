package org.wsisforum.registration.registration;

import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who takes part, as everybody sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ListedParticipant", description = "Somebody who takes part and agreed to be named.")
public record ParticipantView(
        @Schema(
                description = "By what changes name the participant.",
                examples = "0190b0a2-5c7a-7000-8000-000000000501")
        UUID id,

        @Schema(description = "The name.", examples = "Paula Ingabire")
        String name,

        @Schema(description = "For whom.", examples = "Ministry of ICT and Innovation")
        String entity,

        @Schema(description = "From where, ISO 3166-1 alpha-2.", examples = "RW")
        String country) {

    /** What of it a change can name. */
    static final Set<String> FIELDS = Set.of("name", "entity", "country");

    /** The fields of a registration that it shows, by the names which it has for them. */
    static String shown(String field) {
        return switch (field) {
            case "givenName", "familyName", "badgeName" -> "name";
            case "entity", "country" -> field;
            default -> null;
        };
    }

    static ParticipantView of(Registration registration) {
        var said = registration.input();
        return new ParticipantView(registration.id(), said.name(), said.entity(), said.country());
    }
}
