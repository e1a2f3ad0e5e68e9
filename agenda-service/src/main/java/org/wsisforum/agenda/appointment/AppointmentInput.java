package org.wsisforum.agenda.appointment;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.OneLine;

/**
 * An appointment as a programme manager records it.
 *
 * @param function of the edition's functions
 * @param honorific how the person is addressed; may be null
 * @param name the name
 * @param title the office held; may be null
 * @param country ISO 3166-1; may be null
 * @param appointedOn the day from which it holds
 * @param instrument what it was made by
 * @param endedOn the day on which it ended; null while nobody has ended it
 * @param endingInstrument what it was ended by; null while nobody has
 */
@Schema(description = "An appointment as a programme manager records it.")
record AppointmentInput(
        @NotNull @Schema(description = "One of the edition's functions.", examples = "chair")
        String function,

        @OneLine @Size(max = 100) @Schema(description = "How the person is addressed.", examples = "H.E. Mr")
        String honorific,

        @NotBlank @OneLine @Size(max = 300) @Schema(description = "The name.", examples = "Maxim Parshin")
        String name,

        @OneLine
        @Size(max = 300)
        @Schema(
                description = "The office held.",
                examples = "Deputy Minister of Digital Development, Communications and Mass Media")
        String title,

        @Schema(description = "The country, ISO 3166-1 in any usual spelling.", examples = "RU")
        String country,

        @NotNull
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(description = "The day from which it holds.", examples = "2021-03-22")
        LocalDate appointedOn,

        @NotBlank
        @OneLine
        @Size(max = 300)
        @Schema(
                description = "What it was made by: the reference of a letter or of a decision.",
                examples = "Decision of the opening of the high-level track, announced by letter CL-21/4")
        String instrument,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "The day on which it ends; to correct the end of one that has one.",
                examples = "2021-04-30")
        LocalDate endedOn,

        @OneLine
        @Size(max = 300)
        @Schema(description = "What it is ended by; to correct the end of one that has one.", examples = "DM-21/1012")
        String endingInstrument) {

    /** What changes of an appointment name. */
    static final Set<String> FIELDS_OF_CHANGES = Stream.concat(
                    Stream.of(AppointmentInput.class.getRecordComponents()).map(RecordComponent::getName),
                    Stream.of("replacedBy"))
            .collect(Collectors.toUnmodifiableSet());

    AppointmentInput {
        honorific = OneLine.Kept.of(honorific);
        name = OneLine.Kept.of(name);
        title = OneLine.Kept.of(title);
        instrument = OneLine.Kept.of(instrument);
        endingInstrument = OneLine.Kept.of(endingInstrument);
        country = Country.of(country).map(Country::code).orElse(country);
    }

    /**
     * What is wrong with its end.
     *
     * @param before the day on which it ended until now
     */
    List<FieldError> faultsOfEnd(LocalDate before) {
        if ((endedOn == null) != (endingInstrument == null)) {
            return List.of(FieldError.at("/endingInstrument", "not-null", "An end has a day and an instrument."));
        }
        if (endedOn != null && endedOn.isBefore(appointedOn)) {
            return List.of(
                    endedOn.equals(before)
                            ? FieldError.at("/appointedOn", "order", "The appointment ends on " + endedOn + ".")
                            : FieldError.at("/endedOn", "order", "It began on " + appointedOn + "."));
        }
        return List.of();
    }

    void requireFit(Edition year) {
        var faults = new ArrayList<FieldError>();
        if (year.rules().highLevelTrack().function(function).isEmpty()) {
            faults.add(FieldError.at("/function", "unknown", "The edition has no function \"" + function + "\"."));
        }
        if (country != null && Country.of(country).isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
        }
        RequestProblem.requireNone(List.copyOf(faults));
    }
}
