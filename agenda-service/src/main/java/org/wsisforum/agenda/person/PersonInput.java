package org.wsisforum.agenda.person;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A person as whoever makes the programme writes it.
 *
 * @param honorific how the person is addressed, as it is used: "H.E. Mr", "Mr Amb."; may be null
 * @param name the name in the order and script in which the person writes it
 * @param position the office held; may be null
 * @param entity for whom; may be null
 * @param country ISO 3166-1 of the entity; may be null
 * @param biography who this is; may be null
 * @param account the subject of the account with which the person signs in; may be null, and is never public
 */
@Schema(description = "A person as whoever makes the programme writes it.")
record PersonInput(
        @OneLine
        @Size(max = 100)
        @Schema(description = "How the person is addressed; free, since honorifics stack.", examples = "H.E. Mr. Amb.")
        String honorific,

        @NotBlank
        @OneLine
        @Size(max = 300)
        @Schema(description = "The name as the person writes it, in any script.", examples = "Aline Favre")
        String name,

        @OneLine @Size(max = 300) @Schema(description = "The office held.", examples = "Minister of Communications")
        String position,

        @OneLine @Size(max = 300) @Schema(description = "For whom.", examples = "Federal Department of Communications")
        String entity,

        @Schema(description = "The country of the entity, ISO 3166-1 in any usual spelling.", examples = "CH")
        String country,

        @Valid @TextSize(max = 5_000) @Schema(description = "Who this is.")
        Text biography,

        @Pattern(regexp = "[A-Za-z0-9-]{1,40}")
        @Schema(
                description = "The subject of the account with which the person signs in; never shown to everybody.",
                examples = "5f6c0b1e-8a52-4f0e-9d0e-0f3a54c7a001")
        String account) {

    /** What the API calls the fields of a person. */
    static final Set<String> FIELDS = Stream.of(PersonInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** What nobody sees but those who make the programme. */
    static final Set<String> RESTRICTED = Set.of("account");

    PersonInput {
        honorific = OneLine.Kept.of(honorific);
        name = OneLine.Kept.of(name);
        position = OneLine.Kept.of(position);
        entity = OneLine.Kept.of(entity);
        country = Country.of(country).map(Country::code).orElse(country);
    }

    /** The rules that only the code lists can check, and how they are broken. */
    List<FieldError> faults() {
        return country == null || Country.of(country).isPresent()
                ? List.of()
                : List.of(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
    }

    /** Without what is not for everybody. */
    PersonInput forEverybody() {
        return new PersonInput(honorific, name, position, entity, country, biography, null);
    }
}
