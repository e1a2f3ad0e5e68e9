package org.wsisforum.agenda.statement;

import java.util.ArrayList;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A statement that no letter invites to: of a Head of State, or of an agency.
 *
 * @param country ISO 3166-1 of the delegation; null for one that is of no State
 * @param entity who speaks that is no State; null for a country
 * @param speaker who gives it, and in what rank
 */
@Schema(
        description =
                "A statement that the secretariat opens: for a delegation of a country, or of an entity that is none.")
record StatementInput(
        @Schema(description = "ISO 3166-1 of the country, in any usual spelling.", examples = "GA")
        String country,

        @Valid @Schema(description = "Who speaks that is no State; instead of a country.")
        Entity entity,

        @NotNull @Valid SpeakerInput speaker) {

    /**
     * Who speaks that is no State.
     *
     * @param code what programs call it
     * @param name its name
     */
    @Schema(name = "SpeakingEntity", description = "Who speaks that is no State.")
    record Entity(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{3,40}")
            @Schema(description = "What programs call it; longer than the code of any country.", examples = "unesco")
            String code,

            @NotNull @Valid @TextSize(max = 300) @Schema(description = "Its name.")
            Text name) {}

    StatementInput {
        country = Country.of(country).map(Country::code).orElse(country);
    }

    void requireFit(Edition year) {
        var faults = new ArrayList<FieldError>();
        if ((country == null) == (entity == null)) {
            faults.add(FieldError.at("/country", "one-of", "Name a country, or an entity that is none."));
        }
        if (country != null && Country.of(country).isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
        }
        faults.addAll(speaker.faults(year, "/speaker"));
        if (entity != null) {
            entity.name()
                    .words()
                    .forEach((language, words) -> faults.addAll(
                            StatementTexts.markup(words.value(), "/entity/name/" + language.tag() + "/value")));
        }
        RequestProblem.requireNone(faults);
        if (entity != null) {
            year.requireLanguages(entity.name(), "/entity/name");
        }
    }
}
