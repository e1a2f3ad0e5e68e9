package org.wsisforum.registration.delegation;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.text.TextSize;

/**
 * A delegation that is to come.
 *
 * @param kind in what capacity
 * @param country where it is from; a State must say
 * @param name what it is called; a State is called as its country is
 * @param email where letters to it go
 * @param quota how many it may have
 */
@Schema(name = "DelegationInput", description = "A delegation that is to come.")
record DelegationInput(
        @NotNull DelegationKind kind,

        @Size(max = 60) @Schema(description = "Where it is from, ISO 3166-1; a State must say.", examples = "RW")
        String country,

        @Valid
        @TextSize(max = 300)
        @Schema(description = "What it is called; absent for a State, which is called as its country is.")
        Text name,

        @Email
        @Size(max = 254)
        @Schema(
                description = "Where letters to it go.",
                examples = "wsis@minict.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email,

        @Valid @Schema(description = "How many it may have; absent for as many as wish.")
        Quota quota) {

    /** What validation of single fields does not see. */
    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        var from = Country.of(country);
        if (country != null && from.isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
        }
        if (kind.isOfAState() && country == null) {
            faults.add(FieldError.at("/country", "not-null", "A State says which."));
        }
        if (kind == DelegationKind.MEMBER_STATE
                && from.filter(c -> c.category() != Country.Category.MEMBER_STATE)
                        .isPresent()) {
            faults.add(FieldError.at("/country", "no-member-state", "No Member State of ITU."));
        }
        if (kind == DelegationKind.RESOLUTION_99
                && from.filter(c -> c.category() != Country.Category.RESOLUTION_99)
                        .isPresent()) {
            faults.add(FieldError.at("/country", "not-of-resolution-99", "Not under Resolution 99."));
        }
        if (kind.isOfAState() && name != null) {
            faults.add(FieldError.at("/name", "not-of-a-state", "A State is called as its country is."));
        }
        if (!kind.isOfAState() && (name == null || name.words().isEmpty())) {
            faults.add(FieldError.at("/name", "not-null", "Say what it is called."));
        }
        return faults;
    }

    /** Where it is from, as it is stored; only for one without faults. */
    String countryCode() {
        return Country.of(country).map(Country::code).orElse(null);
    }

    /** What it is called; only for one without faults. */
    Text called() {
        return kind.isOfAState() ? Country.of(country).orElseThrow().name() : name;
    }
}
