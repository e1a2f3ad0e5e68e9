package org.wsisforum.registration.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.text.Language;

/**
 * To whom a letter is drafted: to the offices of many countries, or to the people of a list.
 *
 * @param memberStates true for all Member States
 * @param region the code of an ITU region
 * @param countries single countries
 * @param language in which offices read their letters first; null for each in its own
 * @param addressees the people of a list
 */
@Schema(
        name = "AddresseesInput",
        description = "To whom a letter is drafted: one of `memberStates`, `region`, `countries` and `addressees`.")
record AddresseesInput(
        @Schema(description = "True for the offices of all Member States.", examples = "true")
        Boolean memberStates,

        @Size(max = 20)
        @Schema(description = "The code of an ITU region, for the offices of its Member States.", examples = "AFR")
        String region,

        @Size(min = 1, max = 250)
        @Schema(description = "The offices of these countries, ISO 3166-1.", examples = "[\"RW\", \"SN\"]")
        List<@NotNull @Size(max = 20) String> countries,

        @Schema(
                enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                description =
                        "In which language offices read their letters first; not with `addressees`. Absent, each in the one"
                                + " that the edition's `rules.invitations.languages` give its country, else in English.")
        Language language,

        @Size(min = 1, max = AddresseesInput.MOST) @Schema(description = "The people of a list.")
        List<@NotNull @Valid Addressee> addressees) {

    /** So many lines has a list at most. */
    static final int MOST = 500;

    /** Refuses what says to whom in two ways, or in none. */
    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        var ways = Stream.of(Boolean.TRUE.equals(memberStates) ? true : null, region, countries, addressees)
                .filter(Objects::nonNull)
                .count();
        if (ways != 1) {
            faults.add(
                    FieldError.at("", "one-of", "Give one of memberStates (true), region, countries and addressees."));
        }
        if (addressees != null && language != null) {
            faults.add(FieldError.at("/language", "not-expected", "Each addressee has a language."));
        }
        return faults;
    }
}
