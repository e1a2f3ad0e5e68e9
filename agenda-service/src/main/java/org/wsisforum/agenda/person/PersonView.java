package org.wsisforum.agenda.person;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Text;

/**
 * A person as a caller sees it.
 *
 * @param account null but for those who make the programme
 * @param listed null but for those who make the programme
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Person", description = "Somebody who stands in the programme.")
public record PersonView(
        @Schema(description = "Stable id.", examples = "0190b0a2-5c7a-7000-8000-000000000021")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "How the person is addressed.", examples = "H.E. Mr. Amb.")
        String honorific,

        @Schema(description = "The name as the person writes it.", examples = "Aline Favre")
        String name,

        @Schema(description = "The office held.", examples = "Minister of Communications")
        String position,

        @Schema(description = "For whom.", examples = "Federal Department of Communications")
        String entity,

        @Schema(description = "ISO 3166-1 alpha-2 of the entity.", examples = "CH")
        String country,

        @Schema(description = "The name of the country.") Text countryName,
        @Schema(description = "Who this is.") Text biography,

        @Schema(
                description = "The subject of the person's account; shown to those who make the programme alone.",
                examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
        String account,

        @Schema(description = "Whether the next release shows the person; shown to those who make the programme alone.")
        Boolean listed)
        implements Versioned {

    /** All of it. */
    static PersonView whole(Person person) {
        return of(person.id(), person.version(), person.input(), person.isListed());
    }

    /** Somebody as a release shows it. */
    static PersonView released(UUID id, PersonInput said) {
        return of(id, Versioned.NONE, said, null);
    }

    private static PersonView of(UUID id, long version, PersonInput said, Boolean listed) {
        return new PersonView(
                id,
                version,
                said.honorific(),
                said.name(),
                said.position(),
                said.entity(),
                said.country(),
                Country.of(said.country()).map(Country::name).orElse(null),
                said.biography(),
                said.account(),
                listed);
    }
}
