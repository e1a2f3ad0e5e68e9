package org.wsisforum.registration.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.OneLine;

/**
 * What a letter for a visa says of whoever needs one. Restricted: seen by the person and by accreditation officers alone.
 *
 * @param nationality ISO 3166, of the passport
 * @param passportNumber of the passport
 * @param validUntil its last day
 * @param birthDate of its holder
 * @param birthPlace of its holder
 * @param consulate where the visa will be asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "VisaSupport",
        description = "What a letter for a visa says of whoever needs one.",
        extensions = @Extension(name = "x-data-class", value = "passport"))
public record VisaSupport(
        @NotNull @Schema(description = "Nationality, ISO 3166.", examples = "RW")
        String nationality,

        @NotNull
        @Pattern(regexp = "[A-Za-z0-9 <-]{3,30}")
        @Schema(description = "Number of the passport.", examples = "PC123456")
        String passportNumber,

        @NotNull @Schema(description = "The passport's last day.", examples = "2026-05-31")
        LocalDate validUntil,

        @NotNull
        @Past
        @Schema(
                description = "Date of birth.",
                examples = "1980-02-29",
                extensions = @Extension(name = "x-data-class", value = "birth-date"))
        LocalDate birthDate,

        @OneLine @Size(max = 200) @Schema(description = "Place of birth.", examples = "Huye")
        String birthPlace,

        @OneLine
        @Size(max = 200)
        @Schema(description = "Where the visa will be asked for.", examples = "Embassy of Switzerland, Nairobi")
        String consulate) {

    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (Country.of(nationality).isEmpty()) {
            faults.add(FieldError.at("/visa/nationality", "unknown", "There is no country \"" + nationality + "\"."));
        }
        if (birthDate.getYear() < 1900) {
            faults.add(FieldError.at("/visa/birthDate", "unlikely", "In 1900 or later."));
        }
        if (validUntil.getYear() > 2100 || validUntil.isBefore(birthDate)) {
            faults.add(FieldError.at("/visa/validUntil", "unlikely", "After the birth, and no later than 2100."));
        }
        return faults;
    }

    VisaSupport normalised() {
        return new VisaSupport(
                Country.of(nationality).orElseThrow().code(),
                passportNumber.strip(),
                validUntil,
                birthDate,
                OneLine.Kept.of(birthPlace),
                OneLine.Kept.of(consulate));
    }
}
