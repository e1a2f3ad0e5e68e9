package org.wsisforum.agenda.session;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * A speaker as the programme shows one.
 *
 * @param statement the statement that is given
 * @param country ISO 3166-1 alpha-2 of the delegation; null where it is of no State
 * @param countryName the name of the delegation
 * @param honorific how the speaker is addressed; may be null
 * @param name the speaker's name
 * @param title the speaker's office; may be null
 * @param startsAt when the speaker takes the floor
 * @param delivered whether the statement was given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SessionSpeaker", description = "Who gives a policy statement in a session.")
public record Speaker(
        @Schema(description = "The statement that is given.", examples = "0190b0a2-5c7a-7000-8000-000000000001")
        UUID statement,

        @Schema(description = "ISO 3166-1 alpha-2 of the delegation; absent where it is of no State.", examples = "CH")
        String country,

        @Schema(description = "The name of the country, or of the entity that is none.")
        Text countryName,

        @Schema(description = "How the speaker is addressed.", examples = "H.E. Ms")
        String honorific,

        @Schema(description = "The speaker's name.", examples = "Aline Favre")
        String name,

        @Schema(description = "The speaker's office.", examples = "Minister of Communications")
        String title,

        @Schema(description = "When the speaker takes the floor, in UTC.", examples = "2021-03-22T09:03:00Z")
        Instant startsAt,

        @Schema(description = "Whether the statement was given; everybody reads it then.", examples = "false")
        boolean delivered) {}
