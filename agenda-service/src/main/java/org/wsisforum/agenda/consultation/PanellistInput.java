package org.wsisforum.agenda.consultation;

import java.text.Normalizer;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.person.Participant;
import org.wsisforum.agenda.session.Drafts.Panellist;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.OneLine;

/**
 * Somebody who is to take part in a workshop. Personal data until it stands in the programme.
 *
 * @param honorific how the person is addressed; may be null
 * @param name the name
 * @param position the office held; may be null
 * @param entity for whom; may be null
 * @param country ISO 3166-1 of the entity; may be null
 * @param remote whether the person takes part from elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "WorkshopPanellist",
        description = "Somebody who is to take part in a workshop.",
        extensions = @Extension(name = "x-data-class", value = "contact"))
public record PanellistInput(
        @OneLine @Size(max = 100) @Schema(description = "How the person is addressed.", examples = "Dr")
        String honorific,

        @NotBlank
        @OneLine
        @Size(max = 300)
        @Schema(description = "The name as the person writes it, in any script.", examples = "Wanjiru Otieno")
        String name,

        @OneLine @Size(max = 300) @Schema(description = "The office held.", examples = "Head of networks")
        String position,

        @OneLine @Size(max = 300) @Schema(description = "For whom.", examples = "Digital Villages Network")
        String entity,

        @Schema(description = "The country of the entity, ISO 3166-1 in any usual spelling.", examples = "KE")
        String country,

        @Schema(description = "Whether the person takes part from elsewhere, and not on site.", examples = "true")
        boolean remote) {

    Optional<FieldError> fault(String pointer) {
        return country == null || Country.of(country).isPresent()
                ? Optional.empty()
                : Optional.of(
                        FieldError.at(pointer + "/country", "unknown", "There is no country \"" + country + "\"."));
    }

    PanellistInput normalised() {
        return new PanellistInput(
                line(honorific),
                line(name),
                line(position),
                line(entity),
                Country.of(country).map(Country::code).orElse(null),
                remote);
    }

    private static String line(String typed) {
        return typed == null || typed.isBlank()
                ? null
                : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    Panellist panellist() {
        return new Panellist(new Participant(null, honorific, name, position, entity, country), remote);
    }
}
