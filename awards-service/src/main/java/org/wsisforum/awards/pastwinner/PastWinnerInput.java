package org.wsisforum.awards.pastwinner;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.ActionLine;
import org.wsisforum.kit.reference.Country;

/**
 * A past winner as it is handed in.
 *
 * @param year the year of the contest that it won
 * @param actionLine the Action Line of the category in which it won; kept as the code that the spelling stands for
 * @param title what the project is called
 * @param entity who stands behind it
 * @param country where the entity is at home; null for one that is at home in none
 */
@Schema(name = "PastWinnerInput", description = "A past winner as it is handed in.")
public record PastWinnerInput(
        @NotNull @Min(2012) @Max(9999) @Schema(description = "The year of the contest that it won.", examples = "2019")
        Integer year,

        @NotNull
        @Schema(
                description = "The Action Line of the category in which it won, in any usual spelling.",
                examples = "C7-e-health")
        String actionLine,

        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = NO_CONTROLS, message = "Control characters are not taken.")
        @Schema(description = "What the project is called.", examples = "Telemedicine for islands")
        String title,

        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = NO_CONTROLS, message = "Control characters are not taken.")
        @Schema(description = "Who stands behind it.", examples = "Ministry of Health")
        String entity,

        @Schema(
                description = "Where the entity is at home, ISO 3166 alpha-2; absent for one that is at home in none.",
                examples = "KI",
                nullable = true)
        String country) {

    private static final String NO_CONTROLS = "[^\\p{Cc}]*";

    public PastWinnerInput {
        actionLine = ActionLine.of(actionLine).map(ActionLine::code).orElse(actionLine);
        country = Country.of(country).map(Country::code).orElse(country);
    }

    /** Refuses codes that name nothing. */
    void requireKnownCodes() {
        var faults = new ArrayList<FieldError>();
        if (ActionLine.of(actionLine).isEmpty()) {
            faults.add(FieldError.at("/actionLine", "unknown", "There is no Action Line \"" + actionLine + "\"."));
        }
        if (country != null && Country.of(country).isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
        }
        if (!faults.isEmpty()) {
            throw RequestProblem.VALIDATION_FAILED.because("A code names nothing.", List.copyOf(faults));
        }
    }
}
