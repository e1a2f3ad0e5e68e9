package org.wsisforum.agenda.session;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.person.Participant;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Text;

/** A person in a session, as the programme shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SessionPerson", description = "A person in a session.")
public record AppearanceView(
        @Schema(description = "The person.", examples = "0190b0a2-5c7a-7000-8000-000000000021")
        UUID person,

        AppearanceRole role,

        @Schema(description = "Whether the person takes part from elsewhere, and not on site.", examples = "true")
        boolean remote,

        @Schema(description = "How the person is addressed.", examples = "H.E. Mr. Amb.")
        String honorific,

        @Schema(description = "The name.", examples = "Aline Favre")
        String name,

        @Schema(description = "The office held.", examples = "Minister of Communications")
        String position,

        @Schema(description = "For whom.", examples = "Federal Department of Communications")
        String entity,

        @Schema(description = "ISO 3166-1 alpha-2 of the entity.", examples = "CH")
        String country,

        @Schema(description = "The name of the country.") Text countryName) {

    static AppearanceView of(Appearance appearance, Participant person) {
        return new AppearanceView(
                appearance.person(),
                appearance.role(),
                appearance.remote(),
                person.honorific(),
                person.name(),
                person.position(),
                person.entity(),
                person.country(),
                Country.of(person.country()).map(Country::name).orElse(null));
    }
}
